import type { Where } from 'payload'
import type { Candidate } from '../../privacy/retention/plan.js'
import { withIds } from '../../shared/every-row.js'
import { idAlways } from '../../shared/reference.js'
import { collectionOf, type WorkflowRecord } from '../working-document.js'
import {
  dateOf,
  foundRows,
  isAppealed,
  latest,
  lifeStepOf,
  portionsOf,
  rowsOf,
  type Row,
  type Search,
} from './candidates.js'

const inTwo = ['event', 'post'] as const
const over = (date: Date | null, bound: string): date is Date => date !== null && date.toISOString() <= bound

/** Whether somebody waits for a decision about it, or may still appeal: then it stays until that is over. */
const waits = (row: Row, now: Date): boolean => row.state === 'in-review' || isAppealed(row, now)

/** Events and posts that stopped being public, by when they did. */
export async function findContent(search: Search): Promise<Candidate[]> {
  const { payload, bound, lineOfSlug } = search
  const where: Where[] = [
    { ended: { less_than_equal: bound('content') } },
    { kind: { in: [...inTwo] } },
    { state: { in: ['expired', 'withdrawn', 'removed'] } },
  ]
  const ended = await foundRows(search, 'publications', where, ['ended', 'kind', 'municipality'])
  const found: Candidate[] = []
  for (const kind of inTwo) {
    for (const some of portionsOf(ended.filter((row) => row.kind === kind))) {
      const byId = new Map(some.map((row) => [String(row.id), row]))
      const columns = ['state', 'workflow']
      for (const row of await rowsOf(payload, collectionOf[kind], withIds([...byId.keys()]), columns)) {
        const publication = byId.get(String(row.id))
        if (!publication || row.state === 'erased') continue
        const id = String(row.id)
        found.push({
          id,
          category: 'content',
          line: lineOfSlug(String(publication.municipality)),
          trigger: dateOf(publication.ended)!,
          subject: id,
          underDecision: waits(row, search.now),
        })
      }
    }
  }
  return [...found, ...(await findHiddenContent(search))]
}

/**
 * What an organisation that has left had out. It stopped being shown on that day, by the flag of the organisation alone:
 * its publications do not say so.
 */
async function findHiddenContent(search: Search): Promise<Candidate[]> {
  const { payload, bound } = search
  const columns = ['workflow', 'updatedAt']
  const all = await rowsOf(payload, 'organisations', { life: { equals: 'left' } }, columns)
  const left = new Map(all.map((row) => [String(row.id), lifeStepOf(row)]))
  const since = [...left].filter(([, at]) => over(at, bound('content'))).map(([id]) => id)
  const found: Candidate[] = []
  for (const kind of inTwo) {
    for (const some of portionsOf(since)) {
      const shown: Where[] = [
        { organisation: { in: some } },
        { publication: { in: ['live', 'scheduled'] } },
        { state: { not_equals: 'erased' } },
      ]
      const rows = await foundRows(search, collectionOf[kind], shown, [
        'organisation',
        'municipality',
        'state',
        'workflow',
      ])
      for (const row of rows) {
        const id = String(row.id)
        found.push({
          id,
          category: 'content',
          line: idAlways(row.municipality),
          trigger: left.get(idAlways(row.organisation))!,
          subject: id,
          underDecision: (row.workflow as WorkflowRecord | null)?.appeal === 'open',
        })
      }
    }
  }
  return found
}

/** Events and posts that are not public and never were, by when somebody last did something with them. */
export async function findDrafts(search: Search): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const kind of inTwo) {
    const where: Where[] = [
      { publication: { equals: 'none' } },
      { state: { not_equals: 'erased' } },
      { createdAt: { less_than_equal: search.bound('drafts') } },
    ]
    const columns = ['state', 'workflow', 'municipality', 'submittedAt', 'createdAt']
    const drafts = await foundRows(search, collectionOf[kind], where, columns)
    const newest = await newestRevisions(
      search,
      drafts.map(({ id }) => String(id)),
    )
    for (const row of drafts) {
      const id = String(row.id)
      const decidedAt = (row.workflow as WorkflowRecord | null)?.decidedAt
      found.push({
        id,
        category: 'drafts',
        line: idAlways(row.municipality),
        trigger: latest(newest.get(id)?.at, decidedAt, row.submittedAt, row.createdAt)!,
        subject: id,
        underDecision: waits(row, search.now),
      })
    }
  }
  return found
}

interface Newest {
  id: string
  at: Date
  revision: number
  kind: string
}

/** The newest revision of each document. */
async function newestRevisions({ payload }: Search, documents: readonly string[]) {
  const newest = new Map<string, Newest>()
  const columns = ['document', 'revision', 'at', 'kind']
  for (const some of portionsOf([...new Set(documents)])) {
    for (const row of await rowsOf(payload, 'revisions', { document: { in: some } }, columns)) {
      const document = String(row.document)
      const revision = Number(row.revision)
      const known = newest.get(document)
      if (known && revision <= known.revision) continue
      newest.set(document, { id: String(row.id), at: dateOf(row.at)!, revision, kind: String(row.kind) })
    }
  }
  return newest
}

/** Revisions but the newest of each document that is there: what is being worked on keeps what it is now. */
export async function findHistory(search: Search): Promise<Candidate[]> {
  const columns = ['at', 'document', 'municipality']
  const where: Where[] = [{ at: { less_than_equal: search.bound('history') } }]
  const old = await foundRows(search, 'revisions', where, columns)
  const newest = await newestRevisions(
    search,
    old.map(({ document }) => String(document)),
  )
  const isNewest = ({ id, document }: Row) => newest.get(String(document))?.id === String(id)
  const there = await documentsThere(search, newest, old.filter(isNewest))
  return old
    .filter((row) => !isNewest(row) || !there.has(String(row.document)))
    .map((row) => ({
      id: String(row.id),
      category: 'history',
      line: idAlways(row.municipality),
      trigger: dateOf(row.at)!,
      subject: String(row.document),
    }))
}

/** Of the documents of some revisions those that there are. */
async function documentsThere(
  { payload }: Search,
  newest: ReadonlyMap<string, Newest>,
  rows: readonly Row[],
): Promise<Set<string>> {
  const there = new Set<string>()
  for (const [kind, collection] of Object.entries(collectionOf)) {
    const mine = rows
      .map(({ document }) => String(document))
      .filter((document) => newest.get(document)?.kind === kind)
    for (const some of portionsOf(mine))
      for (const { id } of await rowsOf(payload, collection, withIds(some), ['state'])) there.add(String(id))
  }
  return there
}

/** What was said to citizens about something that is gone. */
export async function findExplanations(search: Search): Promise<Candidate[]> {
  const where: Where[] = [
    { ended: { less_than_equal: search.bound('explanations') } },
    { explanation: { exists: true } },
  ]
  const rows = await foundRows(search, 'publications', where, ['explanation', 'ended', 'municipality'])
  return rows.flatMap((row) => {
    const trigger = dateOf(row.ended)
    if (!trigger || !row.explanation) return []
    const line = search.lineOfSlug(String(row.municipality))
    return [{ id: String(row.id), category: 'explanations', line, trigger, subject: String(row.id) }]
  })
}
