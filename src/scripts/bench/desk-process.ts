import { performance } from 'node:perf_hooks'
import { startTorg } from '../../server.js'
import { deskUrls, makeDesk, type DeskSize } from './desk-content.js'
import { countQueries } from './desk-queries.js'

/** What one view cost: database queries of one request, and the middle of the times of several, in milliseconds. */
export interface DeskCost {
  name: string
  queries: number
  milliseconds: number
}

const rounds = 15

/** Torg with a desk of a given size; asks for each view of it over HTTP, as an editor, and tells what it cost. */
async function measure(size: DeskSize): Promise<DeskCost[]> {
  const torg = await startTorg({ withAdmin: false })
  const { payload, settings } = torg
  const desk = await makeDesk(payload, size)
  const login = await fetch(`${settings.publicUrl}/api/accounts/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(desk.login),
  })
  const { token } = (await login.json()) as { token: string }
  const ask = async (address: string) => {
    const answer = await fetch(`${settings.publicUrl}${address}`, {
      headers: { Authorization: `JWT ${token}` },
    })
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { next?: string | null }
  }
  const costs: DeskCost[] = []
  for (const { name, address } of await deskUrls(desk, ask)) {
    const queries = await countQueries(payload, () => ask(address))
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      await ask(address)
      times.push(performance.now() - began)
    }
    costs.push({ name, queries, milliseconds: times.sort((a, b) => a - b)[Math.floor(rounds / 2)]! })
  }
  await torg.stop()
  return costs
}

process.once('message', (size: DeskSize) => {
  measure(size).then(
    (costs) => process.send?.({ costs }, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.('ready')
