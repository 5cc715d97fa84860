import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TorgProcess } from '../crash/torg-process.js'
import { Visitor } from '../support/people.js'
import { photo } from '../support/publish.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'
import { makeTown } from '../support/town.js'

describeHere('Torg, when it is asked to end', () => {
  let torg: Running
  let author: Visitor
  let after: TorgProcess | undefined

  beforeAll(async () => {
    torg = await startForTests()
    const town = await makeTown(torg, {
      slug: 'ekby',
      organisations: { Klara: {} },
      people: { author: { role: 'contributor', organisation: 'Klara' } },
    })
    author = town.person.author
  }, 240_000)
  afterAll(() => after?.stop())

  it('finishes what is under way, takes nothing new, and what it answered is there at the next start', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' }), 'bild.jpg')
    form.set('_payload', JSON.stringify({ alt: 'En boll' }))
    const sent = new Response(form)
    const body = Buffer.from(await sent.arrayBuffer())
    const request = http.request(`${torg.base}/api/media`, {
      method: 'POST',
      headers: {
        Authorization: `JWT ${author.token}`,
        'Content-Type': sent.headers.get('content-type')!,
        'Content-Length': body.length,
      },
    })
    const answered = once(request, 'response') as Promise<[IncomingMessage]>
    const half = Math.floor(body.length / 2)
    await new Promise<void>((resolve) => request.write(body.subarray(0, half), () => resolve()))
    // An answer of another connection says that the server has read on.
    expect((await new Visitor(torg.base).get('/readyz')).status).toBe(200)
    const ended = torg.stop()
    const refused = await fetch(`${torg.base}/readyz`).catch((error: Error) => error)
    expect(refused).toBeInstanceOf(Error)
    request.end(body.subarray(half))
    const [answer] = await answered
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    expect(answer.statusCode, text).toBe(201)
    await ended
    const { doc } = JSON.parse(text) as { doc: { id: string } }

    after = new TorgProcess(torg.env)
    await after.start()
    const kept = await author.get(`/api/media/${doc.id}`)
    expect(kept).toMatchObject({ status: 200, body: { alt: 'En boll' } })
    expect((await author.get(String(kept.body.url))).status).toBe(200)
  })
})
