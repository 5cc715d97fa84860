import { afterAll, beforeAll, expect, it } from 'vitest'
import { incidentEntries } from '../../src/editorial/incidents/incident-records.js'
import { logUntoldEntries } from '../../src/editorial/incidents/log-entry.js'
import { warnOfIncidents } from '../../src/editorial/incidents/warn-of-incidents.js'
import { runRetention } from '../../src/editorial/retention/run-retention.js'
import { everyRow } from '../../src/shared/every-row.js'
import { everyEntry } from '../support/log-diary.js'
import type { Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const ekby = (torg: Running) =>
  makeTown(torg, {
    slug: 'ekby',
    organisations: { Klara: {} },
    people: {
      admin: { role: 'municipality-admin' },
      second: { role: 'municipality-admin' },
      auditor: { role: 'auditor' },
      editor: { role: 'editor' },
      author: { role: 'organisation-admin', organisation: 'Klara' },
    },
  })
const vikby = (torg: Running) =>
  makeTown(torg, {
    slug: 'vikby',
    organisations: { Viken: {} },
    people: { stranger: { role: 'municipality-admin' } },
  })

const hour = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * hour).toISOString()
const facts = (more: object = {}) => ({
  kind: 'sent-wrongly',
  discoveredAt: hoursAgo(2),
  categories: ['contact'],
  people: 12,
  consequences: 'En lista med adresser kom till fel förening.',
  measures: '',
  authority: 'not-yet',
  told: 'not-yet',
  ...more,
})

