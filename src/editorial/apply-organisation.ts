import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { z } from 'zod'
import type { ApplicationThrottle } from '../accounts/application-throttle.js'
import { tooMany } from '../accounts/hashing-queue.js'
import type { Clock } from '../shared/clock.js'
import { holdsUnshowable } from '../shared/characters.js'
import { closedForNow } from '../organisations/may-publish.js'
import { withScheme } from '../moderation/link-form.js'
import { decisionDue } from '../moderation/house-rules.js'
import { DomainError } from '../shared/errors.js'
import type { Actor } from '../tenancy/actor.js'
import { decidesOnOrganisations } from '../tenancy/membership.js'
import { lenientFaults } from './check-content.js'
import { contentOf } from './content.js'
import { addressesOf } from './notices/tell.js'
import { freeOrganisationNumber, numberingOrganisations } from './organisation-numbers.js'
import { completeDocument } from './reconcile.js'
import { refuseNumbersIn } from './refuse-numbers.js'
import { registerOutbox } from './registers.js'
import { together, type Write } from './together.js'
import { listColumns } from './queue/list-columns.js'
import { timesOf } from './surroundings.js'
import { freshRecord, type WorkingDocument } from './working-document.js'

const shape = z.strictObject({
  /** The municipality's slug: what a public form knows. */
  municipality: z.string().min(1).max(40),
  name: z.string().trim().min(2).max(120),
  kind: z.enum(['association', 'company']).default('association'),
  organisationNumber: z.string().max(20).nullish(),
  description: z.string().max(2000).nullish(),
  email: z.string().max(200).nullish(),
  phone: z.string().max(50).nullish(),
  website: z.string().trim().max(300).transform(withScheme).nullish(),
  surfaces: z
    .array(z.enum(['calendar', 'community']))
    .min(1)
    .max(2)
    .default(['calendar', 'community']),
  message: z
    .string()
    .max(4000)
    .refine((value) => !holdsUnshowable(value))
    .nullish(),
})

/** Applications that wait for a decision at most in one municipality: the public form fills no table. */
const mostOpen = 500
/** Seconds after which it is worth asking whether editors have decided on some. */
const lookAgainAfter = 3600

export interface Applied {
  id: string
  state: 'applied' | 'invited'
  /** Shown once: by it the applicant follows the application without an account. Only its hash is kept. */
  reference: string
}

type Row = Record<string, unknown> & { id: string }

const messages: Record<string, string> = {
  name: 'The name of the organisation, 2 to 120 characters',
  municipality: 'The municipality',
  kind: 'association or company',
  surfaces: 'calendar, community or both',
}

function read(body: unknown): z.infer<typeof shape> {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, code: 'unknown-field', message: 'There is no such field' }))
      : [
          {
            field: issue.path.join('.') || 'body',
            code: issue.code === 'custom' ? 'characters' : 'format',
            message: messages[String(issue.path[0])] ?? 'This cannot be understood',
          },
        ],
  )
  throw new DomainError('invalid-input', 'The application is not complete.', { faults })
}

/** The public form: only so many from one network, and only what was registered counts. `networks`: words of the day. */
export async function applyByForm(
  payload: Payload,
  body: unknown,
  { clock, throttle, networks }: { clock: Clock; throttle: ApplicationThrottle; networks: string[] },
): Promise<Applied> {
  const admitted = throttle.admit(networks)
  if ('retryAfter' in admitted) throw tooMany(admitted.retryAfter)
  try {
    return await applyOrganisation(payload, body, clock)
  } catch (error) {
    admitted.withdraw()
    throw error
  }
}

async function requireRoom(payload: Payload, municipality: string): Promise<void> {
  const { totalDocs } = await payload.db.count({
    collection: 'organisations',
    where: { and: [{ municipality: { equals: municipality } }, { life: { equals: 'applied' } }] },
  })
  if (totalDocs < mostOpen) return
  throw new DomainError(
    'too-many-requests',
    'More applications than can be looked at are waiting here. Try again later, or contact the municipality.',
    { facts: { retryAfter: lookAgainAfter } },
  )
}

/**
 * Registers an organisation that applies on the public form, or that an editor invites (`inviter`). An organisation
 * that is known already under the same number is not registered twice.
 */
export async function applyOrganisation(
  payload: Payload,
  body: unknown,
  clock: Clock,
  inviter?: Actor,
): Promise<Applied> {
  const wanted = read(body)
  const municipality = await payload.db.findOne<Row>({
    collection: 'municipalities',
    where: { slug: { equals: wanted.municipality } },
  })
  if (!municipality) {
    throw new DomainError('invalid-input', 'There is no such municipality here.', {
      faults: [
        { field: 'municipality', code: 'not-found', message: 'Choose one of the municipalities served' },
      ],
    })
  }
  const home = String(municipality.id)
  if (municipality.active !== true) throw closedForNow()
  if (inviter && !decidesOnOrganisations(inviter, home)) {
    throw new DomainError('not-allowed', 'Your account may not invite organisations here.')
  }
  const fields = {
    name: wanted.name,
    description: wanted.description ?? null,
    contact: { email: wanted.email ?? null, phone: wanted.phone ?? null, website: wanted.website ?? null },
  }
  const content = contentOf('organisation', fields)
  refuseNumbersIn({ ...fields, message: wanted.message }, clock.now())
  const faults = lenientFaults('organisation', content)
  if (faults.length > 0)
    throw new DomainError('invalid-input', 'Some of the application cannot be used.', { faults })
  if (!inviter) await requireRoom(payload, home)
  const now = clock.now()
  const state = inviter ? 'invited' : 'applied'
  const reference = randomBytes(16).toString('base64url')
  const outbox = {
    ...registerOutbox(inviter ? 'invite' : 'apply', 1, inviter ?? null, now),
    from: 'new',
    to: state,
    publication: false,
    keepRevision: true,
    message: wanted.message ?? null,
    tell: addressesOf(inviter ? 'invite' : 'apply', {}),
    cause: randomUUID(),
  }
  // As the system: an applicant has no account. Everything stored was checked above.
  const at = now.toISOString()
  const waiting: Pick<WorkingDocument, 'state' | 'publication' | 'submittedAt'> = {
    state: 'draft',
    publication: 'none',
    submittedAt: at,
  }
  const lists = listColumns(
    { ...waiting, workflow: freshRecord, listedForReview: false, content, life: state },
    { kind: 'organisation', unique: outbox.cause, at, publicChanged: false, unreviewed: 'keep' },
  )
  const register = async (organisationNumber: string | null, write: Write) =>
    (await payload.db.create({
      collection: 'organisations',
      data: {
        ...fields,
        municipality: home,
        kind: wanted.kind,
        organisationNumber,
        surfaces: wanted.surfaces,
        trust: 'standard',
        life: state,
        lifeMessage: wanted.message ?? null,
        applicationReference: createHash('sha256').update(reference).digest('hex'),
        ...waiting,
        ...lists,
        dueAt: state === 'applied' ? (decisionDue(now, timesOf(municipality))?.toISOString() ?? null) : null,
        revision: 1,
        content,
        workflow: freshRecord,
        listedForReview: false,
        outbox,
        outboxCause: outbox.cause,
      },
      req: write,
    })) as Row
  const here = { id: home, country: String(municipality.country) }
  const row = await numberingOrganisations(() =>
    together(payload, async (write) =>
      register(await freeOrganisationNumber(payload, wanted.organisationNumber, here, null, write), write),
    ),
  )
  await completeDocument(payload, 'organisation', String(row.id))
  return { id: String(row.id), state, reference }
}
