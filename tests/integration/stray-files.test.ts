import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeStrayFiles } from '../../src/editorial/stray-files.js'
import { photo } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

const day = 86_400_000
const old = new Date(Date.now() - 3_700_000)
const inDays = (days: number) => new Date(Date.now() + days * day)

describeHere('files in the media folder', () => {
  let torg: Running
  let folder: string
  let aside: string
  let upload: () => Promise<string>

  beforeAll(async () => {
    torg = await startForTests()
    const { person } = await makeTown(torg, {
      slug: 'ekby',
      organisations: { Klara: {} },
      people: { author: { role: 'contributor', organisation: 'Klara' } },
    })
    upload = async () => {
      const { status, body } = await person.author.upload(await photo(), { alt: 'En bild' })
      expect(status, JSON.stringify(body)).toBe(201)
      return String(body.doc.id)
    }
    folder = path.join(torg.folder, 'media')
    aside = path.join(folder, 'stray')
  }, 240_000)
  afterAll(() => torg?.stop())

  const names = (where: string, id = '') =>
    fs.existsSync(where)
      ? fs.readdirSync(where).filter((name) => name.startsWith(id) && name !== 'stray')
      : []
  const put = (name: string, at?: Date) => {
    fs.writeFileSync(path.join(folder, name), 'x')
    if (at) fs.utimesSync(path.join(folder, name), at, at)
    return name
  }
  const strays = (id: string) => [put(`${id}.webp`, old), put(`${id}-w320.webp`, old)].sort()
  const look = (now = new Date()) => removeStrayFiles(torg.payload, now)

  it('that no row knows are set aside once they are old, and nothing else is', async () => {
    const known = await upload()
    for (const name of names(folder, known)) fs.utimesSync(path.join(folder, name), old, old)
    const linked = randomUUID()
    const stray = strays(randomUUID())
    const elsewhere = path.join(torg.folder, 'elsewhere.webp')
    fs.writeFileSync(elsewhere, 'x')
    fs.utimesSync(elsewhere, old, old)
    fs.symlinkSync(elsewhere, path.join(folder, `${linked}.webp`))
    fs.lutimesSync(path.join(folder, `${linked}.webp`), old, old)
    const stays = [
      ...names(folder, known),
      put(`${randomUUID()}.webp`),
      put('README.txt', old),
      put('egen bild.webp', old),
      `${linked}.webp`,
    ].sort()
    expect(await look()).toBe(2)
    expect([names(folder).sort(), names(aside).sort()]).toEqual([stays, stray])
    expect(fs.readFileSync(path.join(aside, stray[0]!), 'utf8')).toBe('x')
    expect(fs.existsSync(elsewhere)).toBe(true)
    expect(await look()).toBe(0)
    for (const name of stays.filter((each) => !each.startsWith(known))) fs.rmSync(path.join(folder, name))
  })

  it('that were set aside are destroyed 30 days later, and not before', async () => {
    for (const name of names(aside)) fs.rmSync(path.join(aside, name))
    await upload()
    const stray = strays(randomUUID())
    expect(await look()).toBe(2)
    await look(inDays(29))
    expect(names(aside).sort()).toEqual(stray)
    await look(inDays(31))
    expect(names(aside)).toEqual([])
  })

  it('that were set aside come back when the database knows their picture again, however late', async () => {
    await upload()
    const picture = await upload()
    const where = { id: { equals: picture } }
    const row = await torg.payload.db.findOne({ collection: 'media', where })
    const [files, bytes] = [
      names(folder, picture).sort(),
      fs.readFileSync(path.join(folder, `${picture}.webp`)),
    ]
    expect(files).toHaveLength(4)
    for (const name of files) fs.utimesSync(path.join(folder, name), old, old)
    // An older copy of the database, started by mistake.
    await torg.payload.db.deleteOne({ collection: 'media', where })
    expect(await look()).toBe(4)
    expect([names(folder, picture), names(aside, picture).sort()]).toEqual([[], files])
    await torg.payload.db.create({ collection: 'media', data: row as never })
    const unknown = randomUUID()
    fs.writeFileSync(path.join(aside, `${unknown}.webp`), 'x')
    await look(inDays(31))
    expect([names(folder, picture).sort(), names(aside, picture)]).toEqual([files, []])
    expect(fs.readFileSync(path.join(folder, `${picture}.webp`))).toEqual(bytes)
    expect(names(aside, unknown)).toEqual([])
  })

  it('have the time of being set aside before they move: who dies in between destroys nothing', async () => {
    await upload()
    const [name] = strays(randomUUID()) as [string]
    // Where something stands in the way the process gets no further than it would by dying there.
    fs.mkdirSync(path.join(aside, name, 'x'), { recursive: true })
    await expect(look()).rejects.toThrow()
    expect(fs.statSync(path.join(folder, name)).mtimeMs).toBeGreaterThan(old.getTime() + 3_600_000)
    fs.rmSync(path.join(aside, name), { recursive: true })
    fs.utimesSync(path.join(folder, name), old, old)
    expect(await look()).toBe(2)
  })

  it('are set aside by two processes that start at the same time, each once', async () => {
    for (let index = 0; index < 4; index += 1) await upload()
    const stray = Array.from({ length: 5 }, () => strays(randomUUID())).flat()
    const counts = await Promise.all([look(), look(), look()])
    expect(counts.reduce((sum, count) => sum + count)).toBe(stray.length)
    expect(names(aside)).toEqual(expect.arrayContaining(stray))
  })

  it('stay where they are when most of them are unknown: it is the folder of another database', async () => {
    const before = names(folder)
    const unknown = Array.from({ length: before.length + 1 }, () => put(`${randomUUID()}.webp`, old))
    expect(await look()).toBe(0)
    expect(names(folder).sort()).toEqual([...before, ...unknown].sort())
  })
})
