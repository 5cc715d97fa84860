import { paragraph } from './paragraph.js'
import { cameIn, makeAccount, makeCategory, makeMunicipality, makeOrganisation, Visitor } from './people.js'
import { smallPicture } from './two-municipalities.js'
import type { Running } from './torg.js'

export type Standing = 'approved' | 'unapproved' | 'suspended'

export interface Newsroom {
  torg: Running
  slugs: string[]
  category: { ekby: string; postby: string }
  municipality: { ekby: string; postby: string; fjordby: string }
  organisation: Record<Standing | 'second' | 'trusted' | 'post', string>
  /** Contributor and organisation-admin of the organisation of that standing, in one account. */
  author: Record<Standing | 'second' | 'trusted' | 'post', Visitor>
  editor: Visitor
  colleague: Visitor
  postEditor: Visitor
  stranger: Visitor
  /** Editor of the municipality and contributor of the approved organisation. */
  double: Visitor
  townKey: Visitor
  machine: Visitor
  citizen: Visitor
}

const inDays = (days: number, hour: number): string => {
  const date = new Date(Date.now() + days * 86_400_000)
  date.setUTCHours(hour, 0, 0, 0)
  return date.toISOString().replace('.000Z', 'Z')
}

export const eventBody = (category: string, more: object = {}) => ({
  title: 'Öppen träning',
  summary: 'Fotboll för alla.',
  language: 'sv',
  start: inDays(7, 17),
  end: inDays(7, 18),
  zone: 'Europe/Stockholm',
  categories: [category],
  address: { name: 'Vallen', address: 'Gatan 1' },
  ...more,
})

export const richText = paragraph

export const postBody = (category: string, more: object = {}) => ({
  title: 'Vi söker ledare',
  body: richText('Kom och hjälp till.'),
  language: 'sv',
  type: 'news',
  categories: [category],
  ...more,
})

/** `ekby` reviews everything, `postby` publishes by rule, `fjordby` is somebody else's. */
export async function newsroom(torg: Running): Promise<Newsroom> {
  const { payload, base } = torg
  const made = {
    ekby: String((await makeMunicipality(payload, { slug: 'ekby' })).id),
    postby: String(
      (await makeMunicipality(payload, { slug: 'postby', modeCalendar: 'post', modeCommunity: 'post' })).id,
    ),
    fjordby: String((await makeMunicipality(payload, { slug: 'fjordby' })).id),
  }
  const category = {
    ekby: String((await makeCategory(payload, made.ekby)).id),
    postby: String((await makeCategory(payload, made.postby)).id),
  }
  const account = async (username: string, options: Partial<Parameters<typeof makeAccount>[1]>) => {
    const { id } = await makeAccount(payload, {
      username,
      role: 'editor',
      municipality: made.ekby,
      ...options,
    })
    return { id: String(id), visitor: await cameIn(payload, base, String(id)) }
  }
  const decides = { approvesOrganisations: true }
  const { visitor: editor } = await account('editor', decides)
  const { visitor: colleague } = await account('colleague', decides)
  const { visitor: postEditor } = await account('post-editor', { ...decides, municipality: made.postby })
  const { visitor: stranger } = await account('stranger', {
    role: 'municipality-admin',
    municipality: made.fjordby,
  })
  const { visitor: townKey } = await account('town-key', { role: 'api-client', kind: 'machine' })
  const { visitor: machine } = await account('machine', { kind: 'machine' })

  const organisation = {} as Newsroom['organisation']
  const author = {} as Newsroom['author']
  const names = {
    approved: 'Klara',
    unapproved: 'Nya',
    suspended: 'Pausade',
    second: 'Andra',
    trusted: 'Betrodda',
    post: 'Fria',
  }
  for (const [standing, name] of Object.entries(names) as [keyof typeof names, string][]) {
    const municipality = standing === 'post' ? made.postby : made.ekby
    const trust = standing === 'trusted' ? 'trusted' : 'standard'
    const id = String((await makeOrganisation(payload, municipality, name, { life: 'applied', trust })).id)
    organisation[standing] = id
    const decider = standing === 'post' ? postEditor : editor
    if (standing !== 'unapproved') await decider.act('organisations', id, 'approve')
    const writes = await account(`author-${standing}`, {
      role: 'organisation-admin',
      municipality,
      organisation: id,
    })
    author[standing] = writes.visitor
  }
  const { id: both, visitor: double } = await account('double', {})
  await payload.create({
    collection: 'memberships',
    data: {
      account: both,
      role: 'contributor',
      municipality: made.ekby,
      organisation: organisation.approved,
    } as never,
    context: { asSystem: true },
    overrideAccess: true,
  })
  return {
    torg,
    slugs: ['ekby', 'postby', 'fjordby'],
    category,
    municipality: made,
    organisation,
    author,
    editor,
    colleague,
    postEditor,
    stranger,
    double,
    townKey,
    machine,
    citizen: new Visitor(base),
  }
}

/** An event of an author that an editor has approved: live, with the words of `eventBody`. */
export async function liveEvent(room: Newsroom, by: Visitor, more: object = {}): Promise<string> {
  const id = await submittedEvent(room, by, more)
  const answer = await room.editor.act('events', id, 'approve')
  if (answer.body.publication !== 'live' && answer.body.publication !== 'scheduled')
    throw new Error(`The event is not live: ${JSON.stringify(answer.body)}`)
  return id
}

export async function submittedEvent(room: Newsroom, by: Visitor, more: object = {}): Promise<string> {
  const created = await by.post('/api/events', eventBody(room.category.ekby, more))
  if (created.status !== 201) throw new Error(`The event was not made: ${JSON.stringify(created.body)}`)
  const id = String(created.body.doc.id)
  const sent = await by.act('events', id, 'submit')
  if (sent.status !== 200) throw new Error(`The event was not submitted: ${JSON.stringify(sent.body)}`)
  return id
}

export async function uploadedPicture(by: Visitor, fields: object = {}): Promise<string> {
  const answer = await by.upload(await smallPicture(), { alt: 'Planen', ...fields })
  if (answer.status !== 201) throw new Error(`The picture was not taken: ${JSON.stringify(answer.body)}`)
  return String(answer.body.doc.id)
}
