import { paragraph } from './paragraph.js'
import type { Visitor } from './people.js'

export interface Written {
  id: string
  revision: number
}

/** An author writes something and hands it in. Returns it at the revision that waits for an editor. */
export async function submitted(
  author: Visitor,
  kind: 'events' | 'posts',
  words: { title: string; categories: string[] } & Record<string, unknown>,
): Promise<Written> {
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
  const created = await author.post(`/api/${kind}`, { language: 'sv', ...more, ...words })
  if (created.status !== 201) throw new Error(`not created: ${JSON.stringify(created.body)}`)
  const { id, revision } = created.body.doc as Written
  const sent = await author.post(`/api/${kind}/${id}/actions/submit`, { revision })
  if (sent.status !== 200) throw new Error(`not submitted: ${JSON.stringify(sent.body)}`)
  return { id, revision: sent.body.revision }
}
