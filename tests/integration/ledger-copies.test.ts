import { execFile } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLines, textOf, type Line } from '../../src/privacy/erasure/ledger-line.js'
import { bundled, bundleFlags } from '../../src/scripts/tools/bundle.mjs'
import { ApartTorg } from '../support/apart.js'
import { copyDatabase, type DatabaseCopy } from '../support/database-copy.js'
import { ekbyWithMany, type Name } from '../support/many-people.js'
import { eventually, type Visitor } from '../support/people.js'
import { askRaw } from '../support/raw-client.js'
import { database, describeHere, startForTests } from '../support/torg.js'

describeHere('a database and its ledger, from start to start', () => {
  let env: Record<string, string>
  let town: Awaited<ReturnType<typeof ekbyWithMany>>
  let admin: Visitor
  let torg: ApartTorg
  let folder: string

  const ready = (one: ApartTorg = torg, port = Number(env.PORT)) =>
    eventually(
      async () =>
        (await askRaw(port, '/readyz').catch(() => ({ status: 0 }))).status === 200 || one.exitCode !== null,
      (done) => done,
      60_000,
    )
  async function begin(): Promise<void> {
    torg.env = env
    torg.log = ''
    await torg.start()
    await ready()
  }
  async function start(): Promise<void> {
    await begin()
    if (torg.exitCode !== null) throw new Error(torg.log)
  }
  async function refused(): Promise<string> {
    await begin()
    expect(torg.exitCode, torg.log).toBe(1)
    return torg.log
  }
  const putBack = async (copy: DatabaseCopy) => {
    env = await copy.putBack(env)
  }
  let script: string
  const command = (...words: string[]) =>
    new Promise<string>((resolve, reject) => {
      execFile(
        process.execPath,
        [...bundleFlags, script, ...words],
        { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env } },
        (error, said, faults) => (error ? reject(new Error(said + faults)) : resolve(said)),
      )
    })
  const remove = async (name: Name) => {
    const answer = await admin.send('DELETE', `/api/accounts/${town.account[name]}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const there = async (...some: Name[]) => {
    const found: Name[] = []
    for (const name of some) {
      const { status } = await admin.get(`/api/accounts/${town.account[name]}`)
      if (status === 200) found.push(name)
    }
    return found
  }
  const files = () =>
    fs
      .readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name))
  const text = () => files().reduce((all, file) => `${all}\n${fs.readFileSync(file, 'utf8')}`, '')
  const lines = () => readLines(text()).lines
  const named = (name: Name) => lines().filter(({ id }) => id === town.account[name])

  beforeAll(async () => {
    const made = await startForTests()
    town = await ekbyWithMany(made)
    admin = town.person.admin
    env = made.env
    torg = new ApartTorg(env)
    script = await bundled('src/scripts/ledger.ts')
    folder = path.join(made.folder, 'erased')
    await made.stop()
  }, 240_000)
  afterAll(() => torg?.kill())

  let early: DatabaseCopy
  let right: DatabaseCopy
  let mistaken: DatabaseCopy

  it('loses what was erased after it was copied, and nothing else, before anything answers', async () => {
    early = await copyDatabase(env)
    await start()
    await remove('person-a')
    await remove('person-b')
    await torg.stop()
    right = await copyDatabase(env)
    await putBack(early)
    await start()
    expect(await there('person-a', 'person-b', 'person-c')).toEqual(['person-c'])
    expect(torg.log).toContain('"code":"erased-again","count":2')
    for (const name of ['person-a', 'person-b'] as const) expect(named(name)).toHaveLength(1)
    const { body } = await admin.get('/api/log?action=delete-account')
    expect(JSON.stringify(body)).toContain(town.account['person-a'])
    // It was started by mistake, and is used.
    await remove('person-c')
    const hold = { kind: 'account', document: town.account['person-o'], reason: 'legal-claim' }
    expect((await admin.post('/api/retention-holds', hold)).status).toBe(201)
    await torg.stop()
    mistaken = await copyDatabase(env)
  }, 120_000)

  it('does not start where a copy has gone on with the ledger, and loses nothing to that', async () => {
    await putBack(right)
    const said = await refused()
    expect(said).toContain('gone on with by another copy')
    expect(said).toContain('npm run ledger -- keep')
    const shown = await command()
    expect(shown).toContain(town.account['person-c'])
    expect(shown).not.toContain(town.account['person-a'])
    await expect(command('everything')).rejects.toThrow('Say what you choose')
    expect(await command('keep')).toContain('Nothing was erased. 1 that')
    await start()
    expect(await there('person-a', 'person-b', 'person-c')).toEqual(['person-c'])
    const { body } = await admin.get('/api/log?action=set-ledger-aside')
    expect(JSON.stringify(body)).not.toContain('person')
    await remove('person-d')
    await remove('person-o')
    await torg.stop()
    right = await copyDatabase(env)
    await start()
    expect(torg.log).not.toContain('erased-again')
    expect(await there('person-c', 'person-d')).toEqual(['person-c'])
    await torg.stop()
    expect(await command()).toContain('nothing to decide')
  }, 120_000)

  it('erases by another copy’s lines only where whoever runs it says so', async () => {
    await putBack(mistaken)
    expect(await refused()).toContain('gone on with by another copy')
    expect(await command('erase')).toContain('1 were here, and were erased; 1 are held back')
    await start()
    expect(await there('person-c', 'person-d', 'person-e', 'person-o')).toEqual(['person-e', 'person-o'])
    await torg.stop()
    // The one that was set right before knows nothing of this one now.
    await putBack(right)
    expect(await refused()).toContain('gone on with by another copy')
    await command('keep')
    await start()
    expect(await there('person-c', 'person-d', 'person-e')).toEqual(['person-c', 'person-e'])
    await torg.stop()
  }, 120_000)

  it('forgives a line that a death cut off, and says so', async () => {
    const [file] = files()
    const before = await copyDatabase(env)
    await start()
    await remove('person-e')
    await remove('person-f')
    await torg.stop()
    // Of the second one the half is lost with its database.
    const all = fs.readFileSync(file!, 'utf8')
    const last = textOf(named('person-f')[0]!)
    expect(all.endsWith(last)).toBe(true)
    fs.writeFileSync(file!, all.slice(0, all.length - Math.floor(last.length / 2)))
    const after = await copyDatabase(env)
    await putBack(before)
    await start()
    expect(torg.log).toContain('"code":"torn"')
    expect(await there('person-e', 'person-f', 'person-g')).toEqual(['person-f', 'person-g'])
    await torg.stop()
    // The one that had written it meets a ledger that has gone on.
    await putBack(after)
    expect(await refused()).toContain('gone on with by another copy')
    await command('keep')
    await start()
    await torg.stop()
    expect(named('person-f')).toHaveLength(1)
  }, 120_000)

  it('erases nothing by a ledger that is damaged beyond it, and says so', async () => {
    const before = await copyDatabase(env)
    await start()
    await remove('person-h')
    await remove('person-i')
    await torg.stop()
    const [file] = files()
    const all = fs.readFileSync(file!, 'utf8')
    fs.writeFileSync(file!, all.replace(town.account['person-h'], town.account['person-j']))
    const after = await copyDatabase(env)
    await putBack(before)
    expect(await refused()).toContain('not whole')
    // Whoever has written it has it still, and writes it anew.
    await putBack(after)
    await start()
    expect(torg.log).toContain('"code":"damaged"')
    expect(await there('person-h', 'person-i', 'person-j')).toEqual(['person-j'])
    expect(named('person-h')).toHaveLength(1)
    await torg.stop()
    await putBack(before)
    expect(await refused()).toContain('not whole')
    fs.writeFileSync(file!, all)
    await start()
    expect(await there('person-h', 'person-i', 'person-j')).toEqual(['person-j'])
  }, 120_000)

  it('copies out at the next start what a death kept from it, once', async () => {
    // Nothing can be written where a file lies in the way of the folder.
    fs.renameSync(folder, `${folder}-aside`)
    fs.writeFileSync(folder, '')
    await remove('person-j')
    expect(torg.log).toContain('"code":"not-copied"')
    torg.kill()
    fs.rmSync(folder)
    fs.renameSync(`${folder}-aside`, folder)
    expect(named('person-j')).toEqual([])
    await start()
    expect(named('person-j')).toHaveLength(1)
    expect(torg.log).not.toMatch(/"code":"(missing|incomplete|erased-again)"/)
    expect(await there('person-j', 'person-k')).toEqual(['person-k'])
    await torg.stop()
  }, 120_000)

  it('tells where the ledger is gone, or less than it was, and writes it out anew', async () => {
    const before = lines().length
    for (const file of files()) fs.rmSync(file)
    await start()
    expect(torg.log).toContain('"code":"missing"')
    await torg.stop()
    const whole = text()
    expect(named('person-j')).toHaveLength(1)
    expect(lines().length).toBeLessThanOrEqual(before)
    const [file] = files()
    fs.writeFileSync(file!, whole.slice(0, Math.floor(whole.length / 2)))
    await start()
    expect(torg.log).toContain('"code":"incomplete"')
    await torg.stop()
    const byHash = (some: Line[]) => some.map(({ hash }) => hash).sort()
    expect(byHash(lines())).toEqual(byHash(readLines(whole).lines))
    await start()
    expect(torg.log).not.toMatch(/"code":"(missing|incomplete)"/)
    await torg.stop()
  }, 120_000)

  if (database === 'mongodb')
    it('is brought up by two processes at once, shown by a third only then, and gone on with by both', async () => {
      const before = await copyDatabase(env)
      await start()
      for (const name of ['person-k', 'person-l', 'person-m'] as const) await remove(name)
      await torg.stop()
      await putBack(before)
      const ports = await Promise.all([freePort(), freePort()])
      const feed = new ApartTorg({ ...env, TORG_ROLE: 'feed', PORT: String(ports[1]) })
      await feed.start()
      await eventually(
        () => Promise.resolve(feed.log),
        (log) => log.includes('"code":"waits"'),
        30_000,
      )
      expect((await askRaw(ports[1]!, '/readyz')).status).toBe(503)
      const second = new ApartTorg({ ...env, PORT: String(ports[0]) })
      const begun = lines().filter(({ kind }) => kind === 'begin').length
      torg.env = env
      torg.log = ''
      await Promise.all([torg.start(), second.start()])
      await Promise.all([ready(), ready(second, ports[0]), ready(feed, ports[1])])
      expect([torg.exitCode, second.exitCode, feed.exitCode], torg.log + second.log + feed.log).toEqual([
        null,
        null,
        null,
      ])
      expect(await there('person-k', 'person-l', 'person-m', 'person-n')).toEqual(['person-n'])
      expect(lines().filter(({ kind }) => kind === 'begin')).toHaveLength(begun + 1)
      const elsewhere = { get: (address: string) => askRaw(ports[0]!, address) }
      expect((await elsewhere.get('/readyz')).status).toBe(200)
      await Promise.all((['person-n', 'person-p'] as const).map(remove))
      await Promise.all([torg.stop(), second.stop(), feed.stop()])
      for (const name of ['person-n', 'person-p'] as const) expect(named(name)).toHaveLength(1)
      for (const other of [second, feed]) other.kill()
      await start()
      expect(torg.log).not.toContain('erased-again')
      await torg.stop()
    }, 180_000)
})

async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
