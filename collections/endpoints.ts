import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '../src/accounts/standing.js'
import { offerRole } from '../src/editorial/accounts/offer-role.js'
import { reviewRole } from '../src/editorial/accounts/review.js'
import { systemClock, type Clock } from '../src/shared/clock.js'
import { DomainError, nothingHere } from '../src/shared/errors.js'
import type { Actor } from '../src/tenancy/actor.js'
import { readActionInput } from '../src/editorial/action-input.js'
import { ApplicationThrottle } from '../src/accounts/application-throttle.js'
import { applyByForm, applyOrganisation } from '../src/editorial/apply-organisation.js'
import { holdAction, undoHeld } from '../src/editorial/hold.js'
import { listActions } from '../src/editorial/list-actions.js'
import { actOnMunicipality, listMunicipalityActions } from '../src/editorial/municipality-actions.js'
import { isLifeAction, takeLifeAction } from '../src/editorial/organisation-actions.js'
import { saveSerially } from '../src/editorial/save-serially.js'
import { withdrawConsent } from '../src/editorial/end-consent.js'
import { listPictureUses } from '../src/editorial/list-picture-uses.js'
import { withdrawContact } from '../src/editorial/withdraw-contact.js'
import { stepAside } from '../src/editorial/step-aside.js'
import { createDocument, createRow } from '../src/editorial/create-document.js'
import { changePicture } from '../src/editorial/change-picture.js'
import { changeRegister, type RegisterCollection } from '../src/editorial/change-register.js'
import { takeAction } from '../src/editorial/take-action.js'
import { requireTaken } from '../src/shared/not-taken.js'
import { collectionOf, type ModeratedKind } from '../src/editorial/working-document.js'
import { bodyOf, knownBody } from './request-body.js'

/** Thin doors over the commands: read the request, call one command, answer. Errors become answers in one other place. */
export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })

export function requireActor(req: PayloadRequest): Actor {
  const actor = actorOf(req)
  if (!actor) throw new DomainError('not-logged-in', 'Log in first.')
  return actor
}

const part = (req: PayloadRequest, name: string): string => String(req.routeParams?.[name] ?? '')

export const isDocumentId = (text: string): boolean => /^[0-9a-f-]{24,36}$/.test(text)

/** The id in the address. What cannot be one is answered like one that does not exist. */
export function idOf(req: PayloadRequest): string {
  const id = part(req, 'id')
  if (!isDocumentId(id)) throw nothingHere()
  return id
}

async function act(kind: ModeratedKind, req: PayloadRequest): Promise<Response> {
  const actor = requireActor(req)
  const body = await bodyOf(req)
  const [id, action] = [idOf(req), part(req, 'action')]
  const input = readActionInput(body)
  if (action === 'step-aside' && kind === 'event') {
    return answer(await stepAside(req.payload, { id, actor, input, clock: systemClock }))
  }
  if (action === 'undo')
    return answer(await undoHeld(req.payload, { kind, id, actor, input, clock: systemClock }))
  if (action === 'withdraw-contact' && kind === 'event') {
    return answer(await withdrawContact(req.payload, { id, actor, input, clock: systemClock }))
  }
  const attempt = { kind, id, action, actor, input, clock: systemClock }
  if (kind === 'organisation' && (await isLifeAction(req.payload, id, action))) {
    // Whatever else there is to say of it: it takes effect at once.
    requireTaken({ hold: input.hold }, [])
    return answer(await takeLifeAction(req.payload, attempt))
  }
  return input.hold
    ? answer(await holdAction(req.payload, attempt), 202)
    : answer(await takeAction(req.payload, attempt))
}

/** Only an own revision may be changed, one save at a time per document; Payload's update runs underneath. */
async function change(kind: ModeratedKind, req: PayloadRequest): Promise<Response> {
  requireActor(req)
  const doc = await saveSerially(req.payload, kind, idOf(req), await bodyOf(req), req, depthOf(req))
  return answer({ doc, message: req.t('general:updatedSuccessfully') })
}

export const depthOf = (req: PayloadRequest) => Math.min(2, Math.max(0, Number(req.query?.depth ?? 0) || 0))

/** Every way to spell an id ends here: Payload's own update, underneath, must never be reached by another one. */
const byId = '/:id'

const actionEndpoints = (kind: ModeratedKind): Endpoint[] => [
  {
    path: `${byId}/actions`,
    method: 'get',
    handler: async (req) => {
      const actor = requireActor(req)
      return answer(await listActions(req.payload, kind, idOf(req), actor, new Date()))
    },
  },
  { path: `${byId}/actions/:action`, method: 'post', handler: (req) => act(kind, req) },
  { path: byId, method: 'patch', handler: (req) => change(kind, req) },
]

