import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import config from '../../../payload.config.js'
import { findPublication, numberPublication } from '../../editorial/number-publication.js'
import { municipalityKey, oneAtATime } from '../../editorial/one-at-a-time.js'
import { together } from '../../editorial/together.js'

/** What the bench asks for: so many changes a second, of these events in turn, until it says stop. */
export interface WriteOrder {
  municipality: string
  ids: string[]
  perSecond: number
}
/** One decision, as it was written. */
export interface Written {
  id: string
  number: number
  /** When it was begun, and when it was there; milliseconds since 1970. */
  began: number
  written: number
}

const payload = await getPayload({ config: await config })
let timer: NodeJS.Timeout | undefined

/** A correction of the title, as an editor's decision writes it: numbered, in one transaction. */
async function correct(municipality: string, id: string): Promise<void> {
  const began = Date.now()
  const number = await oneAtATime(municipalityKey(municipality), () =>
    together(payload, async (write) => {
      const row = (await findPublication(payload, id, write))!
      const title = `${(row.data as { title: string }).title.split(' · ')[0]} · ${began % 100_000}`
      return numberPublication(
        payload,
        {
          ...row,
          data: { ...row.data!, title } as typeof row.data,
          cause: randomUUID(),
          at: new Date().toISOString(),
        },
        write,
      )
    }),
  )
  process.send?.({ id, number, began, written: Date.now() } satisfies Written)
}

process.on('message', (order: WriteOrder | 'stop') => {
  clearInterval(timer)
  if (order === 'stop') return
  let at = 0
  timer = setInterval(() => {
    const id = order.ids[(at += 1) % order.ids.length]!
    correct(order.municipality, id).catch((fault: unknown) => {
      process.stderr.write(`${String(fault)}\n`)
      process.exit(1)
    })
  }, 1_000 / order.perSecond)
})
process.on('SIGTERM', () => void payload.destroy().then(() => process.exit(0)))
process.send?.('ready')
