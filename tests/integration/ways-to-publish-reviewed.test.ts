import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  eventBody,
  liveEvent,
  newsroom,
  postBody,
  richText,
  submittedEvent,
  uploadedPicture,
  type Newsroom,
} from '../support/newsroom.js'
import { eventually, loggedIn, makeAccount, type Answer, type Visitor } from '../support/people.js'
import { wherePublic } from '../support/public-side.js'
import { smallPicture } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

/** In everything that nobody approved; it must never be public. */
const canary = 'kanariefågel'
const words = { title: canary, summary: canary }

describeHere('what an editor has not read', () => {
  let torg: Running
  let room: Newsroom
  const revisionOf = async (id: string, collection = 'events'): Promise<number> =>
    (await room.editor.get(`/api/${collection}/${id}/actions`)).body.revision
  const found = (watched: { events?: string[]; posts?: string[]; pictures?: string[] } = {}) =>
    wherePublic(torg, room.slugs, canary, watched)
  const change = async (id: string, what: object, by = room.author.approved): Promise<Answer> => {
    const { body } = await by.get(`/api/events/${id}`)
    return by.patch(`/api/events/${id}`, { revision: body.revision, ...what })
  }
  const seen = (id: string) => room.citizen.get(`/feed/v1/ekby/events/${id}`)

  beforeAll(async () => {
    torg = await startForTests()
    room = await newsroom(torg)
  }, 600_000)
  afterAll(() => torg?.stop())

  it('cannot be changed while it waits', async () => {
    const id = await submittedEvent(room, room.author.approved)
    expect((await change(id, words)).status).toBe(409)
    await room.editor.act('events', id, 'approve')
    expect(await found({ events: [id] })).toEqual([])
  })

  it('is not approved with a stale revision', async () => {
    const { approved: author } = room.author
    const id = await submittedEvent(room, author)
    const read = await revisionOf(id)
    await author.act('events', id, 'withdraw-submission')
    expect((await change(id, words)).status).toBe(200)
    await author.act('events', id, 'submit')
    const late = await room.editor.post(`/api/events/${id}/actions/approve`, { revision: read })
    expect(late).toMatchObject({ status: 409, body: { code: 'revision-conflict' } })
    for (const revision of [undefined, null, 0, -1, 1.5, '5'])
      expect(
        (await room.editor.post(`/api/events/${id}/actions/approve`, { revision })).status,
      ).toBeGreaterThanOrEqual(400)
    expect(await found({ events: [id] })).toEqual([])
  })

  it('does not slip in when two editors approve at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await submittedEvent(room, room.author.approved)
      const revision = await revisionOf(id)
      const answers = await Promise.all(
        [room.editor, room.colleague].map((editor, at) =>
          editor.post(`/api/events/${id}/actions/approve-with-edits`, {
            revision,
            edits: { title: `Träning ${at}` },
          }),
        ),
      )
      const won = answers.findIndex(({ status }) => status === 200)
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      await found()
      expect((await seen(id)).body.title).toBe(`Träning ${won}`)
    }
  })

  it('does not slip in when it is changed and approved at once', { timeout: 300_000 }, async () => {
    const { approved: author } = room.author
    const ids: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const id = await submittedEvent(room, author)
      ids.push(id)
      const revision = await revisionOf(id)
      const rewrite = async () => {
        await author.post(`/api/events/${id}/actions/withdraw-submission`, { revision })
        await author.patch(`/api/events/${id}`, { revision: revision + 1, ...words })
        await author.post(`/api/events/${id}/actions/submit`, { revision: revision + 2 })
      }
      const wait = new Promise((resolve) => setTimeout(resolve, round * 6))
      const approve = wait.then(() => room.editor.post(`/api/events/${id}/actions/approve`, { revision }))
      await Promise.all([rewrite(), approve])
    }
    expect(await found({ events: ids })).toEqual([])
  })

  it('stays unseen when something live is changed in every field', async () => {
    const { approved: author } = room.author
    const picture = await uploadedPicture(author, { alt: canary, credit: canary })
    const id = await liveEvent(room, author)
    const everything = {
      ...words,
      body: richText(canary),
      translations: [{ language: 'en', title: canary, summary: canary, body: richText(canary) }],
      address: { name: canary, address: canary },
      attendance: 'mixed',
      onlineUrl: `https://example.org/${canary}`,
      bookingUrl: `https://example.org/${canary}`,
      capacityNote: canary,
      price: { free: false, from: 1, currency: 'SEK', note: canary },
      contact: { name: canary, email: 'kanarie@example.org' },
      pictures: [picture],
      coOrganisers: [room.organisation.second],
      recurrenceRule: 'FREQ=WEEKLY;COUNT=3',
      visibleUntil: null,
    }
    const changed = await change(id, everything)
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    for (const step of ['submit', 'withdraw-submission', 'submit'] as const) {
      await author.act('events', id, step)
      expect(await found({ events: [id], pictures: [picture] })).toEqual([])
    }
    // Writing the public copy anew for another reason takes the approved words.
    const { body } = await seen(id)
    await author.act('events', id, 'announce', { status: 'cancelled', reason: 'weather', message: canary })
    await eventually(
      () => seen(id),
      (answer) => answer.body.status === 'cancelled',
    )
    expect(await found({ events: [id], pictures: [picture] })).toEqual([])
    expect((await seen(id)).body.title).toBe(body.title)
    await room.editor.act('events', id, 'request-changes', { message: canary })
    await author.act('events', id, 'discard-changes')
    expect(await found({ events: [id], pictures: [picture] })).toEqual([])
  })

  it('voids a decision that was held when the author takes it back and changes it', async () => {
    const { approved: author } = room.author
    const id = await submittedEvent(room, author)
    const held = await room.editor.act('events', id, 'approve', { hold: 2 })
    expect(held.status, JSON.stringify(held.body)).toBe(202)
    await author.act('events', id, 'withdraw-submission')
    await change(id, words)
    await author.act('events', id, 'submit')
    await new Promise((resolve) => setTimeout(resolve, 4500))
    expect(await found({ events: [id] })).toEqual([])
    expect((await seen(id)).status).toBe(404)
  })

  it('does not go live at its time with words that were written after the decision', async () => {
    const id = await liveEvent(room, room.author.approved, {
      visibleFrom: new Date(Date.now() + 6000).toISOString(),
    })
    expect((await seen(id)).status).toBe(404)
    expect((await change(id, words)).status).toBe(200)
    const live = await eventually(
      () => seen(id),
      (answer) => answer.status === 200,
      15_000,
    )
    expect(live.body.title).toBe('Öppen träning')
    expect(await found({ events: [id] })).toEqual([])
  })

  it('is not published by rule after a removal or an objection', async () => {
    const { post: author, trusted } = room.author
    const byRule = await author.post('/api/events', eventBody(room.category.postby))
    const id = byRule.body.doc.id as string
    expect((await author.act('events', id, 'submit')).body).toMatchObject({
      state: 'approved',
      publication: 'live',
    })
    await room.postEditor.act('events', id, 'remove', { reason: 'commercial', message: 'Reklam.' })
    await change(id, words, author)
    expect((await author.act('events', id, 'submit')).body).toMatchObject({ state: 'in-review' })

    const made = await trusted.post('/api/events', eventBody(room.category.ekby))
    const other = made.body.doc.id as string
    expect((await trusted.act('events', other, 'submit')).body).toMatchObject({ publication: 'live' })
    await room.editor.act('events', other, 'withdraw', { reason: 'wrong-information', message: 'Fel.' })
    await change(other, words, trusted)
    expect((await trusted.act('events', other, 'submit')).body).toMatchObject({ state: 'in-review' })
    expect(await found({ events: [id, other] })).toEqual([])
  })

  it('does not come back with a restore', async () => {
    const { approved: author } = room.author
    const id = await liveEvent(room, author)
    await author.act('events', id, 'withdraw', { reason: 'organiser', message: canary })
    await change(id, words)
    const restored = await room.editor.act('events', id, 'restore')
    expect(restored.body).toMatchObject({ publication: 'live' })
    expect(await found({ events: [id] })).toEqual([])
    expect((await seen(id)).body.title).toBe('Öppen träning')
  })

  it('is not what an author says when taking something down', async () => {
    const { approved: author } = room.author
    const id = await liveEvent(room, author)
    for (const input of [
      { reason: canary },
      { reason: 'organiser', explanation: canary },
      { reason: 'organiser', message: canary },
    ])
      await author.act('events', id, 'withdraw', input)
    await found()
    const gone = await seen(id)
    expect(gone.status).toBe(410)
    expect(await found({ events: [id] })).toEqual([])
  })

  it('is not a picture or its words', async () => {
    const { approved: author } = room.author
    const picture = await uploadedPicture(author, { credit: 'Foto' })
    const edit = (what: object, by = author) => by.patch(`/api/media/${picture}`, what)
    const id = await submittedEvent(room, author, { pictures: [picture] })
    for (const what of [{ alt: canary }, { credit: canary }, { decorative: true }]) {
      expect((await edit(what)).body).toMatchObject({ code: 'not-possible-in-this-state' })
    }
    // What citizens never read may be mended, and an editor may mend the rest.
    expect((await edit({ licence: 'CC BY 4.0' })).status).toBe(200)
    expect((await edit({ alt: 'Planen i Ekby' }, room.editor)).status).toBe(200)
    await room.colleague.act('events', id, 'approve')
    await found()
    const bytes = async () =>
      Buffer.from(await (await fetch(`${torg.base}/media/${picture}/320.webp`)).arrayBuffer())
    const before = await bytes()
    expect((await edit({ alt: canary, credit: canary })).status).toBe(200)
    // The file stays what was decided on.
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await smallPicture())], { type: 'image/jpeg' }), 'ny.jpg')
    form.set('_payload', JSON.stringify({ alt: canary }))
    expect((await author.send('PATCH', `/api/media/${picture}`, form)).status).toBeGreaterThanOrEqual(400)
    await edit({
      filename: 'secret',
      url: `https://example.org/${canary}.jpg`,
      sizes: { w320: { filename: 'secret' } },
      width: 1,
    })
    await edit({ focalX: 20, focalY: 20 })
    const crop = 'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=10'
    const size = 'uploadEdits[widthInPixels]=60&uploadEdits[heightInPixels]=60'
    const focus = 'uploadEdits[focalPoint][x]=20&uploadEdits[focalPoint][y]=20'
    for (const query of [`${crop}&${size}`, size, focus]) {
      const cut = await author.patch(`/api/media/${picture}?${query}`, {})
      expect([query, cut.status, cut.body.faults?.[0]?.field]).toEqual([query, 422, 'uploadEdits'])
    }
    await author.act('events', id, 'announce', { status: 'postponed', reason: 'illness' })
    await eventually(
      () => seen(id),
      (answer) => answer.body.status === 'postponed',
    )
    expect(await bytes()).toEqual(before)
    expect((await found({ events: [id] })).filter((address) => !address.startsWith('/media'))).toEqual([])
    expect((await seen(id)).body.pictures[0]).toMatchObject({ alt: 'Planen i Ekby', credit: 'Foto' })
    // A correction of something else leaves its words as they were decided on; one that names it takes those of now.
    const correct = async (edits: object) =>
      expect((await room.colleague.act('events', id, 'correct', { edits, note: 'Rättat.' })).status).toBe(200)
    await correct({ summary: 'Rättat.' })
    const { body } = await eventually(
      () => seen(id),
      (answer) => answer.body.summary === 'Rättat.',
    )
    expect(body.pictures[0]).toMatchObject({ alt: 'Planen i Ekby', credit: 'Foto' })
    const mended = { alt: 'Planen från läktaren', credit: 'Klubben' }
    expect((await edit(mended, room.editor)).status).toBe(200)
    await correct({ pictures: [picture] })
    await eventually(
      () => seen(id),
      (answer) => answer.body.pictures[0].alt === mended.alt,
    )
    expect((await seen(id)).body.pictures[0]).toMatchObject(mended)
    // In use, it stays: also where only the approved version shows it.
    expect((await author.send('DELETE', `/api/media/${picture}`)).status).toBe(409)
    await change(id, { pictures: [] })
    expect((await author.send('DELETE', `/api/media/${picture}`)).status).toBe(409)
    expect((await bytes()).length).toBe(before.length)
    const unused = await uploadedPicture(author)
    expect((await author.send('DELETE', `/api/media/${unused}`)).status).toBe(200)
  })

  it('is not the logo of the municipality, nor its words', async () => {
    const { ekby } = room.municipality
    await makeAccount(torg.payload, {
      username: 'ekby-admin',
      role: 'municipality-admin',
      municipality: ekby,
    })
    const admin = await loggedIn(torg.base, 'ekby-admin')
    const choose = async (logo: string) => {
      const { revision } = (await admin.get(`/api/municipalities/${ekby}`)).body
      return admin.patch(`/api/municipalities/${ekby}`, { revision, logo })
    }
    const theirs = await uploadedPicture(room.author.approved, { alt: canary })
    const agreed = await uploadedPicture(admin, { alt: canary, peopleShown: 'consent-held' })
    for (const picture of [theirs, agreed]) {
      const refused = await choose(picture)
      expect(refused.status, JSON.stringify(refused.body)).toBe(422)
      expect(JSON.stringify(refused.body)).toContain('logo')
    }
    const arms = await uploadedPicture(admin, { alt: 'Vapnet' })
    expect((await choose(arms)).status).toBe(200)
    const rewrite = (by: Visitor, alt: string) => by.patch(`/api/media/${arms}`, { alt })
    expect((await rewrite(room.townKey, canary)).status).toBe(409)
    expect((await rewrite(admin, 'Kommunens vapen')).status).toBe(200)
    expect(await found({ pictures: [theirs, agreed] })).toEqual([])
  })

  it('keeps the words of a picture while an appeal waits', async () => {
    const { approved: author } = room.author
    const picture = await uploadedPicture(author)
    const id = await submittedEvent(room, author, { pictures: [picture] })
    await room.editor.act('events', id, 'reject', { reason: 'not-local', message: 'Inte här.' })
    const appeal = await author.act('events', id, 'appeal', { message: 'Jo.' })
    expect(appeal.status, JSON.stringify(appeal.body)).toBe(200)
    expect((await author.patch(`/api/media/${picture}`, { alt: canary })).status).toBe(409)
    await room.colleague.act('events', id, 'overturn', { message: 'Rätt.' })
    expect(await found({ events: [id] })).toEqual([])
  })

  it('is not the new name of a co-organiser, nor one that is not approved', async () => {
    const { second } = room.author
    const profile = (await second.get(`/api/organisations/${room.organisation.second}`)).body
    const renamed = await second.patch(`/api/organisations/${room.organisation.second}`, {
      revision: profile.revision,
      name: `${canary} IF`,
      description: canary,
    })
    expect(renamed.status, JSON.stringify(renamed.body)).toBe(200)
    await second.act('organisations', room.organisation.second, 'submit')
    const id = await liveEvent(room, room.author.approved, {
      coOrganisers: [room.organisation.second, room.organisation.unapproved],
    })
    const own = await submittedEvent(room, second)
    await room.editor.act('events', own, 'approve')
    expect(await found({ events: [id, own] })).toEqual([])
    expect((await seen(id)).body.coOrganisers.map((each: { name: string }) => each.name)).toEqual(['Andra'])
    expect((await seen(own)).body.organisation.name).toBe('Andra')
  })

  it('is not an importance or a pin that an author gave', async () => {
    const { approved: author } = room.author
    const urgent = await author.post('/api/posts', postBody(room.category.ekby, { importance: 'urgent' }))
    const refused = { field: 'importance', code: 'not-settable' }
    expect([urgent.status, urgent.body.faults]).toMatchObject([422, [refused]])
    const made = await author.post('/api/posts', postBody(room.category.ekby))
    const { id, revision } = made.body.doc
    const later = await author.patch(`/api/posts/${id}`, { revision, importance: 'important' })
    expect([later.status, later.body.faults]).toMatchObject([422, [refused]])
    await author.act('posts', id, 'submit')
    await room.editor.act('posts', id, 'approve')
    const post = () => room.citizen.get(`/feed/v1/ekby/posts/${id}`)
    const live = await eventually(post, (answer) => answer.status === 200)
    expect(live.body).toMatchObject({ importance: 'normal', pinned: false })
    for (const action of ['pin', 'unpin']) expect((await author.act('posts', id, action)).status).toBe(403)
  })

  it('is not a contact whose consent has ended', async () => {
    const contact = {
      name: 'Bokningen',
      email: 'kanarie@example.org',
      consentReference: 'S-1',
      consentUntil: new Date(Date.now() + 6000).toISOString(),
    }
    const id = await liveEvent(room, room.author.approved, { contact })
    const shown = await eventually(
      () => seen(id),
      (answer) => answer.status === 200,
    )
    expect(shown.body.contact).toMatchObject({ email: 'kanarie@example.org' })
    const later = await eventually(
      () => seen(id),
      (answer) => answer.body.contact === null,
      15_000,
    )
    expect(later.body.contact).toBeNull()
    expect(await wherePublic(torg, room.slugs, 'kanarie@', { events: [id] })).toEqual([])
  })

  it('is decided by nobody who may not', async () => {
    const { approved: author } = room.author
    const id = await submittedEvent(room, author, words)
    const revision = await revisionOf(id)
    const approve = { revision, edits: { title: canary }, message: canary, reason: 'other', note: canary }
    const people = { townKey: 403, machine: 404, stranger: 404, double: 403, citizen: 401 } as const
    for (const [name, status] of Object.entries(people))
      for (const action of ['approve', 'approve-with-edits', 'publish'])
        expect(
          (await room[name as 'double'].post(`/api/events/${id}/actions/${action}`, approve)).status,
          `${name} ${action}`,
        ).toBe(status)
    const fourEyes = await room.double.post(`/api/events/${id}/actions/approve`, { revision })
    expect(fourEyes.body.code).toBe('four-eyes')
    // Her own draft, entered as an editor and published as one.
    const own = await room.double.post('/api/events', {
      ...eventBody(room.category.ekby, words),
      municipality: room.municipality.ekby,
      organisation: room.organisation.approved,
    })
    const mine = own.body?.doc?.id as string
    expect(own.status, JSON.stringify(own.body)).toBe(201)
    expect((await room.double.act('events', mine, 'publish')).status).toBe(403)
    await room.double.act('events', mine, 'submit')
    expect((await room.double.act('events', mine, 'approve')).status).toBe(403)
    // Keys and machines write, they never decide, not even what another wrote.
    const key = await room.townKey.post('/api/events', {
      ...eventBody(room.category.ekby, words),
      organisation: room.organisation.approved,
    })
    const imported = key.body?.doc?.id as string
    await room.townKey.act('events', imported, 'submit')
    for (const action of ['approve', 'publish', 'correct', 'restore', 'remove', 'erase'])
      expect(
        (await room.townKey.act('events', imported, action, approve)).status,
        action,
      ).toBeGreaterThanOrEqual(400)
    expect(await found({ events: [id, mine, imported] })).toEqual([])
  })
})
