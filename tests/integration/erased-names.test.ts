import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WorkingDocument } from '../../src/editorial/working-document.js'
import { eventBody } from '../support/newsroom.js'
import type { Visitor } from '../support/people.js'
import { overtakenBy } from '../support/slow-database.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Namnlund: {}, Namnvik: {}, Namnsta: {}, Namnby: {} },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      owner: { role: 'organisation-admin', organisation: 'Namnsta' },
      editor: { role: 'editor' },
      admin: { role: 'municipality-admin' },
    },
  })
type Organisation = keyof Awaited<ReturnType<typeof ekby>>['organisation']

describeHere('the name of an organisation that is erased', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    author = town.person.author
  }, 240_000)
  afterAll(() => torg?.stop())

  const row = async (id: string) =>
    (await torg.payload.db.findOne<WorkingDocument & { title: string }>({
      collection: 'events',
      where: { id: { equals: id } },
    }))!
  const named = async (id: string) => JSON.stringify((await row(id)).approvedSnapshot)
  const live = async (by: Visitor, more: object): Promise<string> => {
    const { id } = (await by.post('/api/events', eventBody(town.category, more))).body.doc
    expect((await by.act('events', id, 'submit')).body).toMatchObject({ state: 'in-review' })
    expect((await town.person.editor.act('events', id, 'approve')).body).toMatchObject({
      publication: 'live',
    })
    return id
  }
  const erase = (name: Organisation) => () =>
    town.person.admin.act('organisations', town.organisation[name], 'erase', { reason: 'request' })
  const save = async (by: Visitor, id: string, words: object) =>
    by.patch(`/api/events/${id}`, { revision: (await row(id)).revision, ...words })

  it('is not written back by a save that was under way', async () => {
    const coOrganisers = [town.organisation.Namnlund]
    const id = await live(author, { coOrganisers })
    expect(await named(id)).toContain('Namnlund')
    const erased = overtakenBy(torg, 'events', erase('Namnlund'))
    const saved = await save(author, id, { title: 'Ny rubrik' })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await erased).body).toMatchObject({ state: 'erased' })
    expect(await row(id)).toMatchObject({ title: 'Ny rubrik', state: 'draft', publication: 'live' })
    expect(await named(id)).not.toContain('Namnlund')
  })

  it('is taken out although a save comes in between', async () => {
    const id = await live(author, { coOrganisers: [town.organisation.Namnvik] })
    const { db } = torg.payload
    const update = db.updateOne.bind(db) as typeof db.updateOne
    let saved: Promise<{ status: number }> | null = null
    db.updateOne = async (change) => {
      const names =
        change.collection === 'events' && change.options?.atomic && 'approvedSnapshot' in change.data
      if (!names) return update(change)
      db.updateOne = update
      // It was read already; now its revision is another one.
      saved = save(author, id, { title: 'Mitt i', coOrganisers: [] })
      await saved
      return update(change)
    }
    expect((await erase('Namnvik')()).body).toMatchObject({ state: 'erased' })
    expect((await saved!).status).toBe(200)
    expect(await row(id)).toMatchObject({ title: 'Mitt i', state: 'draft' })
    expect(await named(id)).not.toContain('Namnvik')
  })

  it('goes from what it published itself too, while that is being changed', async () => {
    const id = await live(town.person.owner, {})
    expect(await named(id)).toContain('Namnsta')
    const erased = overtakenBy(torg, 'events', erase('Namnsta'))
    await save(town.person.editor, id, { title: 'Ändrad' })
    expect((await erased).body).toMatchObject({ state: 'erased' })
    expect(await named(id)).not.toContain('Namnsta')
  })

  it('leaves the approved version as it was otherwise, and a form that is open may still be saved', async () => {
    const id = await live(author, { coOrganisers: [town.organisation.Namnby] })
    const before = await row(id)
    await erase('Namnby')()
    const { approvedSnapshot, revision } = await row(id)
    expect(revision).toBe(before.revision)
    expect(approvedSnapshot).toEqual({
      ...before.approvedSnapshot!,
      copies: { ...before.approvedSnapshot!.copies, coOrganisers: [] },
    })
    const saved = await author.patch(`/api/events/${id}`, { revision, title: 'Från ett öppet formulär' })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect((await row(id)).approvedSnapshot).toEqual(approvedSnapshot)
  })
})
