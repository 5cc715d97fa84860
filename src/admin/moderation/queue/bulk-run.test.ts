import { expect, it } from 'vitest'
import type { QueueRow } from '../../../moderation/queue.js'
import type { Sent } from '../decide/send-decision.js'
import { type BulkResult, runBulk } from './bulk-run.js'

const row = (id: string, more: Partial<QueueRow> = {}) =>
  ({
    collection: 'events',
    id,
    title: `T${id}`,
    revision: Number(id) + 1,
    organisation: { id: 'o', name: 'IF' },
    ...more,
  }) as QueueRow

it('each is decided on its own, on the revision that was seen, and one refusal stops none', async () => {
  const asked: unknown[] = []
  const told: BulkResult[][] = []
  const each: string[] = []
  const rows = ['0', '1', '2', '3', '4'].map((id) => row(id))
  const results = await runBulk(rows, 'reject', {
    inputFor: ({ title }) => ({ reason: 'duplicate', message: `${title} finns.` }),
    onResult: (result, some) => {
      each.push(result.row.id)
      told.push(some)
    },
    send: async (target, action, input): Promise<Sent> => {
      asked.push([target.id, target.revision, action, input.message])
      if (target.id === '2') return { outcome: 'refused', problem: { code: 'revision-conflict' } }
      return target.id === '3' ? { outcome: 'done' } : { outcome: 'held', effectiveAt: 7 }
    },
  })
  expect(results.map(({ outcome }) => outcome)).toEqual(['held', 'held', 'refused', 'done', 'held'])
  expect(results[2]?.problem?.code).toBe('revision-conflict')
  expect(asked).toHaveLength(5)
  expect(asked).toContainEqual(['4', 5, 'reject', 'T4 finns.'])
  expect(each.sort()).toEqual(['0', '1', '2', '3', '4'])
  expect(told.map((some) => some.filter(({ outcome }) => outcome !== 'waiting').length)).toEqual([
    1, 2, 3, 4, 5,
  ])
})

it('whoever stops it finds the rest as it was', async () => {
  let decided = 0
  const results = await runBulk(
    ['0', '1', '2', '3', '4', '5'].map((id) => row(id)),
    'approve',
    {
      inputFor: () => ({}),
      onResult: () => void (decided += 1),
      stopped: () => decided >= 2,
      send: async () => ({ outcome: 'held', effectiveAt: 7 }),
    },
  )
  const waiting = results.filter(({ outcome }) => outcome === 'waiting')
  expect(waiting.length).toBeGreaterThanOrEqual(2)
  expect(results.at(-1)?.outcome).toBe('waiting')
})

it('an application takes effect at once, and a changed profile can be undone', async () => {
  const lives: (string | null)[] = []
  const organisation = { collection: 'organisations' } as const
  await runBulk(
    [
      row('0'),
      row('1', { ...organisation, reason: 'application' }),
      row('2', { ...organisation, reason: 'decision' }),
    ],
    'approve',
    {
      inputFor: () => ({}),
      onResult: () => undefined,
      send: async ({ life }) => {
        lives.push(life)
        return { outcome: 'done' }
      },
    },
  )
  expect(lives).toEqual([null, 'applied', 'approved'])
})
