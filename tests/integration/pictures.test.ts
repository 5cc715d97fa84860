import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApprovedOrganisation } from '../support/approved.js'
import {
  eventually,
  loggedIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  Visitor,
} from '../support/people.js'
import { canaries, tellingJpeg } from '../support/picture-files.js'
import { publishFor } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

describeHere('pictures', () => {
  let torg: Running
  let citizen: Visitor
  let editor: Visitor
  let organisation: string
  let categories: string[]

  beforeAll(async () => {
    torg = await startForTests()
    citizen = new Visitor(torg.base)
    const municipality = String((await makeMunicipality(torg.payload, { slug: 'bildby' })).id)
    categories = [String((await makeCategory(torg.payload, municipality)).id)]
    organisation = await makeApprovedOrganisation(torg.payload, municipality, 'Fotoklubben')
    await makeAccount(torg.payload, { username: 'editor', role: 'editor', municipality })
    editor = await loggedIn(torg.base, 'editor')
  }, 240_000)
  afterAll(() => torg?.stop())

  const filesOf = (id: string) => {
    const folder = path.join(torg.folder, 'media')
    return fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(id))
      .sort()
  }
  const bytesOf = (name: string) => fs.readFileSync(path.join(torg.folder, 'media', name))

  async function upload(picture: Buffer, name?: string): Promise<string> {
    const { status, body } = await editor.upload(picture, { alt: 'En bild', organisation }, name)
    expect(status, JSON.stringify(body)).toBe(201)
    return body.doc.id as string
  }

  it('tell nothing of who took them, where and with what: neither the original nor a rendition', async () => {
    const picture = await tellingJpeg()
    // They are there at first, else their absence would prove nothing.
    for (const canary of canaries) expect(picture.includes(canary), canary).toBe(true)
    const id = await upload(picture, 'Anna Andersson vid sjön.jpg')
    const names = filesOf(id)
    expect(names).toEqual(['-w1600', '-w320', '-w800', ''].map((end) => `${id}${end}.webp`).sort())
    for (const name of names) {
      const bytes = bytesOf(name)
      for (const canary of canaries) expect(bytes.includes(canary), `${canary} in ${name}`).toBe(false)
      const facts = await sharp(bytes).metadata()
      expect(facts).toMatchObject({ format: 'webp', width: name.includes('w320') ? 320 : 400 })
      for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
        expect(facts[kind], `${kind} in ${name}`).toBeUndefined()
    }
    const row = await editor.get(`/api/media/${id}`)
    expect(JSON.stringify(row.body)).not.toMatch(/Anna|KANARIE/)
  })

  it('stand upright: the orientation of the camera is applied, not kept', async () => {
    const id = await upload(await tellingJpeg())
    for (const name of filesOf(id)) {
      const { data, info } = await sharp(bytesOf(name))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect(info.height).toBeGreaterThan(info.width)
      const at = (x: number, y: number) =>
        data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)
      const [top, bottom] = [at(info.width >> 1, 5), at(info.width >> 1, info.height - 6)]
      // Turned a quarter clockwise, the red left half is on top.
      expect(top[0]! > 200 && top[2]! < 60, `${name} top`).toBe(true)
      expect(bottom[2]! > 200 && bottom[0]! < 60, `${name} bottom`).toBe(true)
    }
  })

  it('are never enlarged, and larger ones are made smaller', async () => {
    const widths = async (width: number, height: number) => {
      const id = await upload(
        await sharp({ create: { width, height, channels: 3, background: '#2f6f4f' } })
          .png()
          .toBuffer(),
        'bild.png',
      )
      const sizes = await Promise.all(
        filesOf(id).map(async (name) => (await sharp(bytesOf(name)).metadata()).width),
      )
      return sizes.sort((a, b) => a! - b!)
    }
    expect(await widths(200, 100)).toEqual([200, 200, 200, 200])
    expect(await widths(1000, 10)).toEqual([320, 800, 1000, 1000])
    expect(await widths(4000, 3000)).toEqual([320, 800, 1600, 1600])
  })

  it('are refused when they are no pictures, too large or broken, and leave nothing behind', async () => {
    const before = fs.readdirSync(path.join(torg.folder, 'media')).length
    const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const bomb = await sharp({ create: { width: 16_000, height: 4_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const send = (bytes: Buffer, name = 'bild.jpg', type = 'image/jpeg') =>
      editor.upload(bytes, { alt: 'x', organisation }, name, type)
    expect((await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(415)
    expect((await send(Buffer.from('GIF89a.....'), 'bild.gif', 'image/gif')).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await send(Buffer.concat([photo.subarray(0, 100), Buffer.alloc(50)]))).status).toBe(422)
    expect((await send(bomb, 'bild.png', 'image/png')).status).toBe(413)
    expect((await send(Buffer.concat([photo, Buffer.alloc(15 * 1024 * 1024)]))).status).toBe(413)
    expect(
      (await editor.post('/api/media', { alt: 'x', organisation, url: 'http://127.0.0.1/x.jpg' })).status,
    ).toBeGreaterThanOrEqual(400)
    expect(fs.readdirSync(path.join(torg.folder, 'media'))).toHaveLength(before)
  })

  it('do not mix when many are uploaded at once', async () => {
    const colours = Array.from({ length: 10 }, (_, index) => ({ r: index * 25, g: 255 - index * 25, b: 128 }))
    const ids = await Promise.all(
      colours.map(async (background, index) => {
        const picture = await sharp({ create: { width: 900 + index, height: 300, channels: 3, background } })
          .jpeg({ quality: 100 })
          .toBuffer()
        return upload(picture, 'bild.jpg')
      }),
    )
    expect(new Set(ids).size).toBe(colours.length)
    for (const [index, id] of ids.entries()) {
      expect(filesOf(id)).toHaveLength(4)
      for (const name of filesOf(id)) {
        const { channels } = await sharp(bytesOf(name)).stats()
        expect(Math.abs(channels[0]!.mean - colours[index]!.r), `${name} red`).toBeLessThan(8)
        expect(Math.abs(channels[1]!.mean - colours[index]!.g), `${name} green`).toBeLessThan(8)
      }
      expect((await sharp(bytesOf(`${id}.webp`)).metadata()).width).toBe(900 + index)
    }
  })

  it('are served only while something that is live uses them, and never as the original', async () => {
    const id = await upload(await tellingJpeg())
    const served = async () =>
      (await Promise.all([320, 800, 1600].map((width) => citizen.get(`/media/${id}/${width}.webp`)))).map(
        (one) => one.status,
      )
    expect(await served()).toEqual([404, 404, 404])
    const one = await publishFor(editor, organisation, 'posts', { title: 'Ena', categories, pictures: [id] })
    const two = await publishFor(editor, organisation, 'posts', {
      title: 'Andra',
      categories,
      pictures: [id],
    })
    await eventually(served, (all) => all.every((status) => status === 200))
    expect(await served()).toEqual([200, 200, 200])
    const address = `${torg.base}/media/${id}/320.webp`
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).not.toMatch(/immutable/)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytesOf(`${id}-w320.webp`))).toBe(true)
    for (const way of [
      `/media/${id}.webp`,
      `/media/${id}/0.webp`,
      `/media/${id}/320.jpg`,
      `/media/..%2f${id}/320.webp`,
      `/api/media/file/${id}.webp`,
    ]) {
      expect((await citizen.get(way)).status, way).toBeGreaterThanOrEqual(400)
    }
    await editor.act('posts', one.id, 'withdraw', { explanation: 'Nej.' })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await served()).toEqual([200, 200, 200])
    await editor.act('posts', two.id, 'withdraw', { explanation: 'Nej.' })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await served()).toEqual([404, 404, 404])
  })
})
