import { createLocalReq, type Payload } from 'payload'
import { standingOf } from '../accounts/standing.js'
import { systemClock } from '../shared/clock.js'
import type { Actor } from '../tenancy/actor.js'
import { takeAction } from '../editorial/take-action.js'
import { takeLifeAction } from '../editorial/organisation-actions.js'
import { loadWorkingDocument, type ModeratedKind } from '../editorial/working-document.js'
import { saveSerially } from '../editorial/save-serially.js'
import { demos, resolveDemo, type DemoSlug } from './demo/resolve-demo.js'
import type { DemoOrganisation, ResolvedDemo, ResolvedEvent, ResolvedPost } from './demo/demo-shape.js'
import { whileDrawing } from '../../media/re-encode.js'
import { renderPicture } from './demo/pictures.js'
import { demoAccounts, type DemoAccount } from './demo-accounts.js'
import { dayAt } from '../calendar/zoned-time.js'

type Row = Record<string, unknown> & { id: string }
/** Ids of what was made, by the keys of the demo. */
interface Made {
  municipality: string
  slug: DemoSlug
  zone: string
  organisations: Map<string, string>
  categories: Map<string, string>
  places: Map<string, string>
  pictures: Map<string, string>
  events: Map<string, string>
  accounts: Map<string, Row>
}

/** As the system: the demo is made before anybody can log in. */
const asSystem = { context: { asSystem: true }, overrideAccess: true } as const

const wordsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([language, text]) => ({ language, text }))

/** Fills an empty database with the two demo municipalities. Everything goes the way that people's work goes. */
export async function seedDemo(
  payload: Payload,
  password: string,
  progress: (line: string) => void,
): Promise<void> {
  await makeAccount(payload, { username: 'operator', role: 'operator', kind: 'person' }, null, password)
  for (const slug of Object.keys(demos) as DemoSlug[]) {
    progress(`Making ${slug} …`)
    await seedMunicipality(payload, slug, password)
  }
}

async function seedMunicipality(payload: Payload, slug: DemoSlug, password: string): Promise<void> {
  const zone = demos[slug].municipality.zone
  const demo = resolveDemo(slug, dayAt(new Date(), zone))
  const made = await makeMunicipality(payload, slug, demo)
  await makeRegisters(payload, demo, made)
  for (const organisation of demo.organisations) await makeOrganisation(payload, organisation, made)
  for (const account of demoAccounts(slug)) {
    made.accounts.set(account.username, await makeAccount(payload, account, made, password))
  }
  for (const organisation of demo.organisations) await approveOrganisation(payload, organisation, made)
  await makePictures(payload, demo, made)
  for (const event of demo.events) await makeContent(payload, 'event', event, made)
  // What was removed comes first: a removal holds back what would go out by rule, which the others of it wait behind.
  const posts = [...demo.posts].sort(
    (a, b) => Number(b.fate.outcome === 'removed') - Number(a.fate.outcome === 'removed'),
  )
  for (const post of posts) await makeContent(payload, 'post', post, made)
  for (const organisation of demo.organisations) await finishOrganisation(payload, organisation, made)
}

