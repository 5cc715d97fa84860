import sharp from 'sharp'
import { paragraph } from './paragraph.js'
import type { Visitor } from './people.js'

/** A photograph of one colour, no two alike. */
export async function photo(width = 1800, height = 900): Promise<Buffer> {
  const background = {
    r: Math.floor(Math.random() * 256),
    g: Math.floor(Math.random() * 256),
    b: Math.floor(Math.random() * 256),
  }
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

/** An editor enters something for an organisation and publishes it. Returns its id, with its pictures. */
export async function publishFor(
  editor: Visitor,
  organisation: string,
  kind: 'events' | 'posts',
  words: { title: string; categories: string[]; pictures?: string[] } & Record<string, unknown>,
): Promise<{ id: string; revision: number; publication: string }> {
  const start = new Date(Date.now() + 5 * 86_400_000)
  const more =
    kind === 'events'
      ? {
          start,
          end: new Date(start.getTime() + 3_600_000),
          zone: 'Europe/Stockholm',
          address: { name: 'Torget' },
        }
      : { body: paragraph('Välkomna.') }
  const created = await editor.post(`/api/${kind}`, { language: 'sv', organisation, ...more, ...words })
  if (created.status !== 201) throw new Error(`not created: ${JSON.stringify(created.body)}`)
  const { id, revision } = created.body.doc as { id: string; revision: number }
  const published = await editor.post(`/api/${kind}/${id}/actions/publish`, { revision })
  if (published.status !== 200) throw new Error(`not published: ${JSON.stringify(published.body)}`)
  return { id, revision: published.body.revision, publication: published.body.publication }
}

export async function uploadFor(editor: Visitor, organisation: string, alt = 'En bild'): Promise<string> {
  const { status, body } = await editor.upload(await photo(), { alt, organisation })
  if (status !== 201) throw new Error(`not uploaded: ${JSON.stringify(body)}`)
  return body.doc.id as string
}
