import { afterAll, beforeAll, expect, it } from 'vitest'
import { runRetention } from '../../src/editorial/retention/run-retention.js'
import { makeApprovedOrganisation, stepInLife } from '../support/approved.js'
import { changesOf } from '../support/doors.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  makeOrganisation,
  Visitor,
  type Answer,
} from '../support/people.js'
import { publishFor, uploadFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

describeHere('the life of an organisation', () => {
  let torg: Running
  let citizen: Visitor
  let editor: Visitor
  let plainEditor: Visitor
  let operator: Visitor
  let municipality: string
  let categories: string[]
  const slug = 'livby'

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    municipality = String((await makeMunicipality(torg.payload, { slug })).id)
    const closed = await makeMunicipality(torg.payload, { slug: 'stangd' })
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    await makeAccount(torg.payload, {
      username: 'livby-editor',
      role: 'editor',
      municipality,
      approvesOrganisations: true,
    })
    await makeAccount(torg.payload, { username: 'plain-editor', role: 'editor', municipality })
    await makeAccount(torg.payload, { username: 'operator', role: 'operator', municipality: null })
    editor = await loggedIn(torg.base, 'livby-editor')
    plainEditor = await loggedIn(torg.base, 'plain-editor')
    operator = await loggedIn(torg.base, 'operator')
    await operator.post(`/api/municipalities/${String(closed.id)}/actions/close`)
  }, 240_000)
  afterAll(() => torg?.stop())

  const apply = (more: object) =>
    citizen.post('/api/organisations/apply', { municipality: slug, name: 'Föreningen', ...more })
  const act = async (who: Visitor, id: string, action: string, input: object = {}) => {
    const { body } = await editor.get(`/api/organisations/${id}/actions`)
    return who.post(`/api/organisations/${id}/actions/${action}`, { revision: body.revision, ...input })
  }
  const inRegister = async (name: string) =>
    (await citizen.get(`/feed/v1/${slug}/organisations`)).body.items.some(
      (one: { name: string }) => one.name === name,
    )
  const codes = (body: { faults: { field: string; code: string }[] }) =>
    body.faults.map((one) => `${one.field} ${one.code}`)

  it('refuses an application that cannot be one, by field, and stores nothing', async () => {
    const before = await torg.payload.db.count({ collection: 'organisations' })
    expect(await apply({ organisationNumber: '802002-4281' })).toMatchObject({
      status: 422,
      body: { code: 'invalid-input' },
    })
    const refusals = {
      'organisationNumber check-digit': { organisationNumber: '802002-4281' },
      'municipality not-found': { municipality: 'ingenstans' },
      'name format': { name: 'x' },
      'kind format': { kind: 'unit' },
      'surfaces format': { surfaces: [] },
      'life unknown-field': { life: 'approved' },
      'trust unknown-field': { trust: 'trusted' },
    }
    for (const [fault, more] of Object.entries(refusals)) {
      const answer = await apply(more)
      expect(answer.status, fault).toBe(422)
      const [field] = fault.split(' ')
      expect(answer.body.faults.map((one: { field: string }) => one.field)).toContain(field)
      if (!fault.startsWith('organisationNumber')) expect(codes(answer.body)).toContain(fault)
    }
    expect(await apply({ municipality: 'stangd' })).toMatchObject({
      status: 403,
      body: { code: 'municipality-closed' },
    })
    expect((await torg.payload.db.count({ collection: 'organisations' })).totalDocs).toBe(before.totalDocs)
  })

  it('registers a number once, whoever applies at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        apply({ name: `Samma nummer ${index}`, organisationNumber: '802002-4280' }),
      ),
    )
    const statuses = answers.map((one) => one.status).sort()
    expect(statuses, JSON.stringify(answers[0]?.body)).toEqual([201, 409, 409, 409, 409])
    for (const { body } of answers.filter((one) => one.status === 409)) {
      expect(body).toMatchObject({
        code: 'duplicate',
        faults: [{ field: 'organisationNumber', code: 'duplicate' }],
      })
    }
  })

  it('is decided by who may, shown while approved, hidden while suspended, and ended when it leaves', async () => {
    const { body } = await apply({ name: 'Livets förening', email: 'kansli@livet.example' })
    expect(body).toMatchObject({ state: 'applied', reference: expect.any(String) })
    const id = body.id as string
    expect(await inRegister('Livets förening')).toBe(false)
    expect((await act(citizen, id, 'approve')).status).toBe(401)
    expect((await act(plainEditor, id, 'approve')).status).toBeGreaterThanOrEqual(403)
    expect((await act(editor, id, 'decline')).status).toBe(422)
    expect((await act(editor, id, 'reinstate')).body.code).toBe('not-possible-in-this-state')

    const declined = await apply({ name: 'Avslagen förening' })
    expect((await act(editor, declined.body.id, 'decline', { message: 'Fel kommun.' })).body.state).toBe(
      'declined',
    )
    expect(
      (await citizen.get(`/feed/v1/${slug}/organisations`)).body.items.map((one: { id: string }) => one.id),
    ).not.toContain(declined.body.id)

    expect((await act(editor, id, 'approve', { message: 'Välkomna!' })).body).toMatchObject({
      state: 'approved',
      publication: 'live',
    })
    await eventually(() => inRegister('Livets förening'), Boolean)
    // What was not opted in to is nobody's to read.
    expect(JSON.stringify((await citizen.get(`/feed/v1/${slug}/organisations`)).body)).not.toContain(
      'kansli@livet.example',
    )

    await makeAccount(torg.payload, {
      username: 'livet-admin',
      role: 'organisation-admin',
      municipality,
      organisation: id,
    })
    const own = await loggedIn(torg.base, 'livet-admin')
    const before = await torg.payload.db.findOne<{ id: string; confirmedAt: string }>({
      collection: 'organisations',
      where: { id: { equals: id } },
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await act(own, id, 'confirm')).body).toMatchObject({ state: 'approved' })
    const after = await torg.payload.db.findOne<{ id: string; confirmedAt: string }>({
      collection: 'organisations',
      where: { id: { equals: id } },
    })
    expect(new Date(after!.confirmedAt).getTime()).toBeGreaterThan(new Date(before!.confirmedAt).getTime())
    expect((await act(own, id, 'suspend', { message: 'Nej' })).status).toBe(403)

    expect((await act(editor, id, 'suspend')).status).toBe(422)
    expect((await act(editor, id, 'suspend', { message: 'Vi utreder.' })).body.state).toBe('suspended')
    await eventually(
      () => inRegister('Livets förening'),
      (there) => !there,
    )
    expect(await inRegister('Livets förening')).toBe(false)
    expect((await act(own, id, 'reinstate')).status).toBe(403)
    expect((await act(editor, id, 'reinstate')).body.state).toBe('approved')
    expect(await eventually(() => inRegister('Livets förening'), Boolean)).toBe(true)

    expect((await act(own, id, 'leave', { message: 'Vi lägger ner.' })).body).toMatchObject({
      state: 'left',
      publication: 'withdrawn',
    })
    expect(
      await eventually(
        () => inRegister('Livets förening'),
        (there) => !there,
      ),
    ).toBe(false)
    for (const action of ['approve', 'reinstate', 'suspend']) {
      expect((await act(editor, id, action, { message: 'x' })).body.code, action).toBe(
        'not-possible-in-this-state',
      )
    }
    const log = await torg.payload.db.find<{ id: string; action: string }>({
      collection: 'moderation-log',
      where: { document: { equals: id } },
      sort: 'at',
      limit: 100,
    })
    expect(log.docs.map((one) => one.action)).toEqual([
      'apply',
      'approve',
      'confirm',
      'suspend',
      'reinstate',
      'leave',
    ])
  })

  it('keeps what was approved public while a changed profile waits, and then shows the new name on everything of it', async () => {
    const id = await makeApprovedOrganisation(torg.payload, municipality, 'Gamla namnet')
    const host = await makeApprovedOrganisation(torg.payload, municipality, 'Värden')
    await makeAccount(torg.payload, {
      username: 'namn-admin',
      role: 'organisation-admin',
      municipality,
      organisation: id,
    })
    const own = await loggedIn(torg.base, 'namn-admin')
    const event = await publishFor(editor, id, 'events', { title: 'Evenemanget', categories })
    const post = await publishFor(editor, id, 'posts', { title: 'Inlägget', categories })
    const together = await publishFor(editor, host, 'events', {
      title: 'Tillsammans',
      categories,
      coOrganisers: [id],
    })
    const gone = await publishFor(editor, id, 'posts', { title: 'Borta', categories })
    await editor.act('posts', gone.id, 'withdraw', { explanation: 'Nej.' })
    const nameOn = async (kind: string, one: string) =>
      (await citizen.get(`/feed/v1/${slug}/${kind}/${one}`)).body.organisation?.name as string
    await eventually(
      () => nameOn('posts', post.id),
      (name) => name === 'Gamla namnet',
    )

    const logo = await uploadFor(own, id, 'Vår logga')
    const seen = await own.get(`/api/organisations/${id}`)
    const changed = await own.patch(`/api/organisations/${id}`, {
      revision: seen.body.revision,
      name: 'Nya namnet',
      description: 'Ny text.',
      logo,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await own.act('organisations', id, 'submit')).body.state).toBe('in-review')
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect([await inRegister('Gamla namnet'), await inRegister('Nya namnet')]).toEqual([true, false])
    expect((await citizen.get(`/media/${logo}/320.webp`)).status).toBe(404)
    // A correction meanwhile does not let the waiting name out.
    await editor.act('events', event.id, 'correct', { edits: { summary: 'Rättat.' }, note: 'Rättat.' })
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await nameOn('events', event.id)).toBe('Gamla namnet')
    expect((await own.act('organisations', id, 'approve')).status).toBe(403)

    const latest = Math.max(...(await changesOf(citizen, slug)).map((one) => one.modified))
    const approved = await editor.act('organisations', id, 'approve')
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)
    expect(await eventually(() => inRegister('Nya namnet'), Boolean)).toBe(true)
    expect((await citizen.get(`/media/${logo}/320.webp`)).status).toBe(200)
    expect(
      await eventually(
        () => nameOn('events', event.id),
        (name) => name === 'Nya namnet',
        60_000,
      ),
    ).toBe('Nya namnet')
    expect(
      await eventually(
        () => nameOn('posts', post.id),
        (name) => name === 'Nya namnet',
        60_000,
      ),
    ).toBe('Nya namnet')
    const co = await eventually(
      async () =>
        (await citizen.get(`/feed/v1/${slug}/events/${together.id}`)).body.coOrganisers[0].name as string,
      (name) => name === 'Nya namnet',
      60_000,
    )
    expect(co).toBe('Nya namnet')
    const told = (await changesOf(citizen, slug, latest)).filter((one) =>
      [event.id, post.id, together.id, gone.id].includes(one.id),
    )
    expect(told.map((one) => one.id).sort()).toEqual([event.id, post.id, together.id].sort())
    // And it keeps the new name whatever is decided on the old snapshot afterwards.
    await editor.act('posts', post.id, 'pin')
    await editor.act('events', event.id, 'announce', { status: 'cancelled', reason: 'weather' })
    expect((await plainEditor.act('posts', gone.id, 'restore')).status).toBe(200)
    await eventually(
      () => nameOn('posts', gone.id),
      (name) => name !== undefined,
    )
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect([
      await nameOn('posts', post.id),
      await nameOn('events', event.id),
      await nameOn('posts', gone.id),
    ]).toEqual(Array<string>(3).fill('Nya namnet'))
  }, 240_000)

  it('opens and closes a municipality for the operator only, and each only once', async () => {
    const other = String((await makeMunicipality(torg.payload, { slug: 'oppen' })).id)
    const both = (who: Visitor, action: string) => who.post(`/api/municipalities/${other}/actions/${action}`)
    expect((await both(citizen, 'close')).status).toBe(401)
    expect((await both(editor, 'close')).status).toBe(403)
    expect((await both(operator, 'reopen')).body.code).toBe('not-possible-in-this-state')
    expect((await both(operator, 'close')).body).toMatchObject({ active: false })
    expect((await both(operator, 'close')).body.code).toBe('not-possible-in-this-state')
    const closed = await eventually(
      () => citizen.get('/feed/v1/oppen'),
      (one) => one.status === 410,
    )
    expect(closed).toMatchObject({ status: 410, body: { state: 'closed' } })
    expect((await both(operator, 'reopen')).body).toMatchObject({ active: true })
    expect(
      (
        await eventually(
          () => citizen.get('/feed/v1/oppen'),
          (one) => one.status === 200,
        )
      ).status,
    ).toBe(200)
    expect((await both(operator, 'sell')).status).toBe(404)
  })

  it('takes up no organisation, and no unit, while its municipality is closed', async () => {
    const other = String((await makeMunicipality(torg.payload, { slug: 'vilande' })).id)
    await makeAccount(torg.payload, {
      username: 'vilande-admin',
      role: 'municipality-admin',
      municipality: other,
    })
    const admin = await loggedIn(torg.base, 'vilande-admin')
    expect((await operator.post(`/api/municipalities/${other}/actions/close`)).status).toBe(200)
    for (const kind of ['association', 'unit']) {
      const made = await admin.post('/api/organisations', { name: 'Nytt', kind })
      expect([kind, made.status, made.body.code]).toEqual([kind, 403, 'municipality-closed'])
    }
    expect((await admin.get('/api/organisations')).body.docs).toEqual([])
  })

  it('takes no application where 500 wait already, and no more than twenty at once from one network', async () => {
    const full = String((await makeMunicipality(torg.payload, { slug: 'fullby' })).id)
    for (let index = 0; index < 500; index += 1)
      await torg.payload.db.create({
        collection: 'organisations',
        data: { name: `Sökande ${index}`, municipality: full, kind: 'association', life: 'applied' },
      })
    const later = (answer: Answer) => [answer.status, answer.body.code, answer.headers.get('retry-after')]
    expect(later(await apply({ municipality: 'fullby' }))).toEqual([429, 'too-many-requests', '3600'])
    const flood = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        apply({ name: `Flod ${index}`, message: 'x'.repeat(4000), surfaces: ['calendar'] }),
      ),
    )
    const refused = flood.filter(({ status }) => status !== 201)
    expect(refused.length, JSON.stringify(refused[0]?.body)).toBeGreaterThanOrEqual(40)
    for (const answer of refused)
      expect(later(answer)).toEqual([429, 'too-many-requests', expect.stringMatching(/^[1-9]\d{0,2}$/)])
    expect(flood.length - refused.length).toBeGreaterThan(0)
  })

  it('counts from when it left or was declined what is kept of it: the night after, all is still there', async () => {
    // Last: the nights end every login of this file.
    const { payload } = torg
    const find = (collection: 'organisations' | 'posts', id: string) =>
      payload.db.findOne<Record<string, unknown> & { id: string }>({
        collection,
        where: { id: { equals: id } },
      })
    const aDay = 86_400_000
    const night = async (days: number) => {
      const { failed } = await runRetention(payload, { now: () => new Date(Date.now() + days * aDay) })
      expect(failed).toEqual([])
    }
    const statesOf = async () => [
      (await find('organisations', id))!.state,
      (await find('organisations', declined))!.state,
      (await find('posts', post.id))!.state,
    ]
    // Applied and was approved, or waited for an answer, three years ago.
    const long = new Date(Date.now() - 3 * 365 * aDay).toISOString()
    const makeOld = async (organisation: string) => {
      const workflow = (await find('organisations', organisation))!.workflow as object
      const old = { approvedAt: long, decidedAt: long, publicSince: long, lifeAt: long }
      await payload.db.updateOne({
        collection: 'organisations',
        where: { id: { equals: organisation } },
        data: { createdAt: long, submittedAt: null, workflow: { ...workflow, ...old } },
      })
    }
    const id = await makeApprovedOrganisation(payload, municipality, 'Länge sedan')
    const post = await publishFor(editor, id, 'posts', { title: 'Ännu här', categories })
    const declined = String(
      (await makeOrganisation(payload, municipality, 'Länge väntat', { life: 'applied' })).id,
    )
    for (const each of [id, declined]) await makeOld(each)
    expect((await act(editor, declined, 'decline', { message: 'Fel kommun.' })).status).toBe(200)
    await stepInLife(payload, municipality, id, 'leave', { message: 'Nedlagd.' })

    const before = await statesOf()
    await night(1)
    expect(await statesOf()).toEqual(before)
    expect(before).not.toContain('erased')
    // A row from before this was kept counts from when it was last written.
    const row = (await find('organisations', id))!
    const old = { ...(row.workflow as object), lifeAt: undefined }
    await payload.db.updateOne({
      collection: 'organisations',
      where: { id: { equals: id } },
      data: { workflow: old, updatedAt: row.updatedAt },
    })
    await night(89)
    expect(await statesOf()).toEqual(before)
    await night(91)
    expect(await statesOf()).toEqual([before[0], 'erased', before[2]])
  })
})