async function makeMunicipality(
  payload: Payload,
  slug: DemoSlug,
  { municipality }: ResolvedDemo,
): Promise<Made> {
  const row = (await payload.create({
    collection: 'municipalities',
    data: {
      name: municipality.name,
      slug,
      country: municipality.country,
      languages: municipality.languages,
      zone: municipality.zone,
      colour: municipality.colour,
      modeCalendar: municipality.mode.calendar,
      modeCommunity: municipality.mode.community,
      editorsMayPublish: municipality.editorsMayPublish,
      leadTimeDays: municipality.leadTime,
      decisionTimeDays: municipality.decisionTime,
      defaultPostDays: municipality.postDaysVisible,
      houseRules: municipality.houseRules.map((rule) => ({ ...rule, wording: wordsOf(rule.wording) })),
      audiences: municipality.audiences.map((each) => ({ ...each, labels: wordsOf(each.labels) })),
      areas: municipality.areas.map((each) => ({ ...each, labels: wordsOf(each.labels) })),
      controller: municipality.controller.name,
      dataProtectionContact: municipality.dataProtectionContact,
      privacyNoticeVersion: municipality.privacyNotice.version,
      privacyNotice: wordsOf(municipality.privacyNotice.text),
      privacyNoticeUrl: municipality.privacyNotice.url,
      reportUrl: municipality.reportUrl,
      loginPolicy: municipality.loginPolicy,
      active: true,
      demo: true,
    } as never,
    ...asSystem,
  })) as unknown as Row
  const none = () => new Map<string, string>()
  return {
    municipality: String(row.id),
    slug,
    zone: municipality.zone,
    organisations: none(),
    categories: none(),
    places: none(),
    pictures: none(),
    events: none(),
    accounts: new Map(),
  }
}

async function makeRegisters(payload: Payload, demo: ResolvedDemo, made: Made): Promise<void> {
  for (const category of demo.municipality.categories) {
    const row = await payload.create({
      collection: 'categories',
      data: { ...category, labels: wordsOf(category.labels), municipality: made.municipality } as never,
      ...asSystem,
    })
    made.categories.set(category.code, String(row.id))
  }
  for (const { key, ...place } of demo.places) {
    const row = await payload.create({
      collection: 'places',
      data: { ...place, municipality: made.municipality, decided: true } as never,
      ...asSystem,
    })
    made.places.set(key, String(row.id))
  }
}

async function makeOrganisation(payload: Payload, organisation: DemoOrganisation, made: Made): Promise<void> {
  const row = await payload.create({
    collection: 'organisations',
    data: {
      ...organisation.profile,
      municipality: made.municipality,
      kind: organisation.kind,
      registerReference: organisation.registerReference,
      surfaces: organisation.surfaces,
      trust: organisation.trust,
      dailyLimit: null,
      life: 'applied',
    } as never,
    ...asSystem,
  })
  made.organisations.set(organisation.key, String(row.id))
}

async function makeAccount(
  payload: Payload,
  account: Omit<DemoAccount, 'what' | 'roleTitle'> & { roleTitle?: string },
  made: Made | null,
  password: string,
): Promise<Row> {
  const row = (await payload.create({
    collection: 'accounts',
    data: {
      username: account.username,
      password,
      kind: account.kind,
      roleTitle: account.roleTitle ?? account.username,
      language: made?.slug === 'fjordvik' ? 'nb' : 'sv',
      homeMunicipality: made?.municipality ?? null,
      demo: true,
      ...(account.email ? { email: account.email } : {}),
    } as never,
    ...asSystem,
  })) as unknown as Row
  await payload.create({
    collection: 'memberships',
    data: {
      account: row.id,
      role: account.role,
      municipality: made?.municipality ?? null,
      organisation: account.organisation ? made?.organisations.get(account.organisation) : null,
      approvesOrganisations: account.approvesOrganisations ?? false,
    } as never,
    ...asSystem,
  })
  return { ...row, ...(await standingOf(payload, String(row.id))), collection: 'accounts' }
}

const actorFor = (row: Row): Actor => ({
  account: String(row.id),
  kind: row.kind as Actor['kind'],
  homeMunicipality: null,
  memberships: row.memberships as Actor['memberships'],
})

async function approveOrganisation(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
): Promise<void> {
  if (organisation.outcome === 'applied') return
  await lifeOf(payload, organisation, made, 'approve', null)
}

async function lifeOf(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
  action: string,
  message: string | null,
) {
  const admin = made.accounts.get(`${made.slug}-admin`)!
  const id = made.organisations.get(organisation.key)!
  await takeLifeAction(payload, {
    kind: 'organisation',
    id,
    action,
    actor: actorFor(admin),
    input: { message },
    clock: systemClock,
  })
}

