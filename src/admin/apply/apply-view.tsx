import { MinimalTemplate } from '@payloadcms/next/templates'
import type { AdminViewServerProps } from 'payload'
import { adminLanguages } from '../language.js'
import { ApplyApp } from './apply-app.js'
import { FollowApp } from './follow-app.js'

type Row = Record<string, unknown>
interface Word {
  language: string
  text: string
}

/** What the public page of a municipality says about applying. */
export interface Town {
  slug: string
  name: string
  country: string
  /** Times are said on its clock. */
  zone: string
  /** Those of the municipality's languages that the page has. */
  languages: string[]
  houseRules: { code: string; wording: Word[] }[]
  privacyNotice: Word[]
  open: boolean
}

const wordsOf = (rows: unknown): Word[] =>
  Array.isArray(rows)
    ? (rows as Row[]).map(({ language, text }) => ({ language: String(language), text: String(text) }))
    : []

/**
 * `/admin/apply/{municipality}`, where an organisation applies, and `/admin/apply/{municipality}/follow`, where it sees how
 * that stands. Open to everybody: read as the system, and nothing but what the municipality says in public.
 */
export async function ApplyView({ initPageResult, params }: AdminViewServerProps) {
  const { payload } = initPageResult.req
  const segments = (await (params as unknown as Promise<{ segments?: string[] }>))?.segments ?? []
  const [, slug = '', part] = segments
  const town = await findTown(payload, slug)
  return (
    <MinimalTemplate className="torg-apply">
      {part === 'follow' ? <FollowApp town={town} /> : <ApplyApp town={town} />}
    </MinimalTemplate>
  )
}

async function findTown(
  payload: AdminViewServerProps['initPageResult']['req']['payload'],
  slug: string,
): Promise<Town | null> {
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null
  const row = await payload.db.findOne<Row & { id: string }>({
    collection: 'municipalities',
    where: { slug: { equals: slug } },
  })
  if (!row) return null
  const own = Array.isArray(row.languages) ? (row.languages as string[]) : []
  const known = own.filter((one) => (adminLanguages as readonly string[]).includes(one))
  return {
    slug,
    name: String(row.name),
    country: String(row.country),
    zone: String(row.zone),
    languages: known.length > 0 ? known : ['en'],
    houseRules: (Array.isArray(row.houseRules) ? (row.houseRules as Row[]) : []).map((rule) => ({
      code: String(rule.code),
      wording: wordsOf(rule.wording),
    })),
    privacyNotice: wordsOf(row.privacyNotice),
    open: row.active === true,
  }
}
