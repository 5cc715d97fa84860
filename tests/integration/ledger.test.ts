import { createClient, type Client } from '@libsql/client'
import fs from 'node:fs'
import path from 'node:path'
import type { CollectionConfig, Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyOut } from '../../src/editorial/erasure/copy-out.js'
import { giveNumber, nextWaiting, rowsOf } from '../../src/editorial/erasure/erasure-rows.js'
import { ledgerOf } from '../../src/editorial/erasure/ledger-file.js'
import { noteErasure } from '../../src/editorial/erasure/note-erasure.js'
import { forgetOldErasures } from '../../src/editorial/erasure/forget-old.js'
import { removeErasedFiles } from '../../src/editorial/erasure/remove-erased-files.js'
import { wipeFreed } from '../../src/config/wipe-freed.js'
import { photo } from '../support/publish.js'
import { resolveAttempts } from '../../src/editorial/erasure/resolve-attempts.js'
import { lookAtLedger } from '../../src/editorial/erasure/settle-ledger.js'
import { standingOf } from '../../src/editorial/erasure/standing.js'
import { together } from '../../src/editorial/together.js'
import { lineAfter, type Line } from '../../src/privacy/erasure/ledger-line.js'
import { everyRow } from '../../src/shared/every-row.js'
import { ekbyWithMany, type Name } from '../support/many-people.js'
import { database, describeHere, startForTests, type Running } from '../support/torg.js'

const inOrder = (lines: readonly Line[]) => [...lines].sort((a, b) => a.number - b.number)