/** Suspensions and changed profiles come last: both need what was published before. */
async function finishOrganisation(
  payload: Payload,
  organisation: DemoOrganisation,
  made: Made,
): Promise<void> {
  const id = made.organisations.get(organisation.key)!
  if (organisation.outcome === 'suspended')
    await lifeOf(payload, organisation, made, 'suspend', organisation.message)
  if (!organisation.pendingProfile) return
  const admin = await freshAccount(payload, made, `${made.slug}-${organisation.key}-admin`)
  await saveAs(payload, 'organisation', id, organisation.pendingProfile, admin)
  await act(payload, 'organisation', id, 'submit', admin, {})
}

async function makePictures(payload: Payload, demo: ResolvedDemo, made: Made): Promise<void> {
  for (const picture of demo.pictures) {
    const bytes = await whileDrawing(() => renderPicture(picture))
    const row = await payload.create({
      collection: 'media',
      data: {
        alt: picture.alt,
        credit: picture.credit,
        municipality: made.municipality,
        peopleShown: 'none',
      } as never,
      file: { data: bytes, mimetype: 'image/jpeg', name: `${picture.key}.jpg`, size: bytes.length },
      ...asSystem,
    })
    made.pictures.set(picture.key, String(row.id))
  }
}

/** The account with its memberships as they are now. */
async function freshAccount(payload: Payload, made: Made, username: string): Promise<Row> {
  const row = made.accounts.get(username)!
  return { ...row, ...(await standingOf(payload, String(row.id))) }
}

/** Who writes for an organisation in the demo: its own account, or for those without one the municipality's admin. */
async function writerOf(payload: Payload, organisation: string, made: Made): Promise<Row> {
  const own = made.accounts.has(`${made.slug}-${organisation}`)
    ? `${made.slug}-${organisation}`
    : `${made.slug}-admin`
  return freshAccount(payload, made, own)
}

async function act(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  action: string,
  by: Row,
  input: object,
) {
  const document = await loadWorkingDocument(payload, kind, id)
  return takeAction(payload, {
    kind,
    id,
    action,
    actor: actorFor(by),
    input: { ...input, revision: document!.revision },
    clock: systemClock,
  })
}

async function saveAs(
  payload: Payload,
  kind: ModeratedKind,
  id: string,
  data: object,
  by: Row,
): Promise<void> {
  const document = await loadWorkingDocument(payload, kind, id)
  const req = await createLocalReq({ user: by as never }, payload)
  await saveSerially(payload, kind, id, { ...data, revision: document!.revision }, req)
}

/** The content with ids in place of keys. */
function withIds(
  content: ResolvedEvent['content'] | ResolvedPost['content'],
  made: Made,
): Record<string, unknown> {
  const ids = (keys: string[], among: Map<string, string>) => keys.flatMap((key) => among.get(key) ?? [])
  const base = {
    ...content,
    categories: ids(content.categories, made.categories),
    pictures: ids(content.pictures, made.pictures),
  }
  if (!('zone' in content)) return base
  const named = Boolean(content.contact.name)
  return {
    ...base,
    place: content.place ? made.places.get(content.place) : null,
    coOrganisers: ids(content.coOrganisers, made.organisations),
    umbrella: content.umbrella ? (made.events.get(content.umbrella) ?? null) : null,
    overrides: content.overrides.map((each) => ({
      ...each,
      place: each.place ? made.places.get(each.place) : null,
    })),
    // The demo's contacts are functions of an organisation, not people; the reference says so.
    contact: { ...content.contact, consentReference: named ? 'funktion' : null },
  }
}

