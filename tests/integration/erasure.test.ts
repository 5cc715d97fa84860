import fs from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reconcile } from '../../src/editorial/reconcile.js'
import { stored, storedAtRest } from '../support/bad-answers.js'
import { changesOf, openEveryDoor, stillShown } from '../support/doors.js'
import { eventBody, postBody, uploadedPicture } from '../support/newsroom.js'
import { eventually, Visitor } from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const number = '802003-1004'
const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {}, Utplånade: { organisationNumber: number } },
    people: {
      author: { role: 'organisation-admin', organisation: 'Klara' },
      member: { role: 'organisation-admin', organisation: 'Utplånade' },
      editor: { role: 'editor', approvesOrganisations: true },
      admin: { role: 'municipality-admin' },
    },
  })
const actions =
  'approve decline suspend reinstate confirm leave apply submit correct remove restore erase'.split(' ')
type Row = Record<string, unknown> & { id: string }

describeHere('what is erased', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let author: Visitor
  let member: Visitor
  let editor: Visitor
  let admin: Visitor
  let citizen: Visitor

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    ;({ author, member, editor, admin } = town.person)
    citizen = new Visitor(torg.base)
  }, 240_000)
  afterAll(() => torg?.stop())

  const row = (collection: string, id: string) =>
    torg.payload.db.findOne<Row>({ collection: collection as 'events', where: { id: { equals: id } } })
  const rows = async (collection: string, document: string) =>
    (
      await torg.payload.db.find<Row>({
        collection: collection as 'revisions',
        where: { document: { equals: document } },
        limit: 100,
      })
    ).docs
  const files = (id: string) => fs.readdirSync(torg.settings.mediaDir).filter((name) => name.startsWith(id))
  const shown = (kind: string, id: string) => citizen.get(`/feed/v1/ekby/${kind}/${id}`)
  async function live(by: Visitor, kind: 'events' | 'posts', more: object = {}): Promise<string> {
    const { id } = await submitted(by, kind, { title: 'Ute', categories: [town.category], ...more })
    expect((await editor.act(kind, id, 'approve')).body.publication).toBe('live')
    return id
  }
  const erase = (collection: string, id: string, by = admin) =>
    by.act(collection, id, 'erase', { reason: 'request' })

  it('is an organisation with all of its words, and nothing of it is public or possible any more', async () => {
    const id = town.organisation.Utplånade
    const logo = await uploadedPicture(member)
    const { revision } = (await member.get(`/api/organisations/${id}`)).body
    const words = {
      description: 'Hemlig text.',
      logo,
      contact: { email: 'kansli@utplanade.example', emailPublic: true },
    }
    expect((await member.patch(`/api/organisations/${id}`, { revision, ...words })).status).toBe(200)
    await member.act('organisations', id, 'submit')
    await editor.act('organisations', id, 'approve', { message: 'Bra.' })
    const event = await live(member, 'events', { pictures: [await uploadedPicture(member)] })
    const post = await live(member, 'posts')
    const draft = (await member.post('/api/posts', postBody(town.category))).body.doc as Row
    const waiting = await submitted(member, 'posts', { title: 'Väntar', categories: [town.category] })
    const others = await live(author, 'events', { coOrganisers: [id] })
    await eventually(
      () => shown('events', others),
      (one) => one.status === 200,
    )
    expect((await shown('events', others)).body.coOrganisers).toMatchObject([{ name: 'Utplånade' }])
    const down = await live(author, 'events', { coOrganisers: [id] })
    await author.act('events', down, 'withdraw', { reason: 'organiser' })
    await eventually(
      () => shown('events', down),
      (one) => one.status === 410,
    )
    const latest = Math.max(...(await changesOf(citizen, 'ekby')).map((one) => one.modified))

    for (const by of [member, editor]) expect((await erase('organisations', id, by)).status).toBe(403)
    expect((await erase('organisations', id)).body).toMatchObject({ state: 'erased', publication: 'erased' })
    const where = async () =>
      stillShown(
        await openEveryDoor(citizen, { slug: 'ekby', id: event, pictures: [logo], word: 'Ute' }),
        'Utplånade',
      )
    expect(await eventually(where, (found) => found.length === 0)).toEqual([])
    for (const [kind, item] of [
      ['events', event],
      ['posts', post],
    ] as const)
      expect(await shown(kind, item)).toMatchObject({ status: 410, body: { state: 'suspended' } })
    expect((await shown('events', others)).body).toMatchObject({ title: 'Ute', coOrganisers: [] })
    const told = await eventually(
      async () =>
        (await changesOf(citizen, 'ekby', latest))
          .filter((one) => one.state === 'deleted')
          .map((one) => one.id)
          .sort(),
      (ids) => ids.length >= 3,
    )
    expect(told).toEqual([event, post, id].sort())

    const left = (await row('organisations', id))!
    expect(left).toMatchObject({ state: 'erased', life: 'left', content: null, approvedSnapshot: null })
    const everything = JSON.stringify([
      left,
      await row('publications', id),
      await rows('revisions', id),
      await rows('notices', id),
      await rows('moderation-log', id),
    ])
    for (const word of ['Utplånade', 'Hemlig text', 'kansli@', '8020031004', 'På begäran', 'Bra.'])
      expect(everything, word).not.toContain(word)
    expect([await row('media', logo), files(logo)]).toEqual([null, []])
    const namedIn = async () => {
      const found: string[] = []
      for (const collection of Object.keys(torg.payload.collections)) {
        const { docs } = await torg.payload.db.find({ collection: collection as 'events', limit: 0 })
        if (JSON.stringify(docs).includes('Utplånade')) found.push(collection)
      }
      return found
    }
    // What is public of others, and hidden of its own, is written anew beside it.
    expect(await eventually(namedIn, (found) => found.length === 0)).toEqual([])
    expect((await editor.act('events', down, 'restore')).body.publication).toBe('live')

    const before = await storedAtRest(torg)
    for (const by of [member, editor, admin]) {
      for (const action of actions) {
        const input = { message: 'x', note: 'x', reason: 'other', edits: { name: 'Åter' } }
        const answer = await by.act('organisations', id, action, input)
        expect([403, 409, 422], `${action}: ${JSON.stringify(answer.body)}`).toContain(answer.status)
      }
      const save = await by.patch(`/api/organisations/${id}`, { revision: left.revision, name: 'Åter' })
      expect(save.status, JSON.stringify(save.body)).toBeGreaterThanOrEqual(400)
    }
    const notApproved = { status: 403, body: { code: 'organisation-not-approved' } }
    expect(await member.act('posts', draft.id, 'submit')).toMatchObject(notApproved)
    expect(await editor.act('posts', waiting.id, 'approve')).toMatchObject(notApproved)
    expect((await member.post('/api/events', eventBody(town.category))).status).toBe(403)
    expect(
      (await member.patch(`/api/posts/${draft.id}`, { revision: draft.revision, title: 'x' })).status,
    ).toBe(403)
    expect(await stored(torg)).toBe(before)
    // What they wrote can still be taken down, and the number is free for another.
    expect((await member.act('posts', waiting.id, 'withdraw-submission')).status).toBe(200)
    expect(
      (await editor.act('events', event, 'remove', { reason: 'other', message: 'Borta.' })).body.publication,
    ).toBe('removed')
    const application = { municipality: 'ekby', name: 'Efterträdaren', organisationNumber: number }
    expect((await citizen.post('/api/organisations/apply', application)).status).toBe(201)
  })

  it('takes along the pictures of its present and earlier versions, and none that something else may show', async () => {
    const kept = { live: '', draft: '', withdrawn: '', logo: '', arms: '' }
    for (const name of Object.keys(kept) as (keyof typeof kept)[])
      kept[name] = await uploadedPicture(name === 'arms' ? admin : author)
    const [now, earlier] = [await uploadedPicture(author), await uploadedPicture(author)]
    const id = await live(author, 'events', { pictures: [earlier, ...Object.values(kept)] })
    const edits = { pictures: [now, ...Object.values(kept)] }
    expect((await editor.act('events', id, 'correct', { edits, note: 'Ny bild.' })).status).toBe(200)

    await live(author, 'posts', { pictures: [kept.live] })
    await author.post('/api/posts', postBody(town.category, { pictures: [kept.draft] }))
    // Taken down it may come back, with the picture that its author has taken out since.
    const down = await live(author, 'posts', { pictures: [kept.withdrawn] })
    await author.act('posts', down, 'withdraw', { reason: 'organiser' })
    const change = async (by: Visitor, address: string, words: object) => {
      const { revision } = (await by.get(address)).body
      const answer = await by.patch(address, { revision, ...words })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    await change(author, `/api/posts/${down}`, { pictures: [] })
    await change(author, `/api/organisations/${town.organisation.Klara}`, { logo: kept.logo })
    await change(admin, `/api/municipalities/${town.id}`, { logo: kept.arms })

    expect((await erase('events', id)).body).toMatchObject({ state: 'erased' })
    const there = async (picture: string) => [(await row('media', picture)) !== null, files(picture).length]
    for (const [name, picture] of Object.entries(kept)) expect(await there(picture), name).toEqual([true, 4])
    for (const picture of [now, earlier]) expect(await there(picture)).toEqual([false, 0])
    expect((await editor.act('posts', down, 'restore')).body.publication).toBe('live')
    const restored = await eventually(
      () => shown('posts', down),
      (one) => one.status === 200,
    )
    expect(restored.body.pictures).toMatchObject([{ id: kept.withdrawn }])
  })

  it('loses its pictures all the same when the process died before it came to that', async () => {
    const [marked, other] = [await uploadedPicture(author), await uploadedPicture(author)]
    const where = { id: { equals: marked } }
    await torg.payload.db.updateOne({ collection: 'media', where, data: { discarded: true } })
    expect(files(marked)).toHaveLength(4)
    await reconcile(torg.payload)
    expect([await row('media', marked), files(marked)]).toEqual([null, []])
    expect([(await row('media', other))?.id, files(other).length]).toEqual([other, 4])
  })

  it('leaves a picture that somebody chose at that moment, and lets nobody choose one that is about to go', async () => {
    const [chosen, going] = [await uploadedPicture(author), await uploadedPicture(author)]
    const mark = (picture: string) =>
      torg.payload.db.updateOne({
        collection: 'media',
        where: { id: { equals: picture } },
        data: { discarded: true },
      })
    const made = await author.post('/api/posts', postBody(town.category, { pictures: [chosen] }))
    expect(made.status).toBe(201)
    await mark(chosen)
    await mark(going)
    const late = await author.post('/api/posts', postBody(town.category, { pictures: [going] }))
    expect([late.status, late.body.faults?.[0]]).toMatchObject([
      422,
      { field: 'pictures', code: 'not-found' },
    ])
    await reconcile(torg.payload)
    expect([(await row('media', chosen))?.discarded, files(chosen).length]).toEqual([false, 4])
    expect([await row('media', going), files(going)]).toEqual([null, []])
  })

  it('is not what giving up changes comes to: the picture of the approved version stays until then', async () => {
    const [old, fresh] = [await uploadedPicture(author), await uploadedPicture(author)]
    const visibleFrom = new Date(Date.now() + 86_400_000).toISOString()
    const made = await author.post('/api/posts', postBody(town.category, { pictures: [old], visibleFrom }))
    const { id } = made.body.doc
    await author.act('posts', id, 'submit')
    expect((await editor.act('posts', id, 'approve')).body.publication).toBe('scheduled')
    expect((await author.act('posts', id, 'withdraw', { reason: 'organiser' })).body.publication).toBe('none')
    const { revision } = (await author.get(`/api/posts/${id}`)).body
    expect((await author.patch(`/api/posts/${id}`, { revision, pictures: [fresh] })).status).toBe(200)
    const gone = await author.send('DELETE', `/api/media/${old}`)
    expect([gone.status, await row('media', old)], JSON.stringify(gone.body)).toEqual([
      409,
      expect.anything(),
    ])
    const back = await author.act('posts', id, 'discard-changes')
    expect([back.status, back.body.state], JSON.stringify(back.body)).toEqual([200, 'approved'])
  })

  it('is every word of a draft that its author deleted, and none of what is left', async () => {
    const before = await storedAtRest(torg)
    const { doc } = (await author.post('/api/posts', postBody(town.category, { title: 'Om någon' }))).body
    const { revision } = (
      await author.patch(`/api/posts/${doc.id}`, { revision: doc.revision, title: 'Om oss' })
    ).body.doc
    expect((await rows('revisions', doc.id)).length).toBeGreaterThan(0)
    const gone = await author.post(`/api/posts/${doc.id}/actions/delete-draft`, { revision })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    expect(await rows('revisions', doc.id)).toEqual([])
    const counts = (all: string) => all.split(', ').filter((one) => !/^(moderation-log|log-lines) /.test(one))
    expect(counts(await stored(torg))).toEqual(counts(before))
  })

  it('is a contact whose consent was taken back, in every earlier version and in what was told of it', async () => {
    const consentUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const contact = { name: 'Eva Påhittad', email: 'eva@example.org', consentReference: 'K-1', consentUntil }
    const id = await live(author, 'events', { contact })
    const { revision } = (await author.get(`/api/events/${id}`)).body
    const edits = { contact: { ...contact, email: 'ny@example.org' } }
    const corrected = await editor.post(`/api/events/${id}/actions/correct`, {
      revision,
      note: 'Rättat.',
      edits,
    })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(200)
    const told = async () => JSON.stringify([await rows('revisions', id), await rows('notices', id)])
    expect(await told()).toContain('eva@example.org')
    const seen = corrected.body.revision as number
    const answer = await author.post(`/api/events/${id}/actions/withdraw-contact`, { revision: seen })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await told()).not.toMatch(/eva@|ny@|Påhittad|K-1/)
    expect((await rows('revisions', id)).every((one) => (one.content as { title: string }).title)).toBe(true)
  })
})
