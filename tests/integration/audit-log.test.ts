import { createHash } from 'node:crypto'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { appendEntry, bare } from '../../src/editorial/log/append-entry.js'
import { adoptLog } from '../../src/editorial/log/adopt-log.js'
import { cutLog } from '../../src/editorial/log/cut-log.js'
import { restampLog } from '../../src/editorial/log/restamp-log.js'
import { sealLine, sealLog } from '../../src/editorial/log/seal-log.js'
import { verifyLine, verifyLog } from '../../src/editorial/log/verify-log.js'
import { keyRing, loadSettings } from '../../src/config/env.js'
import { beginningOf, stampHead } from '../../src/privacy/audit/log-chain.js'
import { canonicalEntry } from '../../src/privacy/audit/log-entry.js'
import { everyRow } from '../../src/shared/every-row.js'
import { dateIn } from '../support/days.js'
import { postBody } from '../support/newsroom.js'
import { Visitor } from '../support/people.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

type Row = Record<string, unknown> & { id: string }
const log = 'moderation-log' as CollectionSlug
const lines = 'log-lines' as CollectionSlug

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

describeHere('the chain of the log', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekby>>

  beforeAll(async () => {
    torg = await startForTests()
    town = await ekby(torg)
    const { author } = town.person
    for (let n = 0; n < 12; n += 1) {
      const { body } = await author.post('/api/posts', postBody(town.category, { title: `Inlägg ${n}` }))
      expect((await author.act('posts', body.doc.id, 'submit')).status).toBe(200)
    }
  }, 240_000)
  afterAll(() => torg?.stop())

  const report = () => verifyLine(torg.payload, town.id)
  const rows = async (line = town.id) =>
    (await everyRow<Row>(torg.payload, 'moderation-log', { line: { equals: line } })).sort(
      (a, b) => Number(a.sequence) - Number(b.sequence),
    )
  const raw = ({ payload }: Running) => payload.db
  const set = (collection: CollectionSlug, id: string, data: Record<string, unknown>) =>
    raw(torg).updateOne({ collection, where: { id: { equals: id } }, data })
  /** Does something behind Torg's back, looks, and puts it right again. */
  async function tampered(change: Record<string, unknown>, sequence: number) {
    const row = (await rows()).find((each) => each.sequence === sequence)!
    const before = Object.fromEntries(Object.keys(change).map((field) => [field, row[field]]))
    await set(log, row.id, change)
    const { fault } = await report()
    await set(log, row.id, before)
    return [fault?.kind, fault?.sequence, fault?.entry === row.id]
  }
  let written = 0
  const entry = (line: string | null, at = new Date()) => ({
    ...bare,
    key: `test-${(written += 1)}`,
    at: at.toISOString(),
    action: 'send-again',
    kind: 'webhook',
    document: 'x',
    municipality: line,
    actor: null,
  })

  it('is whole after a day’s work, one line for the municipality and one for the installation', async () => {
    await sealLog(torg.payload)
    const reports = await verifyLog(torg.payload)
    expect(reports.map(({ whole }) => whole)).toEqual(reports.map(() => true))
    expect(reports.find(({ line }) => line === town.id)!.entries).toBe((await rows()).length)
    expect((await rows()).map(({ sequence }) => sequence)).toEqual(
      (await rows()).map((_, index) => index + 1),
    )
    const canonical = (await rows()).map((row) => canonicalEntry(row as never))
    expect(new Set(canonical).size).toBe(canonical.length)
  })

  it('names the first entry that somebody changed in the database', async () => {
    expect(await tampered({ actor: town.account.editor }, 7)).toEqual(['changed', 7, true])
    expect(await tampered({ at: new Date(0).toISOString() }, 7)).toEqual(['changed', 7, true])
    expect(await tampered({ municipality: null }, 7)).toEqual(['changed', 7, true])
    expect(await tampered({ device: 2 }, 1)).toEqual(['changed', 1, true])
    expect(await tampered({ hash: 'a'.repeat(64) }, 9)).toEqual(['changed', 9, true])
    expect(await tampered({ stamp: null }, 9)).toEqual(['forged', 9, true])
    expect((await report()).whole).toBe(true)
  })

  it('names the first entry that somebody took away, the last one too', async () => {
    const all = await rows()
    for (const gone of [all[0]!, all[10]!, all.at(-1)!]) {
      await raw(torg).deleteMany({ collection: log, where: { id: { equals: gone.id } } })
      expect((await report()).fault, String(gone.sequence)).toMatchObject({
        kind: 'missing',
        sequence: gone.sequence,
      })
      // With what was asked for meanwhile nothing is covered up.
      await appendEntry(torg.payload, entry(town.id))
      expect((await report()).fault).toMatchObject({ kind: 'missing', sequence: gone.sequence })
      const { id: _, ...data } = gone
      await raw(torg).create({ collection: log, data })
      expect((await report()).whole).toBe(true)
    }
  })

  it('names an entry that somebody put in, however it says where it belongs', async () => {
    const head = (await rows()).at(-1)!
    const bad: Record<string, unknown>[] = [
      { key: 'bad-1', line: town.id },
      { key: 'bad-2', line: town.id, stamp: String(head.stamp) },
      { key: 'bad-3' },
      { key: 'bad-4', line: town.id, sequence: 3 },
      {
        key: 'bad-5',
        line: town.id,
        sequence: Number(head.sequence) + 1,
        previous: head.hash,
        hash: 'b'.repeat(64),
        stamp: head.stamp,
      },
    ]
    for (const more of bad) {
      const { key: _, ...said } = entry(town.id)
      const { id } = (await raw(torg).create({ collection: log, data: { ...said, ...more } })) as Row
      await sealLog(torg.payload)
      const found = (await verifyLog(torg.payload)).filter(({ whole }) => !whole)
      expect(found, JSON.stringify(more)).toHaveLength(1)
      expect(['inserted', 'unstamped', 'changed', 'forged']).toContain(found[0]!.fault!.kind)
      expect(found[0]!.fault!.entry).toBe(String(id))
      await raw(torg).deleteMany({ collection: log, where: { id: { equals: id } } })
      expect((await report()).whole).toBe(true)
    }
  })

  it('hangs nothing behind an end that is not its own, and says so', async () => {
    const facts = (await raw(torg).findOne<Row>({ collection: lines, where: { id: { equals: town.id } } }))!
    const short = (await rows())[4]!
    await set(lines, town.id, { last: 5, hash: short.hash })
    await appendEntry(torg.payload, entry(town.id))
    await expect(sealLine(torg.payload, town.id)).rejects.toMatchObject({ code: 'log-line-broken' })
    expect((await report()).fault).toMatchObject({ kind: 'forged' })
    await set(lines, town.id, { last: facts.last, hash: facts.hash, stamp: facts.stamp })
    expect((await report()).whole).toBe(true)
  })

  /** Does something to the rows behind Torg's back, looks, and puts all of them back. */
  async function without(gone: { entries: readonly Row[]; line: string }, look: () => Promise<void>) {
    const facts = (await everyRow<Row>(torg.payload, 'log-lines', {})).filter(({ id }) => id === gone.line)
    for (const { id } of gone.entries) {
      await raw(torg).deleteMany({ collection: log, where: { id: { equals: id } } })
    }
    await raw(torg).deleteMany({ collection: lines, where: { id: { equals: gone.line } } })
    await look()
    await raw(torg).deleteMany({ collection: lines, where: { id: { equals: gone.line } } })
    for (const { id: _, ...data } of gone.entries) await raw(torg).create({ collection: log, data })
    for (const data of facts) await raw(torg).create({ collection: lines, data })
    expect((await verifyLine(torg.payload, gone.line)).fault).toBeNull()
  }

  it('is not begun anew where somebody took away its end, or all of it, with what says how far it went', async () => {
    await sealLog(torg.payload)
    for (const [from, to] of [[-3], [4], [0], [0, 0]] as const) {
      const all = await rows()
      const entries = all.slice(from, to)
      const left = all.length - entries.length
      await without({ entries, line: town.id }, async () => {
        const gone = { whole: false, fault: { kind: 'missing', sequence: left + 1 } }
        expect(await report(), String(left)).toMatchObject(gone)
        // With what is written meanwhile nothing is covered up.
        await appendEntry(torg.payload, entry(town.id))
        await sealLog(torg.payload)
        await expect(sealLine(torg.payload, town.id)).rejects.toMatchObject({ code: 'log-line-broken' })
        expect(await report(), String(left)).toMatchObject(gone)
      })
    }
    // Nor that of the installation, as long as one of a municipality is left.
    for (const from of [0, -1]) {
      const entries = (await rows('installation')).slice(from)
      await without({ entries, line: 'installation' }, async () => {
        expect(await verifyLine(torg.payload, 'installation')).toMatchObject({ fault: { kind: 'missing' } })
      })
    }
  })

  it('tells of each beginning in the line of the installation, once, and still after that was cut', async () => {
    const told = async () =>
      (await rows('installation')).filter(
        ({ action, document }) => action === 'begin-log' && document === town.id,
      )
    const [first, ...more] = await told()
    expect(more).toEqual([])
    expect(first).toMatchObject({ kind: 'log', municipality: null, actor: null, automated: true })
    // A process that died between the two leaves one of them, and the next says the other.
    const dead = 'd'.repeat(24)
    const { sequence: last, hash } = beginningOf(dead)
    const stamp = stampHead(dead, { sequence: last, hash }, keyRing(loadSettings()))
    await raw(torg).create({ collection: lines, data: { id: dead, last, hash, stamp, cut: 0 } })
    await sealLine(torg.payload, dead)
    const { docs } = await raw(torg).find<Row>({ collection: log, where: { document: { equals: dead } } })
    expect(docs.map(({ action }) => action)).toEqual(['begin-log'])
    await raw(torg).deleteMany({ collection: lines, where: { id: { equals: dead } } })
    expect((await verifyLine(torg.payload, dead)).fault).toMatchObject({ kind: 'missing', sequence: 1 })

    const cut = await cutLog(torg.payload, 'installation', first!.id)
    expect(cut).toEqual({ deleted: first!.sequence, whole: true })
    const again = await told()
    expect(again).toHaveLength(1)
    expect(again[0]!.id).not.toBe(first!.id)
    expect(again[0]!.sequence).toBeGreaterThan(Number(first!.sequence))
    await without({ entries: await rows(), line: town.id }, async () => {
      expect((await report()).fault).toMatchObject({ kind: 'missing' })
    })
  })

  it('neither forks nor loses while many write and several hang up at once', async () => {
    const before = (await rows()).length
    // Each with modules of its own, as other processes have them: they do not take turns with each other.
    const sealers: (typeof sealLog)[] = []
    for (let n = 0; n < 4; n += 1) {
      vi.resetModules()
      sealers.push((await import('../../src/editorial/log/seal-log.js')).sealLog)
    }
    expect(new Set(sealers).size).toBe(4)
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 15; n += 1) {
        await appendEntry(torg.payload, entry(writer % 2 ? town.id : null))
        if (n % 3 === writer % 3) await sealers[writer % 4]!(torg.payload)
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    await Promise.all(writers)
    await sealLog(torg.payload)
    expect((await report()).whole).toBe(true)
    expect((await verifyLine(torg.payload, 'installation')).whole).toBe(true)
    expect((await rows()).length).toBe(before + 60)
    expect(new Set((await rows()).map(({ sequence }) => sequence)).size).toBe(before + 60)
  })

  it('goes on while somebody has it looked through', async () => {
    await sealLog(torg.payload)
    const { db } = torg.payload
    const find = db.find
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    let reading = () => {}
    const begun = new Promise<void>((resolve) => (reading = resolve))
    // A long line: its first portion comes when the test lets it.
    db.find = (async (asked: Parameters<typeof find>[0]) => {
      if (asked.collection === log && asked.limit === 500) {
        db.find = find
        reading()
        await held
      }
      return find.call(db, asked)
    }) as typeof find
    const looked = report()
    await begun
    const meanwhile = entry(town.id)
    await appendEntry(torg.payload, meanwhile)
    await sealLine(torg.payload, town.id)
    expect((await rows()).find(({ key }) => key === meanwhile.key)!.sequence).toBeGreaterThan(0)
    goOn()
    expect(await looked).toMatchObject({ whole: true, fault: null })
  })

  it('goes on where a process died in between, at its head or before that was said', async () => {
    await sealLog(torg.payload)
    const facts = (await raw(torg).findOne<Row>({ collection: lines, where: { id: { equals: town.id } } }))!
    for (let n = 0; n < 3; n += 1) await appendEntry(torg.payload, entry(town.id))
    await sealLine(torg.payload, town.id)
    // The entries have their places, and the line does not say so yet.
    await set(lines, town.id, { last: facts.last, hash: facts.hash, stamp: facts.stamp })
    expect((await report()).whole).toBe(true)
    await appendEntry(torg.payload, entry(town.id))
    await sealLine(torg.payload, town.id)
    expect((await report()).whole).toBe(true)
  })

  it('is cut by retention at a signed checkpoint, and verifies from there on', async () => {
    const all = await rows()
    const noted = { sequence: Number(all.at(-1)!.sequence), hash: String(all.at(-1)!.hash) }
    const expected = 14
    const last = all[expected - 1]!.id
    expect(await cutLog(torg.payload, town.id, last)).toEqual({ deleted: expected, whole: true })
    const after = await report()
    expect(after).toMatchObject({ whole: true, from: expected + 1 })
    expect(await verifyLine(torg.payload, town.id, [noted])).toMatchObject({ whole: true })
    expect((await rows())[0]!.sequence).toBe(expected + 1)
    // Again is nothing more; and a process that died before the entries went leaves nothing that is not deleted then.
    expect(await cutLog(torg.payload, town.id, last)).toEqual({ deleted: 0, whole: true })
    const { id: _, ...data } = all[expected - 1]!
    await raw(torg).create({ collection: log, data })
    expect((await report()).whole).toBe(true)
    expect(await cutLog(torg.payload, town.id, last)).toEqual({ deleted: 1, whole: true })
    // A checkpoint that nobody signed hides nothing.
    const facts = (await raw(torg).findOne<Row>({ collection: lines, where: { id: { equals: town.id } } }))!
    const further = (await rows())[3]!
    await set(lines, town.id, { cut: further.sequence, cutHash: further.hash })
    expect((await report()).fault).toMatchObject({ kind: 'forged' })
    expect(await cutLog(torg.payload, town.id, further.id)).toEqual({ deleted: 0, whole: false })
    await set(lines, town.id, { cut: facts.cut, cutHash: facts.cutHash })
    expect((await report()).whole).toBe(true)
  })

  it('moves to a new key with its hashes, and old notes still fit', async () => {
    const ring = keyRing(loadSettings())
    const next = { id: 'next', secret: Buffer.from('a key of 32 bytes for this test!') }
    const { to } = await report()
    const hashes = (await rows()).map(({ hash }) => hash)
    const { moved, there } = await restampLog(torg.payload, [next, ...ring])
    expect(moved).toBe(there)
    expect((await report()).fault).toMatchObject({ kind: 'key-missing' })
    expect((await restampLog(torg.payload, [...ring, next])).moved).toBe(there)
    expect(await verifyLine(torg.payload, town.id, [to])).toMatchObject({ whole: true })
    expect((await rows()).map(({ hash }) => hash).slice(0, hashes.length)).toEqual(hashes)
  })

  it('is read by auditors and admins in whole, by editors as far as decisions go, by nobody else', async () => {
    const { auditor, admin, editor, author } = town.person
    await new Visitor(torg.base).login('editor')
    const seen = async (by: typeof auditor, query = '') => {
      const { body } = await by.get(`/api/log?${query}`)
      return body.entries as { action: string; kind: string; actor: string; key?: string }[]
    }
    expect((await seen(auditor)).some(({ kind }) => kind === 'log')).toBe(true)
    expect((await seen(admin, 'action=log-in')).length).toBeGreaterThan(0)
    expect(await seen(auditor, 'action=log-in')).toEqual([])
    expect(await seen(editor, 'kind=log')).toEqual([])
    const mine = await seen(auditor, `actor=${town.account.author}&action=submit`)
    expect(mine).not.toHaveLength(0)
    expect(mine.every(({ actor, action }) => actor === town.account.author && action === 'submit')).toBe(true)
    const today = dateIn(0)
    expect((await auditor.get(`/api/log?from=${today}&to=${today}`)).body.total).toBeGreaterThan(5)
    expect((await auditor.get('/api/log?to=2020-01-01')).body.total).toBe(0)
    expect((await author.get('/api/log')).status).toBe(403)
    expect((await editor.get('/api/log/verify')).status).toBe(403)
    const whole = await auditor.get('/api/log/verify')
    expect(whole.body).toMatchObject({ whole: true, fault: null, line: town.id })
    const noted = `${whole.body.to.sequence}:${whole.body.to.hash}`
    expect((await auditor.get(`/api/log/verify?noted=${noted}`)).body.whole).toBe(true)
    const other = `${whole.body.to.sequence}:${'0'.repeat(64)}`
    expect((await auditor.get(`/api/log/verify?noted=${other}`)).body.fault).toMatchObject({
      kind: 'not-as-noted',
    })
  })

  it('leaves Torg as a table, and with check values by which anybody works it out again', async () => {
    const { admin } = town.person
    const table = await admin.get('/api/log/export?action=submit')
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, ...body] = String(table.body).trim().split('\r\n')
    expect(head!.split(',').slice(0, 5)).toEqual(['sequence', 'key', 'at', 'action', 'kind'])
    expect(body.length).toBeGreaterThan(0)
    expect(body.every((line) => line.split(',')[3] === 'submit')).toBe(true)

    const file = (await admin.get('/api/log/export?format=json')).body
    expect(file).toMatchObject({ format: 'torg-log-1', line: town.id, waiting: 0 })
    // As docs/privacy.md says, and with nothing of ours.
    const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
    const fields = [
      'key',
      'at',
      'action',
      'kind',
      'document',
      'municipality',
      'organisation',
      'actor',
      'device',
      'fromState',
      'toState',
      'publication',
      'revision',
      'reason',
      'ground',
      'rule',
      'automated',
      'override',
      'number',
    ]
    let previous: string | null = null
    for (const each of file.entries as Record<string, unknown>[]) {
      if (previous !== null) expect(each.previous).toBe(previous)
      const digest = sha256(['torg log entry 1', ...fields.map((field) => each[field])])
      expect(each.hash).toBe(sha256(['torg log link 1', file.line, each.sequence, each.previous, digest]))
      previous = String(each.hash)
    }
    expect(previous).not.toBeNull()
  })

  it('leaves Torg in whole where the line is broken: what has no place stands at the end', async () => {
    await sealLog(torg.payload)
    const { admin } = town.person
    const facts = (await raw(torg).findOne<Row>({ collection: lines, where: { id: { equals: town.id } } }))!
    await set(lines, town.id, { stamp: 'broken' })
    for (let n = 0; n < 3; n += 1) await appendEntry(torg.payload, entry(town.id))
    const there = (await rows()).map(({ key }) => key)
    const file = (await admin.get('/api/log/export?format=json')).body
    const found = file.entries as { key: string; sequence: number | null; hash: string | null }[]
    expect(file.waiting).toBe(3)
    expect(found.map(({ key }) => key).sort()).toEqual(there.sort())
    expect(found.slice(-3).map(({ sequence, hash }) => [sequence, hash])).toEqual(Array(3).fill([null, null]))
    const table = String((await admin.get('/api/log/export?action=send-again')).body)
      .trim()
      .split('\r\n')
    // The export before is an entry itself, and another one.
    expect(table.slice(-3).every((row) => row.startsWith(',test-'))).toBe(true)
    await set(lines, town.id, { stamp: facts.stamp })
    expect((await report()).whole).toBe(true)
  })

  it('is only added to: the system itself can neither change nor delete an entry', async () => {
    const { id } = (await rows())[0]!
    const asSystem = { collection: log, id, overrideAccess: true, context: { asSystem: true } } as const
    await expect(torg.payload.update({ ...asSystem, data: { action: 'x' } as never })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(torg.payload.delete(asSystem)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('takes in what a version before the chain wrote, when somebody asks for it, and nothing else', async () => {
    const at = new Date('2026-01-01')
    const { key: _, ...old } = entry(town.id, at)
    const { id } = (await raw(torg).create({ collection: log, data: old })) as Row
    const forged = (await raw(torg).create({
      collection: log,
      data: { ...entry(town.id, at), line: town.id },
    })) as Row
    const stored = async (one: string) =>
      (await raw(torg).findOne<Row>({ collection: log, where: { id: { equals: one } } }))!
    const named = async () => (await verifyLine(torg.payload, 'installation')).fault
    expect(await named()).toMatchObject({ kind: 'unstamped', sequence: null, entry: String(id) })

    // Even where nothing says any more how far the lines went, what stands in one is not taken in.
    const before = await everyRow<Row>(torg.payload, 'log-lines', {})
    await raw(torg).deleteMany({ collection: lines, where: {} })
    expect(await adoptLog(torg.payload)).toBe(1)
    for (const data of before) await raw(torg).create({ collection: lines, data })
    expect(await adoptLog(torg.payload)).toBe(0)
    expect(await stored(id)).toMatchObject({ key: id, line: town.id })
    expect(await named()).toBeNull()
    expect((await report()).fault).toMatchObject({ kind: 'inserted', entry: String(forged.id) })
    await raw(torg).deleteMany({ collection: log, where: { id: { equals: forged.id } } })
    expect((await report()).whole).toBe(true)
    expect((await stored(id)).sequence).toBeGreaterThan(0)
  })
})
