import type { Endpoint, PayloadRequest } from 'payload'
import { deleteOwnAccount } from '../src/editorial/accounts/delete-own-account.js'
import { leaveMunicipality } from '../src/editorial/accounts/leave.js'
import { readLeaving } from '../src/editorial/accounts/read-leaving.js'
import type { LoginGuard } from '../src/editorial/accounts/login-context.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { answer, isDocumentId, networksOf, requireActor } from './endpoints.js'
import { expiredCookie } from './login-answers.js'
import { knownBody } from './request-body.js'

/** How the holder of an account goes: out of one municipality, or altogether. There is no such door to another's account. */
export const leavingEndpoints = (guard: LoginGuard): Endpoint[] => {
  const context = (req: PayloadRequest) => ({ ...guard, payload: req.payload, networks: networksOf(req) })
  return [
    {
      path: '/leaving',
      method: 'get',
      handler: async (req) => answer(await readLeaving(context(req), requireActor(req))),
    },
    {
      path: '/leave',
      method: 'post',
      handler: async (req) => {
        const actor = requireActor(req)
        const { municipality } = await knownBody(req, { municipality: 'text' })
        if (typeof municipality !== 'string')
          throw new DomainError('invalid-input', 'Say which municipality you leave.', {
            faults: [{ field: 'municipality', code: 'required', message: 'The id of a municipality' }],
          })
        if (!isDocumentId(municipality)) throw nothingHere()
        const left = await leaveMunicipality(req.payload, { actor, municipality }, guard.clock)
        return answer(left, 200, expiredCookie(req))
      },
    },
    {
      path: '/deletion',
      method: 'post',
      handler: async (req) => {
        const actor = requireActor(req)
        const { present, code } = await knownBody(req, { present: 'text', code: 'text' })
        await deleteOwnAccount(context(req), { actor, present, code })
        return answer({ deleted: true }, 200, expiredCookie(req))
      },
    },
  ]
}
