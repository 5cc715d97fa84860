import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  type Answer,
  type Visitor,
} from '../support/people.js'
import { submitted } from '../support/submit.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

describeHere('two people at once', () => {
  let torg: Running
  let author: Visitor
  let colleague: Visitor
  let editors: Visitor[]
  let categories: string[]

  beforeAll(async () => {
    torg = await startForTests()
    const municipality = String((await makeMunicipality(torg.payload, { slug: 'tvaby' })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    const organisation = await makeApprovedOrganisation(torg.payload, municipality, 'IF Två')
    for (const username of ['author', 'colleague']) {
      await makeAccount(torg.payload, { username, role: 'contributor', municipality, organisation })
    }
    for (const username of ['editor', 'second'])
      await makeAccount(torg.payload, { username, role: 'editor', municipality })
    author = await loggedIn(torg.base, 'author')
    colleague = await loggedIn(torg.base, 'colleague')
    editors = [await loggedIn(torg.base, 'editor'), await loggedIn(torg.base, 'second')]
  }, 240_000)
  afterAll(() => torg?.stop())

  const statuses = (answers: Answer[]) => answers.map((one) => one.status).sort()
  const actionsLogged = async (id: string) => {
    const { docs } = await torg.payload.db.find<{ id: string; action: string; revision: number }>({
      collection: 'moderation-log',
      where: { document: { equals: id } },
      sort: 'revision',
      limit: 100,
    })
    return docs.map((one) => `${one.revision} ${one.action}`)
  }

  it('decide on one revision ten times at once: one decision counts, nine are told what is', async () => {
    for (const kind of ['events', 'posts'] as const) {
      const { id, revision } = await submitted(author, kind, { title: 'Tio på en gång', categories })
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          editors[index % 2]!.post(`/api/${kind}/${id}/actions/approve`, { revision }),
        ),
      )
      expect(statuses(answers)).toEqual([200, ...Array<number>(9).fill(409)])
      for (const { body } of answers.filter((one) => one.status === 409)) {
        expect(body).toMatchObject({
          code: 'revision-conflict',
          state: 'approved',
          publication: 'live',
          revision: revision + 1,
          changed: [],
        })
      }
      expect(await actionsLogged(id)).toEqual(['1 save', '2 submit', '3 approve'])
      const publication = await torg.payload.db.findOne<{ id: string; sequence: number }>({
        collection: 'publications',
        where: { id: { equals: id } },
      })
      expect(publication?.sequence).toBe(0)
    }
  })

  it('approve and reject the same revision: only one of them happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, revision } = await submitted(author, 'posts', { title: `Ja och nej ${round}`, categories })
      const [yes, no] = await Promise.all([
        editors[0]!.post(`/api/posts/${id}/actions/approve`, { revision }),
        editors[1]!.post(`/api/posts/${id}/actions/reject`, {
          revision,
          reason: 'not-local',
          message: 'Inte här.',
        }),
      ])
      expect(statuses([yes!, no!])).toEqual([200, 409])
      const stored = await editors[0]!.get(`/api/posts/${id}`)
      expect(stored.body).toMatchObject(
        yes!.status === 200
          ? { state: 'approved', publication: 'live', revision: 3 }
          : { state: 'rejected', publication: 'none', revision: 3 },
      )
    }
  })

  it('save at once: exactly one save wins, and the other is told which fields differ', async () => {
    for (const kind of ['events', 'posts'] as const) {
      const first = {
        title: 'Först',
        language: 'sv',
        categories,
        ...(kind === 'events' ? { zone: 'Europe/Stockholm' } : {}),
      }
      const { body } = await author.post(`/api/${kind}`, first)
      const { id, revision } = body.doc as { id: string; revision: number }
      const edits = [{ title: 'Författarens' }, { title: 'Kollegans', audiences: ['children'] }]
      const answers = await Promise.all(
        [author, colleague].map((who, index) =>
          who.patch(`/api/${kind}/${id}`, { revision, ...edits[index] }),
        ),
      )
      expect(statuses(answers)).toEqual([200, 409])
      const won = answers[0]!.status === 200 ? edits[0]! : edits[1]!
      const lost = answers.find((one) => one.status === 409)!.body
      expect(lost).toMatchObject({ code: 'revision-conflict', state: 'draft', revision: revision + 1 })
      expect(lost.changed).toEqual(
        expect.arrayContaining([{ field: 'title', before: 'Först', after: won.title }]),
      )
      expect(lost.changed.map((one: { field: string }) => one.field).sort()).toEqual(Object.keys(won).sort())
      const stored = await author.get(`/api/${kind}/${id}`)
      expect(stored.body).toMatchObject({ revision: revision + 1, ...won })
      expect(await actionsLogged(id)).toEqual(['1 save', '2 save'])
    }
  })

  it('save while it is approved: never is something approved that the editor did not see', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, revision } = await submitted(author, 'posts', { title: `Sedd ${round}`, categories })
      const [decision] = await Promise.all([
        editors[0]!.post(`/api/posts/${id}/actions/approve`, { revision }),
        author.post(`/api/posts/${id}/actions/withdraw-submission`, { revision }).then(async (back) => {
          const seen =
            back.status === 200 ? back.body.revision : (await author.get(`/api/posts/${id}`)).body.revision
          return author.patch(`/api/posts/${id}`, { revision: seen, title: `Osedd ${round}` })
        }),
      ])
      const row = await torg.payload.db.findOne<{
        id: string
        publication: string
        approvedSnapshot: { content: { title: string } } | null
      }>({
        collection: 'posts',
        where: { id: { equals: id } },
      })
      const publication = await torg.payload.db.findOne<{ id: string; data: { title: string } | null }>({
        collection: 'publications',
        where: { id: { equals: id } },
      })
      expect(row?.publication).toBe(decision!.status === 200 ? 'live' : 'none')
      expect(publication?.data?.title ?? null).toBe(decision!.status === 200 ? `Sedd ${round}` : null)
      expect(row?.approvedSnapshot?.content.title ?? null).toBe(
        decision!.status === 200 ? `Sedd ${round}` : null,
      )
    }
  })

  it('make and rename places while others decide: no one is refused for being at the same time', async () => {
    const waiting = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        submitted(author, 'posts', { title: `Samtidig ${index}`, categories }),
      ),
    )
    const answers = await Promise.all([
      ...waiting.map(({ id, revision }) =>
        editors[0]!.post(`/api/posts/${id}/actions/approve`, { revision }),
      ),
      ...Array.from({ length: 6 }, (_, index) =>
        editors[1]!.post('/api/places', {
          name: `Plats nummer ${index} ${'abcdef'[index]!.repeat(5)}`,
          latitude: 59 + index,
          longitude: 17,
        }),
      ),
    ])
    expect(statuses(answers)).toEqual([...Array<number>(6).fill(200), ...Array<number>(6).fill(201)])
  })
})
