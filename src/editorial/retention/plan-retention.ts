import type { Payload } from 'payload'
import { installationLine } from '../../privacy/audit/log-entry.js'
import { ownPeriodsOf, periodIn } from '../../privacy/retention/own-periods.js'
import { installationZone, lengthOf, notAfter, type Period } from '../../privacy/retention/period.js'
import { plan, type Candidate, type LineRules, type Plan } from '../../privacy/retention/plan.js'
import { nightlyCategories, type RetentionCategory } from '../../privacy/retention/retention-table.js'
import { everyRow } from '../../shared/every-row.js'
import { idOf } from '../../shared/reference.js'
import { byDate, rowsOf, type Part, type Row, type Search } from './candidates.js'
import { findContent, findDrafts, findExplanations, findHistory } from './find-content.js'
import { findAccounts, findCodes, findEntries, findMessages } from './find-logins.js'
import { findOrganisations, findReferences } from './find-organisations.js'
import { findConsents, findPictures } from './find-pictures.js'

/** How the candidates of each category are found. */
const searches: Partial<Record<RetentionCategory, (search: Search) => Promise<Candidate[]>>> = {
  content: findContent,
  drafts: findDrafts,
  history: findHistory,
  notices: (search) =>
    byDate(search, 'notices', {
      collection: 'notices',
      column: 'at',
      subject: 'document',
      municipality: 'municipality',
    }),
  explanations: findExplanations,
  applications: (search) => findOrganisations(search, 'applications'),
  leftOrganisations: (search) => findOrganisations(search, 'leftOrganisations'),
  applicationReferences: findReferences,
  consents: findConsents,
  pictures: findPictures,
  accounts: findAccounts,
  log: findEntries,
  sessions: (search) => byDate(search, 'sessions', { collection: 'sessions', column: 'ends' }),
  codes: findCodes,
  preferences: (search) =>
    byDate(search, 'preferences', { collection: 'payload-preferences', column: 'updatedAt' }),
  webhookMessages: findMessages,
  runs: (search) => byDate(search, 'runs', { collection: 'retention-runs', column: 'began' }),
  jobs: (search) => byDate(search, 'jobs', { collection: 'payload-jobs', column: 'createdAt' }),
  locks: (search) => byDate(search, 'locks', { collection: 'payload-locked-documents', column: 'updatedAt' }),
}

/** What is erased as a whole takes its history along. */
const whole: readonly RetentionCategory[] = ['content', 'drafts', 'applications', 'leftOrganisations']

interface Rules {
  of(line: string): LineRules
  /** All are of the table's unit, so the shortest has the fewest of it. */
  shortest(category: RetentionCategory): Period
  lineOfSlug(slug: string): string
}

/** The zones and own periods of all municipalities. */
export async function rulesOf(payload: Payload): Promise<Rules> {
  const rows = await rowsOf(payload, 'municipalities', {}, ['slug', 'zone', 'retention'])
  const own = (row: Row | undefined) => ownPeriodsOf(row?.retention)
  const known = new Map(rows.map((row) => [String(row.id), row]))
  const bySlug = new Map(rows.map((row) => [String(row.slug), String(row.id)]))
  return {
    of: (line) => {
      const row = known.get(line)
      return {
        zone: String(row?.zone ?? installationZone),
        period: (category) => periodIn(category, own(row)),
      }
    },
    shortest: (category) =>
      rows
        .map((row) => periodIn(category, own(row)))
        .reduce((one, other) => (lengthOf(other) < lengthOf(one) ? other : one), periodIn(category, {})),
    lineOfSlug: (slug) => bySlug.get(slug) ?? installationLine,
  }
}

/** What is held, as `<line> <id>`: a municipality holds what is its own. */
async function holdsOf(payload: Payload): Promise<(line: string) => ReadonlySet<string>> {
  const rows = await everyRow<Row>(payload, 'retention-holds', {})
  const byLine = new Map<string, Set<string>>()
  for (const row of rows) {
    const line = idOf(row.municipality) ?? installationLine
    byLine.set(line, (byLine.get(line) ?? new Set()).add(String(row.document)))
  }
  const none = new Set<string>()
  return (line) => byLine.get(line) ?? none
}

/**
 * What would go now, in the order in which it would: the same for a dry run and a run. Of `part` only, where one is asked
 * about. What cannot be looked through is told to the operator and named, and holds nothing else up.
 */
export async function planRetention(payload: Payload, now: Date, part: Part | null = null): Promise<Plan> {
  const rules = await rulesOf(payload)
  const holds = await holdsOf(payload)
  const search: Search = {
    payload,
    now,
    part,
    bound: (category, line) =>
      notAfter(line ? rules.of(line).period(category) : rules.shortest(category), now).toISOString(),
    lineOfSlug: rules.lineOfSlug,
  }
  const all: Plan = { due: [], held: [], failed: [] }
  const gone = new Set<string>()
  for (const category of part ? [part.category] : order) {
    try {
      const found = (await searches[category]!(search)).filter(
        ({ subject }) => category !== 'history' || !gone.has(subject),
      )
      const { due, held } = planOf(found, rules, holds, now)
      if (whole.includes(category)) for (const { id } of due) gone.add(id)
      all.due.push(...(category === 'log' ? unbroken(found, due) : due))
      all.held.push(...held)
    } catch (error) {
      // Before it is carried out, whoever does so sees to it.
      if (part) throw error
      payload.logger.error({ err: error, kind: category }, 'retention')
      all.failed.push(category)
    }
  }
  return all
}

/** What goes as a whole comes before its parts. */
const order = [...whole, ...nightlyCategories.filter((category) => !whole.includes(category))]

function planOf(
  found: readonly Candidate[],
  rules: Rules,
  holds: (line: string) => ReadonlySet<string>,
  now: Date,
): Pick<Plan, 'due' | 'held'> {
  const sum: Pick<Plan, 'due' | 'held'> = { due: [], held: [] }
  for (const [line, mine] of byLine(found)) {
    const { due, held } = plan(mine, rules.of, holds(line), now)
    sum.due.push(...due)
    sum.held.push(...held)
  }
  return sum
}

function byLine(found: readonly Candidate[]): Map<string, Candidate[]> {
  const lines = new Map<string, Candidate[]>()
  for (const each of found) {
    const mine = lines.get(each.line)
    if (mine) mine.push(each)
    else lines.set(each.line, [each])
  }
  return lines
}

/** Of a line only the run of entries from its beginning on: behind one that stays nothing is cut. */
function unbroken(found: readonly Candidate[], due: Plan['due']): Plan['due'] {
  const over = new Set(due.map(({ id }) => id))
  const stopped = new Set<string>()
  return found.flatMap(({ id, line, category }) => {
    if (!over.has(id)) stopped.add(line)
    return stopped.has(line) ? [] : [{ id, line, category }]
  })
}
