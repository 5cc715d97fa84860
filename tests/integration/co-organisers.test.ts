import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Andra: {}, Tredje: {}, Trogen: { trust: 'trusted' } },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      andra: { role: 'contributor', organisation: 'Andra' },
      tredje: { role: 'contributor', organisation: 'Tredje' },
      trogen: { role: 'contributor', organisation: 'Trogen' },
      editor: { role: 'editor' },
      second: { role: 'editor' },
    },
  })

interface Notice {
  id: string
  action: string
  title: string | null
}

describeHere('an organisation that is named beside another', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const secret = 'Ta bort raden om ordföranden'
  const told = async (by: Visitor, id: string) => {
    const { docs } = (await by.get(`/api/notices?where[document][equals]=${id}&sort=createdAt&limit=100`))
      .body as { docs: Notice[] }
    return docs.map(({ action, title }) => [action, title])
  }
  const change = async (id: string, more: object) => {
    const { revision } = (await town.person.author.get(`/api/events/${id}`)).body
    const answer = await town.person.author.patch(`/api/events/${id}`, { revision, ...more })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const done = async (by: Visitor, id: string, action: string, input: object = {}) => {
    const answer = await by.act('events', id, action, input)
    expect(answer.status, `${action} ${JSON.stringify(answer.body)}`).toBe(200)
    return answer
  }
  async function submitted(more: object, by = town.person.author): Promise<string> {
    const made = await by.post('/api/events', eventBody(town.category, more))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = String(made.body.doc.id)
    await done(by, id, 'submit')
    return id
  }

  it('reads that it is named and of what, and no word between editor and author, nor what is not public', async () => {
    const { author, andra, tredje, editor, second } = town.person
    const { Andra, Tredje } = town.organisation
    const id = await submitted({ title: 'Före ändring', coOrganisers: [Andra] })
    await done(editor, id, 'approve-with-edits', {
      message: secret,
      edits: { title: 'Efter ändring', summary: 'Ny ingress av redaktören' },
    })
    // A change under way, which nobody has decided on, while the public version is corrected.
    await change(id, { title: 'Hemlig ny rubrik' })
    await done(editor, id, 'correct', { note: secret, edits: { coOrganisers: [Andra, Tredje] } })
    expect(await told(andra, id)).toEqual([['approve-with-edits', 'Efter ändring']])
    expect(await told(tredje, id)).toEqual([['correct', 'Efter ändring']])

    const refused = await submitted({ title: 'Omprövas', coOrganisers: [Andra] })
    await done(editor, refused, 'reject', { reason: 'commercial', message: 'Reklam för ordföranden' })
    await done(author, refused, 'appeal', { message: 'Det är ingen reklam' })
    await done(second, refused, 'overturn', { message: `${secret} ändå` })
    expect(await told(andra, refused)).toEqual([['overturn', 'Omprövas']])
    for (const by of [andra, tredje])
      for (const address of ['/api/notices?limit=100', '/api/inbox', '/api/desk']) {
        const words = JSON.stringify((await by.get(address)).body)
        for (const theirs of [secret, 'Hemlig ny rubrik', 'Före ändring', 'Ny ingress', 'Reklam'])
          expect(words, `${address} ${theirs}`).not.toContain(theirs)
      }
    const inbox = (await andra.get('/api/inbox')).body as { notices: { kind: string }[] }
    const notices = inbox.notices.filter(({ kind }) => kind === 'event')
    expect(notices).toHaveLength(2)
    for (const notice of notices)
      expect(notice).toMatchObject({
        message: null,
        reason: null,
        changes: [],
        ground: null,
        automated: false,
        next: { step: 'step-aside' },
      })
    // Its author reads all of it.
    expect(JSON.stringify((await author.get('/api/inbox')).body)).toContain(secret)
  })

  it('is told when it comes to be named, and not again at every decision', async () => {
    const { author, andra, tredje, trogen, editor } = town.person
    const { Andra, Tredje } = town.organisation
    const id = await submitted({ title: 'Tillsammans', coOrganisers: [Andra] })
    await done(editor, id, 'approve')
    await change(id, { summary: 'Ny text' })
    await done(author, id, 'submit')
    await done(editor, id, 'approve')
    expect(await told(andra, id)).toEqual([['approve', 'Tillsammans']])
    await done(author, id, 'withdraw', { reason: 'organiser' })
    await done(editor, id, 'restore')
    expect(await told(andra, id)).toHaveLength(1)
    await change(id, { coOrganisers: [Andra, Tredje] })
    await done(author, id, 'submit')
    await done(editor, id, 'approve')
    expect([(await told(andra, id)).length, (await told(tredje, id)).length]).toEqual([1, 1])
    // Who took its name off is told if it is named again.
    const next = async () => {
      const { notices } = (await andra.get('/api/inbox')).body as {
        notices: { document: string; next: { step: string } | null }[]
      }
      return notices.filter(({ document }) => document === id).map((each) => each.next?.step ?? null)
    }
    expect(await next()).toEqual(['step-aside'])
    expect((await andra.post(`/api/events/${id}/actions/step-aside`)).status).toBe(200)
    expect(await next()).toEqual([null])
    await change(id, { coOrganisers: [Tredje, Andra] })
    await done(author, id, 'submit')
    await done(editor, id, 'approve')
    expect([(await told(andra, id)).length, (await told(tredje, id)).length]).toEqual([2, 1])
    // Let through by a rule it is told as well.
    const byRule = await submitted({ title: 'Betrott', coOrganisers: [Andra] }, trogen)
    expect(await told(andra, byRule)).toEqual([['submit', 'Betrott']])
  })
})
