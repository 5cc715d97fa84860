import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
      auditor: { role: 'auditor' },
    },
  })

describeHere('what the form is told of a document', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let editor: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, editor } = town.person)
  }, 240_000)
  afterAll(() => torg?.stop())

  const told = async (who: Visitor, id: string) => (await who.get(`/api/events/${id}/actions`)).body
  const fields = (faults: { field: string }[]) => faults.map(({ field }) => field)

  it('puts an event without a zone on the clock of its municipality', async () => {
    const { body } = await author.post('/api/events', { title: 'Bara en rubrik' })
    expect(body.doc.zone).toBe('Europe/Stockholm')
    const changed = await author.patch(`/api/events/${body.doc.id}`, { revision: 1, zone: 'Europe/Oslo' })
    expect(changed.body.doc.zone).toBe('Europe/Oslo')
  })

  it('says what is missing before the first submission, and no longer when it has been sent', async () => {
    const draft = await author.post('/api/events', {})
    const list = await told(author, draft.body.doc.id)
    expect(fields(list.missing)).toEqual(expect.arrayContaining(['title', 'language', 'start', 'categories']))
    const { id } = await submitted(author, 'events', eventBody(town.category))
    expect((await told(editor, id)).missing).toEqual([])
  })

  it('tells the editor what the author wrote when submitting and appealing, until it is decided', async () => {
    const draft = await author.post('/api/events', eventBody(town.category))
    const { id } = draft.body.doc
    const message = 'Vi har lånat hallen av skolan.'
    const sent = await author.act('events', id, 'submit', { revision: draft.body.doc.revision, message })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    expect((await told(editor, id)).said).toEqual({ action: 'submit', at: expect.any(String), message })
    const refusal = { revision: sent.body.revision, reason: 'commercial', message: 'Det liknar reklam.' }
    const rejected = await editor.act('events', id, 'reject', refusal)
    expect((await told(editor, id)).said).toBe(null)
    const appeal = { revision: rejected.body.revision, message: 'Ingenting säljs.' }
    expect((await author.act('events', id, 'appeal', appeal)).status).toBe(200)
    expect((await told(editor, id)).said).toMatchObject({ action: 'appeal', message: 'Ingenting säljs.' })
  })

  it('tells of findings until the decision, of announcements, and of a suspension that hides', async () => {
    const soon = new Date(Date.now() + 20 * 3_600_000).toISOString()
    const { id, revision } = await submitted(author, 'events', {
      ...eventBody(town.category),
      start: soon,
      end: null,
    })
    expect((await told(editor, id)).findings.map((one: { code: string }) => one.code)).toContain('too-late')
    const approved = await editor.act('events', id, 'approve', { revision })
    expect((await told(author, id)).findings).toEqual([])
    const off = await author.act('events', id, 'announce', {
      revision: approved.body.revision,
      status: 'cancelled',
      reason: 'illness',
    })
    expect(off.status, JSON.stringify(off.body)).toBe(200)
    const said = await told(author, id)
    expect(said.announced).toEqual([{ occurrence: null, status: 'cancelled', reason: 'illness' }])
    expect(said.hidden).toBe(null)
    const organisation = town.organisation.Klara
    await town.person.admin.act('organisations', organisation, 'suspend', { message: 'Vi ser över det.' })
    expect((await told(editor, id)).hidden).toBe('suspended')
    await town.person.admin.act('organisations', organisation, 'reinstate', {})
    expect((await told(editor, id)).hidden).toBe(null)
  })

  it('gives the reason of a rejection in words, house rules included', async () => {
    const { id, revision } = await submitted(author, 'events', eventBody(town.category))
    await editor.act('events', id, 'reject', {
      revision,
      reason: 'local-only',
      message: 'Det är i en annan kommun.',
    })
    expect((await told(author, id)).last).toMatchObject({
      reason: 'local-only',
      reasonLabel: { sv: 'Det ska röra kommunen.' },
    })
  })

  it('says who took something down: an author with a reason of the closed list, not the editor who approved', async () => {
    const { id } = await submitted(author, 'events', eventBody(town.category))
    await editor.act('events', id, 'approve')
    const down = await author.act('events', id, 'withdraw', { reason: 'organiser', message: 'Vi flyttar.' })
    expect(down.status, JSON.stringify(down.body)).toBe(200)
    expect((await told(editor, id)).last).toMatchObject({
      action: 'withdraw',
      message: 'Vi flyttar.',
      reason: 'organiser',
      reasonLabel: { sv: 'Arrangören har tagit bort det' },
    })
  })

  it('names in the log the role of who decided, and never the account', async () => {
    await torg.payload.db.updateOne({
      collection: 'accounts',
      id: town.account.editor,
      data: { roleTitle: 'Kulturkontoret' },
    })
    const { id, revision } = await submitted(author, 'events', eventBody(town.category))
    await editor.act('events', id, 'approve', { revision })
    const log = await town.person.auditor.get(`/api/moderation-log?where[document][equals]=${id}`)
    const by = Object.fromEntries(
      log.body.docs.map((one: { action: string; actorRole: string | null }) => [one.action, one.actorRole]),
    )
    expect(by).toMatchObject({ approve: 'Kulturkontoret', submit: null })
    expect(JSON.stringify(log.body)).not.toContain('"editor"')
  })
})
