import type { Endpoint, PayloadRequest } from 'payload'
import { beforeSubmit } from '../src/editorial/desk/before-submit.js'
import { readDesk, readDeskPage } from '../src/editorial/desk/read-desk.js'
import { readStatements } from '../src/editorial/desk/read-statements.js'
import type { MakePreviews } from '../src/editorial/workbench/preview-pages.js'
import { collectionOf, moderatedKinds } from '../src/editorial/working-document.js'
import { deskGroups } from '../src/moderation/desk.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import { answer, idOf, requireActor } from './endpoints.js'

const get = (path: string, handler: (req: PayloadRequest) => Promise<unknown>): Endpoint => ({
  path: `/desk${path}`,
  method: 'get',
  handler: async (req) => answer(await handler(req)),
})

const deskKinds = ['event', 'post'] as const

/** Doors for those who write for an organisation: what lies on their desk. They change nothing. */
export const deskEndpoints = ({ previews }: { previews: MakePreviews }): Endpoint[] => [
  get('', async (req) => readDesk(req.payload, requireActor(req), req.user!, new Date())),
  get('/items', async (req) => {
    const actor = requireActor(req)
    const given = readParameters(new URL(req.url!).searchParams, ['group', 'cursor'])
    const group = deskGroups.find((one) => one === given.group)
    if (!group) {
      throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
        faults: [{ field: 'group', code: 'unknown', message: `One of ${deskGroups.join(', ')}` }],
      })
    }
    return readDeskPage(req.payload, actor, { group, cursor: given.cursor ?? null }, new Date())
  }),
  get('/before-submit/:collection/:id', async (req) => {
    const actor = requireActor(req)
    const kind = deskKinds.find((one) => collectionOf[one] === req.routeParams?.collection)
    if (!kind) throw nothingHere()
    const question = { kind, id: idOf(req), actor, user: req.user!, now: new Date() }
    return beforeSubmit(req.payload, question, previews)
  }),
  get('/statements/:collection/:id', async (req) => {
    const actor = requireActor(req)
    const kind = moderatedKinds.find((one) => collectionOf[one] === req.routeParams?.collection)
    if (!kind) throw nothingHere()
    return readStatements(req.payload, { kind, id: idOf(req), actor, now: new Date() })
  }),
]