describeHere('the register of incidents', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>
  let other: Awaited<ReturnType<typeof vikby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    other = await vikby(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const register = async (by: Visitor) => (await by.get('/api/incidents')).body.incidents
  const open = async (more: object = {}) => {
    const answer = await town.person.admin.post('/api/incidents', facts(more))
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body as { id: string; sequence: number; clock: { standing: string; hours: number } }
  }

  it('is read by auditors and admins, written by admins, and nobody else’s', async () => {
    const { admin, auditor, editor, author } = town.person
    const { id, clock } = await open()
    expect(clock).toMatchObject({ standing: 'left', hours: 69 })
    for (const by of [admin, auditor]) expect(await register(by)).toMatchObject([{ id, sequence: 1 }])
    for (const by of [editor, author]) {
      expect((await by.get('/api/incidents')).status).toBe(403)
      expect((await by.post('/api/incidents', facts())).status).toBe(403)
    }
    expect((await auditor.post('/api/incidents', facts())).status).toBe(403)
    const { stranger } = other.person
    expect(await register(stranger)).toEqual([])
    expect((await stranger.get(`/api/incidents?municipality=${town.id}`)).status).toBe(404)
    const addition = { ...facts(), sequence: 1 }
    expect((await stranger.post(`/api/incidents/${id}/entries`, addition)).status).toBe(404)
    const elsewhere = { ...addition, municipality: town.id }
    expect((await stranger.post(`/api/incidents/${id}/entries`, elsewhere)).status).toBe(404)
    const file = await auditor.get('/api/incidents')
    expect(file.headers.get('content-disposition')).toContain('torg-incidents.json')
    expect(file.body.format).toBe('torg-incidents-1')
  })

  it('keeps each entry as it was; of two that are added at once one is refused', async () => {
    const { admin, second } = town.person
    const { id } = await open()
    const door = `/api/incidents/${id}/entries`
    const added = await Promise.all(
      [admin, second].map((by) => by.post(door, { ...facts({ people: 40 }), sequence: 1 })),
    )
    expect(added.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = added.find(({ status }) => status === 409)!
    expect(refused.body).toMatchObject({ code: 'revision-conflict', sequence: 2 })
    const [{ entries, now }] = (await register(admin)).filter((one: { id: string }) => one.id === id)
    expect(now.people).toBe(40)
    expect(entries.map((one: { people: number; sequence: number }) => [one.sequence, one.people])).toEqual([
      [2, 40],
      [1, 12],
    ])
    const before = await everyRow(torg.payload, incidentEntries, {})
    for (const method of ['PATCH', 'DELETE', 'PUT'])
      for (const address of [`/api/incidents/${id}`, `/api/incident-entries/${String(before[0]!.id)}`])
        expect((await admin.send(method, address, facts())).status).toBeGreaterThan(400)
    expect(await everyRow(torg.payload, incidentEntries, {})).toEqual(before)
  })

  it('takes nothing that looks like data of a person, in none of its texts', async () => {
    const { admin } = town.person
    for (const field of ['consequences', 'measures', 'authorityReason'])
      // The first from the official series for tests.
      for (const words of ['Gällde 19900107-2397.', 'Ring 070-174 06 05.', 'Skriv till eva@example.org.']) {
        const answer = await admin.post('/api/incidents', facts({ [field]: words }))
        expect(answer, `${field} ${words}`).toMatchObject({ status: 422, body: { code: 'personal-data' } })
        expect(answer.body.faults[0].field).toBe(field)
        expect(JSON.stringify(answer.body)).not.toMatch(/2397|174|eva@/)
      }
  })

  it('stands in the log by ids and codes, without a word of it, once though a process died in between', async () => {
    const words = 'Ett alldeles eget ord: fågelholk.'
    const { id } = await open({ consequences: words })
    const door = `/api/incidents/${id}/entries`
    const settled = { authority: 'not-needed', authorityReason: words, told: 'not-needed', measures: words }
    const closed = await town.person.second.post(door, { ...facts(settled), closed: true, sequence: 1 })
    expect(closed.body).toMatchObject({ now: { closed: true }, clock: { standing: 'not-needed' } })
    const logged = async () => (await everyEntry(torg.payload)).filter(({ document }) => document === id)
    const entries = await logged()
    expect(
      entries.map(({ action, actor, number, reason }) => [action, actor, number, reason]).sort(),
    ).toEqual([
      ['change-incident', town.account.second, 2, 'closed'],
      ['open-incident', town.account.admin, 1, expect.toSatisfy((reason) => !reason)],
    ])
    expect(JSON.stringify(entries)).not.toContain('fågelholk')
    const [row] = await everyRow(torg.payload, incidentEntries, { incident: { equals: id } })
    expect(row!.outbox ?? null).toBe(null)
    await torg.payload.db.updateOne({
      collection: incidentEntries,
      where: { id: { equals: row!.id } },
      data: { outbox: { actor: town.account.admin, device: null } },
    })
    expect(await logUntoldEntries(torg.payload)).toBe(1)
    expect(await logUntoldEntries(torg.payload)).toBe(0)
    expect(await logged()).toHaveLength(2)
  })

  it('warns its admins when 24 hours are left and when they are over, once each, until it is reported', async () => {
    const { id } = await open({ discoveredAt: hoursAgo(47) })
    const told = async (by: Visitor) =>
      ((await by.get('/api/inbox')).body.notices as Record<string, unknown>[]).filter(
        ({ document }) => document === id,
      )
    const look = (hours: number) =>
      warnOfIncidents(torg.payload, { now: () => new Date(Date.now() + hours * hour) })
    await look(0)
    expect(await told(town.person.admin)).toEqual([])
    await look(1.1)
    await look(1.2)
    for (const by of [town.person.admin, town.person.second])
      expect(await told(by)).toMatchObject([
        { action: 'incident-soon', next: { step: 'see-incident', address: '/admin/incidents' } },
      ])
    expect(await told(town.person.auditor)).toEqual([])
    await look(25.1)
    await look(26)
    const actions = (await told(town.person.admin)).map(({ action }) => action)
    expect(actions.sort()).toEqual(['incident-late', 'incident-soon'])
    const reported = await open({ discoveredAt: hoursAgo(60) })
    const done = facts({ discoveredAt: hoursAgo(60), authority: 'done', authorityAt: hoursAgo(1) })
    await town.person.admin.post(`/api/incidents/${reported.id}/entries`, { ...done, sequence: 1 })
    await look(30)
    const notices = await everyRow(torg.payload, 'notices', { document: { equals: reported.id } })
    expect(notices).toEqual([])
  })

  it('forgets a closed incident as a whole after three years, and none that is open', async () => {
    const settled = {
      authority: 'not-needed',
      authorityReason: 'Ingen risk.',
      told: 'not-needed',
      measures: 'Gjort.',
    }
    const stays = await open()
    const reopened = await open()
    const goes = await open()
    const { admin } = town.person
    for (const { id } of [reopened, goes])
      await admin.post(`/api/incidents/${id}/entries`, { ...facts(settled), closed: true, sequence: 1 })
    await admin.post(`/api/incidents/${reopened.id}/entries`, { ...facts(settled), sequence: 2 })
    const there = async () => {
      // Behind the door: years later nobody is logged in any more.
      const rows = await everyRow(torg.payload, incidentEntries, {})
      return [stays, reopened, goes].map(({ id }) => rows.some(({ incident }) => incident === id))
    }
    const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * 24 * hour) })
    await runRetention(torg.payload, inDays(1_090))
    expect(await there()).toEqual([true, true, true])
    await runRetention(torg.payload, inDays(1_100))
    expect(await there()).toEqual([true, true, false])
    const left = await everyRow(torg.payload, incidentEntries, { incident: { equals: goes.id } })
    expect(left).toEqual([])
  })
})
