import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { bundled } from '../../src/scripts/tools/bundle.mjs'
import { eventually } from '../support/people.js'
import { publishFor } from '../support/publish.js'
import { askRaw } from '../support/raw-client.js'
import { database, describeHere, freshSettings, startForTests } from '../support/torg.js'
import { makeTown } from '../support/town.js'

describeHere('several feed processes on one port', () => {
  let child: ChildProcess
  let said = ''
  let port = 0
  afterEach(() => child?.kill('SIGKILL'))

  async function start(more: Record<string, string>): Promise<void> {
    said = ''
    const env: Record<string, string> = { ...(await freshSettings()), TORG_ROLE: 'feed', ...more }
    port = Number(env.PORT)
    child = spawn(process.execPath, ['-C', 'production', await bundled('src/scripts/serve.ts')], {
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (text: Buffer) => (said += text.toString()))
  }
  const ended = async (): Promise<unknown> => (await once(child, 'exit'))[0] as unknown

  if (database === 'sqlite')
    return it('are not for the embedded database', async () => {
      await start({ TORG_FEED_PROCESSES: '2' })
      expect(await ended()).toBe(1)
      expect(said).toMatch(/The embedded database runs in one process only/)
    })

  const processes = (): number[] => {
    const file = `/proc/${child.pid}/task/${child.pid}/children`
    return fs.readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  }
  const isReady = async (): Promise<boolean> => (await askRaw(port, '/readyz')).status === 200

  it('answer, are replaced when they die, and end together', async () => {
    await start({ TORG_FEED_PROCESSES: '2' })
    await eventually(isReady, Boolean, 60_000)
    const serving = async () => said.match(/2 feed processes serve one port/g)?.length
    expect(await eventually(serving, (times) => times === 1, 90_000)).toBe(1)
    const before = processes()
    expect(before).toHaveLength(2)
    // Each has its turn, and the one that is still reading says so.
    const inARow = async () => (await Promise.all([1, 2, 3, 4].map(isReady))).every(Boolean)
    expect(await eventually(inARow, Boolean, 90_000)).toBe(true)

    process.kill(before[0]!, 'SIGKILL')
    const replaced = async () => processes().filter((one) => !before.includes(one))
    const [other] = await eventually(replaced, (all) => all.length === 1, 90_000)
    expect(other).toBeGreaterThan(0)
    // The new one listens only when it can answer.
    const heard = []
    for (let at = 0; at < 20; at += 1) heard.push((await askRaw(port, '/readyz')).status)
    expect(heard).toEqual(Array(20).fill(200))
    expect(await eventually(serving, (times) => times === 2, 90_000)).toBe(2)
    expect((await askRaw(port, '/feed/v1')).status).toBe(200)

    child.kill('SIGTERM')
    expect(await ended()).toBe(0)
    expect(said.match(/Torg is ready/g)).toHaveLength(1)
    expect(fs.existsSync(`/proc/${other}`)).toBe(false)
  }, 300_000)

  it('show what another process decides, and nothing of what it takes down', async () => {
    const torg = await startForTests()
    const { PORT: _, ...shared } = torg.env
    await start({ ...shared, TORG_ROLE: 'feed', TORG_FEED_PROCESSES: '2' })
    await eventually(isReady, Boolean, 60_000)
    const { person, organisation, category } = await makeTown(torg, {
      slug: 'ekby',
      organisations: { Klara: {} },
      people: { editor: { role: 'editor' }, admin: { role: 'municipality-admin' } },
    })
    /** Each connection comes to a process in turn. */
    const statuses = (path: string) => async () =>
      Promise.all([1, 2, 3, 4].map(async () => (await askRaw(port, `/feed/v1/ekby${path}`)).status))
    const all = (status: number) => (seen: number[]) => seen.every((one) => one === status)
    const become = async (path: string, status: number) =>
      expect(await eventually(statuses(path), all(status))).toEqual(Array(4).fill(status))
    const show = async () => {
      const { id } = await publishFor(person.editor, organisation.Klara, 'posts', {
        title: 'Ute',
        categories: [category],
      })
      await become(`/posts/${id}`, 200)
      return id
    }
    const first = await show()
    await person.editor.act('posts', first, 'withdraw', { reason: 'other' })
    await become(`/posts/${first}`, 410)
    const second = await show()
    const suspension = `/api/organisations/${organisation.Klara}/actions`
    await person.admin.post(`${suspension}/suspend`, { message: 'Utredning.' })
    await become(`/posts/${second}`, 410)
    await person.admin.post(`${suspension}/reinstate`)
    await become(`/posts/${second}`, 200)
    child.kill('SIGTERM')
    expect(await ended()).toBe(0)
    await torg.stop()
  }, 300_000)

  it('are not started where the first cannot be: the fault is told once', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = String((other.address() as net.AddressInfo).port)
    await start({ TORG_FEED_PROCESSES: '3', PORT: taken })
    expect(await ended()).toBe(1)
    other.close()
    expect(said.match(new RegExp(`Port ${taken} on 127.0.0.1 is in use`, 'g'))).toHaveLength(1)
  }, 120_000)
})