describeHere('what was erased, beside the erasure', () => {
  let torg: Running
  let town: Awaited<ReturnType<typeof ekbyWithMany>>
  let payload: Payload

  beforeAll(async () => {
    torg = await startForTests()
    payload = torg.payload
    town = await ekbyWithMany(torg)
  }, 240_000)
  afterAll(() => torg?.stop())

  const remove = (name: Name) => town.person.admin.send('DELETE', `/api/accounts/${town.account[name]}`)
  const isThere = async (name: Name) =>
    (await everyRow(payload, 'accounts', { id: { equals: town.account[name] } })).length > 0
  const linesOf = async (name: Name) =>
    (await ledgerOf(payload).read()).lines.filter(({ id }) => id === town.account[name])
  const rowsAbout = (name: Name) => rowsOf(payload, { document: { equals: town.account[name] } })

  /** Has a step of the deletion of accounts fail. */
  async function failing(step: 'beforeDelete' | 'afterDelete', work: () => Promise<unknown>): Promise<void> {
    const { hooks } = payload.collections.accounts!.config as unknown as {
      hooks: NonNullable<CollectionConfig['hooks']>
    }
    const before = hooks[step]!
    const fail = () => Promise.reject(new Error('The disk is full.'))
    hooks[step] = (step === 'beforeDelete' ? [...before, fail] : [fail, ...before]) as never
    try {
      await work()
    } finally {
      hooks[step] = before as never
    }
  }

  it('stands in the ledger when it is answered, once, behind the first line of the database', async () => {
    const id = town.account['person-a']
    const code = await town.person.admin.post(`/api/accounts/${id}/codes`, { purpose: 'password' })
    expect(code.status).toBe(201)
    expect((await remove('person-a')).status).toBe(200)
    const codes = await everyRow(payload, 'one-time-codes', {})
    expect(codes.filter((row) => JSON.stringify(row).includes(id))).toEqual([])
    expect(codes.filter(({ account }) => !account)).toEqual([])
    expect(await linesOf('person-a')).toMatchObject([{ kind: 'account', number: 2 }])
    expect((await lookAtLedger(payload)).verdict).toEqual({ kind: 'level' })
  })

  it('leaves no line where it failed before anything was gone', async () => {
    await failing('beforeDelete', async () => expect((await remove('person-b')).status).toBe(500))
    expect(await isThere('person-b')).toBe(true)
    await copyOut(payload)
    await resolveAttempts(payload)
    await copyOut(payload)
    expect(await linesOf('person-b')).toEqual([])
    await resolveAttempts(payload, { atStart: true })
    expect(await rowsAbout('person-b')).toEqual([])
    await copyOut(payload)
    expect(await linesOf('person-b')).toEqual([])
    expect(await isThere('person-b')).toBe(true)
    // It is erased all the same once it is tried again.
    expect((await remove('person-b')).status).toBe(200)
    expect(await linesOf('person-b')).toHaveLength(1)
  })

  it('leaves a line where the account was gone when it failed, and none where that was undone', async () => {
    await failing('afterDelete', async () => expect((await remove('person-c')).status).toBe(500))
    expect(await isThere('person-c')).toBe(database === 'mongodb')
    await resolveAttempts(payload)
    await copyOut(payload)
    expect(await linesOf('person-c')).toHaveLength(database === 'mongodb' ? 0 : 1)
  })

  if (database === 'mongodb')
    it('leaves no line where its transaction was undone', async () => {
      const what = { kind: 'post', id: 'never', at: new Date().toISOString() } as const
      const undone = together(payload, async (write) => {
        await noteErasure(payload, what, write)
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      await copyOut(payload)
      expect(await rowsOf(payload, { document: { equals: 'never' } })).toEqual([])
      expect((await ledgerOf(payload).read()).lines.filter(({ id }) => id === 'never')).toEqual([])
    })

  it('is one line each, without a gap, where many go at the same moment', async () => {
    const going: Name[] = ['person-d', 'person-e', 'person-f', 'person-g']
    const answers = await Promise.all([...going.map(remove), copyOut(payload), copyOut(payload)])
    for (const answer of answers.slice(0, going.length)) expect(answer).toMatchObject({ status: 200 })
    const { lines } = await ledgerOf(payload).read()
    expect(inOrder(lines).map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1))
    for (const name of going) expect(await linesOf(name)).toHaveLength(1)
    expect((await lookAtLedger(payload)).verdict).toEqual({ kind: 'level' })
  })

  it('has its number once, though a death came between it and where the database stands', async () => {
    const at = new Date().toISOString()
    await noteErasure(payload, { kind: 'post', id: 'p1', at })
    await noteErasure(payload, { kind: 'post', id: 'p2', at })
    const standing = (await standingOf(payload))!
    const row = (await nextWaiting(payload))!
    await giveNumber(payload, row.key, lineAfter(standing, row))
    await copyOut(payload)
    const lines = inOrder((await ledgerOf(payload).read()).lines)
    expect(lines.slice(-2).map(({ id, number }) => [id, number - standing.number])).toEqual([
      [row.id, 1],
      [row.id === 'p1' ? 'p2' : 'p1', 2],
    ])
    expect((await lookAtLedger(payload)).verdict).toEqual({ kind: 'level' })
  })

  it('takes no file of a picture that is there, and the file of one that is not', async () => {
    const picture = (await town.person['person-h'].upload(await photo(200, 100), { alt: 'Klara' })).body.doc
      .id as string
    const file = path.join(torg.settings.mediaDir, `${picture}.webp`)
    await noteErasure(payload, { kind: 'media', id: picture, at: new Date().toISOString() })
    await removeErasedFiles(payload)
    expect(fs.existsSync(file)).toBe(true)
    await payload.db.deleteOne({ collection: 'media', where: { id: { equals: picture } } })
    await removeErasedFiles(payload)
    expect(fs.existsSync(file)).toBe(false)
  })

  if (database === 'sqlite')
    it('is overwritten in the file of the database, or told not to be where that is in use', async () => {
      const { client } = payload.db as unknown as { client: Client }
      const set = async (name: string) => Object.values((await client.execute(`PRAGMA ${name}`)).rows[0]!)[0]
      expect([await set('secure_delete'), await set('busy_timeout')]).toEqual([1, 5000])
      expect(await wipeFreed(payload)).toBe(true)
      const other = createClient({ url: `file:${path.join(torg.folder, 'torg.db')}` })
      const held = await other.transaction('write')
      try {
        await client.execute('PRAGMA busy_timeout = 100')
        expect(await wipeFreed(payload)).toBe(false)
      } finally {
        await held.rollback()
        other.close()
        await client.execute('PRAGMA busy_timeout = 5000')
      }
      expect(await wipeFreed(payload)).toBe(true)
    })

  it('is forgotten with its time, in the database and beside it, and is not missed then', async () => {
    await copyOut(payload)
    const later = new Date(Date.now() + 14 * 31 * 86_400_000)
    await forgetOldErasures(payload, new Date())
    expect((await ledgerOf(payload).read()).lines.length).toBeGreaterThan(0)
    await forgetOldErasures(payload, later)
    expect((await ledgerOf(payload).read()).lines).toEqual([])
    expect(await rowsOf(payload, { number: { greater_than: 0 } })).toEqual([])
    expect((await lookAtLedger(payload)).verdict).toEqual({ kind: 'level' })
    const { number } = (await standingOf(payload))!
    expect((await remove('person-i')).status).toBe(200)
    expect(await linesOf('person-i')).toMatchObject([{ number: number + 1 }])
  })
})
