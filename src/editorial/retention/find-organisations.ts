import type { Where } from 'payload'
import type { Candidate } from '../../privacy/retention/plan.js'
import { idAlways } from '../../shared/reference.js'
import type { WorkflowRecord } from '../working-document.js'
import { dateOf, foundRows, isAppealed, latest, lifeStepOf, type Search } from './candidates.js'

const columns = ['life', 'state', 'municipality', 'workflow', 'submittedAt', 'createdAt', 'updatedAt']

/** Organisations whose application came to nothing, or that have left, by when. */
export async function findOrganisations(
  search: Search,
  category: 'applications' | 'leftOrganisations',
): Promise<Candidate[]> {
  const lives = category === 'applications' ? ['applied', 'invited', 'declined'] : ['left']
  const where: Where[] = [{ life: { in: lives } }, { state: { not_equals: 'erased' } }]
  return (await foundRows(search, 'organisations', where, columns)).map((row) => {
    const workflow = row.workflow as WorkflowRecord | null
    const id = String(row.id)
    const ended = row.life === 'declined' || row.life === 'left'
    return {
      id,
      category,
      line: idAlways(row.municipality),
      // Each step in its life is taken on a day: who applies again begins anew.
      trigger: latest(ended ? lifeStepOf(row) : workflow?.lifeAt, row.submittedAt, row.createdAt)!,
      subject: id,
      // Whoever has left waits for nothing but an appeal that was made before.
      underDecision: row.life === 'left' ? workflow?.appeal === 'open' : isAppealed(row, search.now),
    }
  })
}

/**
 * References by which an applicant made no first login: whoever has one becomes the organisation's admin, so it ends
 * some time after the approval.
 */
export async function findReferences(search: Search): Promise<Candidate[]> {
  const where: Where[] = [
    { life: { in: ['approved', 'suspended'] } },
    { applicationReference: { exists: true } },
    { state: { not_equals: 'erased' } },
  ]
  const rows = await foundRows(search, 'organisations', where, [...columns, 'applicationReference'])
  return rows.flatMap((row) => {
    const workflow = row.workflow as WorkflowRecord | null
    // The first time: a later approval of its profile, or a yearly confirmation, does not lengthen it.
    const trigger = dateOf(workflow?.publicSince ?? workflow?.decidedAt ?? row.createdAt)
    if (!trigger || !row.applicationReference) return []
    const id = String(row.id)
    return [{ id, category: 'applicationReferences', line: idAlways(row.municipality), trigger, subject: id }]
  })
}