async function makeContent(
  payload: Payload,
  kind: 'event' | 'post',
  what: ResolvedEvent | ResolvedPost,
  made: Made,
): Promise<void> {
  const organisation = made.organisations.get(what.organisation)!
  const writer = await writerOf(payload, what.organisation, made)
  const editor = await freshAccount(payload, made, `${made.slug}-editor`)
  const { importance, ...content } = withIds(what.content, made) as Record<string, unknown>
  const row = await payload.create({
    collection: kind === 'event' ? 'events' : 'posts',
    data: { ...content, municipality: made.municipality, organisation } as never,
    user: writer as never,
    overrideAccess: false,
  })
  const id = String(row.id)
  if (kind === 'event') made.events.set(what.key, id)
  await carryOut(payload, kind, id, what, { writer, editor, importance, made })
}

interface Cast {
  writer: Row
  editor: Row
  importance: unknown
  made: Made
}

async function carryOut(
  payload: Payload,
  kind: 'event' | 'post',
  id: string,
  what: ResolvedEvent | ResolvedPost,
  cast: Cast,
) {
  const { writer, editor, made } = cast
  const { fate } = what
  const own = made.accounts.get(`${made.slug}-${what.organisation}`) !== undefined
  const by = (action: string, account: Row, input: object = {}) =>
    act(payload, kind, id, action, account, input)
  if (fate.outcome === 'draft') return
  if (!own || fate.outcome === 'published-by-editor') {
    // Content of the municipality's own units, which nobody else writes for: an editor publishes it.
    await by(
      'publish',
      await freshAccount(payload, made, own ? `${made.slug}-editor` : `${made.slug}-admin`),
    ).catch(async () => {
      await publishOnBehalf(payload, kind, id, what, cast)
    })
    return afterwards(payload, kind, id, what, cast)
  }
  const submitted = await by('submit', writer)
  if (submitted.state === 'in-review') {
    if (fate.outcome === 'in-review') return
    if (fate.outcome === 'changes-requested')
      return void (await by('request-changes', editor, { message: fate.message }))
    if (fate.outcome === 'rejected')
      return void (await by('reject', editor, { reason: fate.reason, message: fate.message }))
    if (fate.outcome === 'appealed') {
      await by('reject', editor, { reason: fate.reason, message: fate.message })
      return void (await by('appeal', writer, { message: fate.appeal }))
    }
    await by('approve', editor)
  }
  return afterwards(payload, kind, id, what, cast)
}

/** An association that has no account of its own: the editor enters it for it. */
async function publishOnBehalf(
  payload: Payload,
  kind: 'event' | 'post',
  id: string,
  what: ResolvedEvent | ResolvedPost,
  { editor, made }: Cast,
) {
  await saveAs(payload, kind, id, { title: what.content.title }, editor)
  await act(payload, kind, id, 'publish', await freshAccount(payload, made, `${made.slug}-editor`), {})
}

async function afterwards(
  payload: Payload,
  kind: 'event' | 'post',
  id: string,
  what: ResolvedEvent | ResolvedPost,
  cast: Cast,
) {
  const { writer, editor, importance, made } = cast
  const { fate } = what
  const by = (action: string, account: Row, input: object = {}) =>
    act(payload, kind, id, action, account, input)
  if (importance && importance !== 'normal') {
    await by('correct', editor, { edits: { importance }, note: 'Vikt satt av redaktionen.' })
  }
  if ('announcements' in what) {
    const { series, occurrences } = what.announcements
    if (series) await by('announce', writer, { status: series.status, reason: series.reason })
    for (const [occurrence, said] of Object.entries(occurrences)) {
      await by('announce', writer, { status: said.status, reason: said.reason, occurrence })
    }
  }
  if ('pinned' in what && what.pinned) await by('pin', editor)
  if (fate.outcome === 'removed') await by('remove', editor, { reason: fate.reason, message: fate.message })
  if (fate.outcome === 'withdrawn') {
    await by('withdraw', editor, {
      reason: fate.reason,
      ...(fate.explanation ? { explanation: fate.explanation } : {}),
    })
  }
  if (fate.outcome === 'approved-with-pending-edit') {
    await saveAs(payload, kind, id, withIds(fate.edit as ResolvedEvent['content'], made), writer)
    await by('submit', writer).catch(() => undefined)
  }
}
