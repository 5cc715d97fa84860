import { afterAll, beforeAll, expect, it } from 'vitest'
import { runClock } from '../../src/editorial/clock.js'
import { eventBody, uploadedPicture } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { feedHasCaughtUp } from '../support/public-side.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

/** Nobody waits for it: only the clock of the test comes so far. */
const hold = 60
const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      author: { role: 'contributor', organisation: 'Klara' },
      editor: { role: 'editor' },
    },
  })

describeHere('the words of a picture that a held decision will bring out', () => {
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

  /** Entered by the editor for the association. */
  const draft = async (more: object = {}): Promise<string> => {
    const words = eventBody(town.category, { organisation: town.organisation.Klara, ...more })
    const answer = await editor.post('/api/events', words)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.doc.id as string
  }
  const waiting = async () =>
    (await submitted(author, 'events', { title: 'Ute', categories: [town.category] })).id
  const live = async (more: object = {}): Promise<string> => {
    const { id } = await submitted(author, 'events', { title: 'Ute', categories: [town.category], ...more })
    expect((await editor.act('events', id, 'approve')).body).toMatchObject({ publication: 'live' })
    return id
  }
  /** Returns how it is made to come about. */
  const held = async (collection: string, id: string, action: string, input: object = {}) => {
    const answer = await editor.act(collection, id, action, { hold, ...input })
    expect(answer.status, JSON.stringify(answer.body)).toBe(202)
    const time = Date.parse(answer.body.effectiveAt as string) + 1_000
    return () => runClock(torg.payload, { now: () => new Date(time) })
  }
  const say = (picture: string, words: object, by = author) => by.patch(`/api/media/${picture}`, words)
  const rests = async (picture: string) => {
    for (const words of [{ alt: 'Köp billigt!' }, { credit: 'Köp AB' }, { decorative: true }])
      expect(await say(picture, words), JSON.stringify(words)).toMatchObject({
        status: 409,
        body: { code: 'not-possible-in-this-state' },
      })
  }
  const mayBeChanged = async (picture: string, by = author) =>
    expect((await say(picture, { alt: 'Annat' }, by)).status).toBe(200)
  const shown = async (path: string) => {
    await feedHasCaughtUp(torg, ['ekby'])
    return (await new Visitor(torg.base).get(`/feed/v1/ekby/${path}`)).body
  }

  it('rest from a held publication until that has come about', async () => {
    const picture = await uploadedPicture(author)
    const id = await draft({ pictures: [picture] })
    await mayBeChanged(picture)
    const comesAbout = await held('events', id, 'publish')
    await rests(picture)
    await comesAbout()
    expect((await shown(`events/${id}`)).pictures).toMatchObject([{ alt: 'Annat' }])
    expect((await say(picture, { alt: 'Efteråt' })).status).toBe(200)
    expect((await shown(`events/${id}`)).pictures).toMatchObject([{ alt: 'Annat' }])
  })

  it('rest when only the edits name the picture, of an approval or a correction', async () => {
    const decisions = [
      [await waiting(), 'approve-with-edits', { message: 'Med bild.' }],
      [await live(), 'correct', { note: 'Med bild.' }],
    ] as const
    for (const [id, action, said] of decisions) {
      const picture = await uploadedPicture(author)
      const comesAbout = await held('events', id, action, { ...said, edits: { pictures: [picture] } })
      await rests(picture)
      await comesAbout()
      expect((await shown(`events/${id}`)).pictures, action).toMatchObject([{ alt: 'Planen' }])
      await mayBeChanged(picture)
    }
  })

  it('rest for the logo of a profile that is corrected', async () => {
    const picture = await uploadedPicture(author)
    const { Klara } = town.organisation
    const comesAbout = await held('organisations', Klara, 'correct', {
      note: 'Ny logotyp.',
      edits: { logo: picture },
    })
    await rests(picture)
    await comesAbout()
    expect(JSON.stringify(await shown('organisations'))).toContain('Planen')
    await mayBeChanged(picture)
  })

  it('may be changed again once the decision is undone, and by an editor meanwhile', async () => {
    const picture = await uploadedPicture(author)
    const id = await draft({ pictures: [picture] })
    await held('events', id, 'publish')
    await mayBeChanged(picture, editor)
    expect((await editor.post(`/api/events/${id}/actions/undo`)).status).toBe(200)
    await mayBeChanged(picture)
  })

  it('do not rest for a decision that takes no words', async () => {
    const picture = await uploadedPicture(author)
    const id = await live({ pictures: [picture] })
    for (const [action, input] of [
      ['correct', { note: 'Rubriken.', edits: { title: 'Inne' } }],
      ['withdraw', { explanation: 'En stund.' }],
    ] as const) {
      const comesAbout = await held('events', id, action, input)
      expect((await say(picture, { alt: `Under ${action}` })).status).toBe(200)
      await comesAbout()
    }
    expect((await editor.act('events', id, 'restore')).status).toBe(200)
    expect((await shown(`events/${id}`)).pictures).toMatchObject([{ alt: 'Planen' }])
  })
})