async function create(kind: ModeratedKind, req: PayloadRequest): Promise<Response> {
  const made = { kind, data: await bodyOf(req), actor: requireActor(req), depth: depthOf(req) }
  const doc = await createDocument(req.payload, made, systemClock, req)
  return answer({ doc, message: createdWords(req, collectionOf[kind]) }, 201)
}

export const moderatedEndpoints = (kind: 'event' | 'post'): Endpoint[] => [
  ...actionEndpoints(kind),
  { path: '/', method: 'post', handler: (req) => create(kind, req) },
]

/** The day's words for the sender's networks, as the bridge gives them. */
export const networksOf = (req: PayloadRequest): string[] =>
  (req.headers.get('x-torg-networks') ?? 'unknown').split(' ')

const applications = new ApplicationThrottle(systemClock)

export const organisationEndpoints: Endpoint[] = [
  {
    path: '/apply',
    method: 'post',
    handler: async (req) => {
      const from = { clock: systemClock, throttle: applications, networks: networksOf(req) }
      return answer(await applyByForm(req.payload, await bodyOf(req), from), 201)
    },
  },
  {
    path: '/invite',
    method: 'post',
    handler: async (req) =>
      answer(await applyOrganisation(req.payload, await bodyOf(req), systemClock, requireActor(req)), 201),
  },
  ...actionEndpoints('organisation'),
  { path: '/', method: 'post', handler: (req) => create('organisation', req) },
]

/** What was made, in the language of the form. */
export function createdWords(req: PayloadRequest, collection: string): string {
  const { labels } = req.payload.collections[collection as 'events']!.config
  const singular = labels.singular as string | Record<string, string>
  const label = typeof singular === 'string' ? singular : (singular[req.i18n.language] ?? singular.en ?? '')
  return req.t('general:successfullyCreated', { label })
}

/** Making a row of a collection that is not moderated. */
const creating = (collection: 'memberships' | RegisterCollection): Endpoint => ({
  path: '/',
  method: 'post',
  handler: async (req) => {
    requireActor(req)
    const doc = await createRow(req.payload, collection, await bodyOf(req), depthOf(req), req)
    return answer({ doc, message: createdWords(req, collection) }, 201)
  },
})

/**
 * Saves of what the municipality keeps itself: each takes a change number inside Payload's own transaction, so that two
 * at once are tried again instead of failing.
 */
export const registerEndpoints = (collection: RegisterCollection): Endpoint[] => [
  creating(collection),
  {
    path: byId,
    method: 'patch',
    handler: async (req) => {
      requireActor(req)
      const data = await bodyOf(req)
      const doc = await changeRegister(req.payload, collection, part(req, 'id'), data, req, depthOf(req))
      return answer({ doc, message: req.t('general:updatedSuccessfully') })
    },
  },
]

/** Changing what is said of a picture, taking it back, and where it is used; the rest of a picture is Payload's own. */
export const mediaEndpoints: Endpoint[] = [
  {
    path: byId,
    method: 'patch',
    handler: async (req) => {
      requireActor(req)
      const doc = await changePicture(req.payload, idOf(req), await bodyOf(req), req, depthOf(req))
      return answer({ doc, message: req.t('general:updatedSuccessfully') })
    },
  },
  {
    path: `${byId}/actions/withdraw-consent`,
    method: 'post',
    handler: async (req) => {
      const attempt = { id: idOf(req), actor: requireActor(req), clock: systemClock }
      await knownBody(req, {})
      return answer(await withdrawConsent(req.payload, attempt))
    },
  },
  {
    path: `${byId}/uses`,
    method: 'get',
    handler: async (req) => answer(await listPictureUses(req.payload, idOf(req), requireActor(req))),
  },
]

export const municipalityEndpoints: Endpoint[] = [
  ...registerEndpoints('municipalities'),
  {
    path: `${byId}/actions`,
    method: 'get',
    handler: async (req) => answer(await listMunicipalityActions(req.payload, idOf(req), requireActor(req))),
  },
  {
    path: `${byId}/actions/:action`,
    method: 'post',
    handler: async (req) =>
      answer(
        await actOnMunicipality(
          req.payload,
          idOf(req),
          part(req, 'action'),
          requireActor(req),
          readActionInput(await bodyOf(req)),
        ),
      ),
  },
]

export const membershipEndpoints = (clock: Clock): Endpoint[] => [
  creating('memberships'),
  {
    path: '/offer',
    method: 'post',
    handler: async (req) =>
      answer(await offerRole(req.payload, requireActor(req), await bodyOf(req), clock), 201),
  },
  {
    path: `${byId}/actions/reviewed`,
    method: 'post',
    handler: async (req) => {
      const [actor, id] = [requireActor(req), idOf(req)]
      await knownBody(req, {})
      return answer(await reviewRole(req.payload, actor, id, clock))
    },
  },
]
