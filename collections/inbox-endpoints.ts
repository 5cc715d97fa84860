import type { Endpoint } from 'payload'
import { countUnread, markRead, readInbox } from '../src/editorial/notices/read-inbox.js'
import { readParameters } from '../src/moderation/queue-filters.js'
import { DomainError } from '../src/shared/errors.js'
import { answer, isDocumentId, requireActor } from './endpoints.js'
import { bodyOf } from './request-body.js'

const pattern = { page: /^[1-9]\d{0,4}$/, unread: /^1$/ }

function asked(url: string): { page: number; unreadOnly: boolean } {
  const given = readParameters(new URL(url).searchParams, ['page', 'unread'])
  const wrong = (Object.keys(pattern) as (keyof typeof pattern)[]).filter(
    (name) => given[name] !== undefined && !pattern[name].test(given[name]),
  )
  if (wrong.length > 0) {
    throw new DomainError('bad-parameter', 'Some parameters of the address cannot be used.', {
      faults: wrong.map((field) => ({
        field,
        code: 'format',
        message: field === 'page' ? 'A whole number from 1' : '1, or left out',
      })),
    })
  }
  return { page: Number(given.page ?? 1), unreadOnly: given.unread === '1' }
}

/** What `POST /api/inbox/read` takes: one notice, or with `upTo` everything up to it. */
function readBody(body: Record<string, unknown>): { notice: string; upTo: boolean } {
  const { notice, upTo = false, ...more } = body
  const faults = [
    ...(typeof notice === 'string' && isDocumentId(notice)
      ? []
      : [{ field: 'notice', code: 'format', message: 'The id of a notice' }]),
    ...(typeof upTo === 'boolean' ? [] : [{ field: 'upTo', code: 'format', message: 'true or false' }]),
    ...Object.keys(more).map((field) => ({
      field,
      code: 'unknown-field',
      message: 'There is no such field',
    })),
  ]
  if (faults.length > 0) throw new DomainError('invalid-input', 'Say which notice was read.', { faults })
  return { notice: notice as string, upTo: upTo as boolean }
}

/** Doors to one's own inbox. Reading is noted for the account alone and for nobody else to see. */
export const inboxEndpoints: Endpoint[] = [
  {
    path: '/inbox',
    method: 'get',
    handler: async (req) =>
      answer(await readInbox(req.payload, requireActor(req), req.user!, asked(req.url!))),
  },
  {
    path: '/inbox/count',
    method: 'get',
    handler: async (req) => {
      const { account } = requireActor(req)
      return answer({ unread: await countUnread(req.payload, account, req.user!) })
    },
  },
  {
    path: '/inbox/read',
    method: 'post',
    handler: async (req) => {
      const actor = requireActor(req)
      return answer(await markRead(req.payload, actor, req.user!, readBody(await bodyOf(req))))
    },
  },
]
