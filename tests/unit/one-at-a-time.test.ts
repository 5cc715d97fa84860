import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const tool = pathToFileURL(path.resolve('src/scripts/tools/one-at-a-time.mjs')).href
let folder: string
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torg-lock-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A process of its own, as in another terminal, that notes when its work begins and ends. */
const worker = (milliseconds: number): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { appendFileSync } from 'node:fs'
       import { oneAtATime } from '${tool}'
       await oneAtATime('work', async () => {
         appendFileSync('notes', 'begin ')
         await new Promise((done) => setTimeout(done, ${milliseconds}))
         appendFileSync('notes', 'end ')
       })`,
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  )
const notes = () => fs.readFileSync(path.join(folder, 'notes'), 'utf8').trim()
const lock = () => path.join(folder, 'var', 'locks', 'work')

async function begun(): Promise<void> {
  while (!fs.existsSync(path.join(folder, 'notes'))) await new Promise((done) => setTimeout(done, 20))
}

describe('what runs one at a time', () => {
  it('never overlaps, however many begin at once, and leaves nothing behind', async () => {
    const ended = await Promise.all([1, 2, 3, 4, 5].map(() => once(worker(50), 'exit')))
    expect(ended.map(([code]) => code as number)).toEqual([0, 0, 0, 0, 0])
    expect(notes()).toBe(Array(5).fill('begin end').join(' '))
    expect(fs.readdirSync(path.dirname(lock()))).toEqual([])
  })

  it('goes on after a process that was killed, with one of those that wait', async () => {
    const killed = worker(600_000)
    await begun()
    const waiting = [1, 2, 3].map(() => once(worker(50), 'exit'))
    killed.kill('SIGKILL')
    await Promise.all(waiting)
    expect(notes()).toBe(`begin ${Array(3).fill('begin end').join(' ')}`)
  })

  it('does not wait for a process that has taken the number of a dead one', async () => {
    fs.mkdirSync(path.dirname(lock()), { recursive: true })
    fs.writeFileSync(lock(), String(process.pid))
    const longAgo = new Date(Date.now() - 3_600_000)
    fs.utimesSync(lock(), longAgo, longAgo)
    await once(worker(1), 'exit')
    expect(notes()).toBe('begin end')
  })
})
