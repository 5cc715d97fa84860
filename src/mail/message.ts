import { createHash } from 'node:crypto'
import { happenedLabels } from '../moderation/notices/happened.js'
import { nextStepLabels } from '../moderation/notices/next-steps.js'
import type { InboxNotice } from '../moderation/notices/inbox.js'
import type { QueueReason } from '../moderation/queue.js'
import { sayIn, waitsLabels, type MailLanguage } from './words.js'

/** A message as it is sent, without whom it is for. */
export interface MailMessage {
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  /** The same for the same notices: whoever gets it twice, after a crash, can tell. Without angle brackets. */
  messageId: string
}

export interface MailSetting {
  language: MailLanguage
  /** Of Torg, without a slash at its end. */
  publicUrl: string
  /** Of what the message is made, for its id. */
  keys: readonly string[]
}

/** One line of the body: words, and where they lead. */
interface Line {
  words: string
  address?: string
  kind?: 'head' | 'quote' | 'plain'
}

/** The notices of an account as one message: what each says in the inbox, and nothing else. */
export function noticesMessage(notices: readonly InboxNotice[], setting: MailSetting): MailMessage {
  const { language, publicUrl } = setting
  const say = sayIn(language)
  const [first] = notices
  const many = notices.length > 1
  const subject = many
    ? say('digestMany', { n: notices.length })
    : first
      ? headline(first, language)
      : say('digestOne')
  const lines = notices.flatMap((notice) => linesOf(notice, setting))
  return composed(
    subject,
    [...lines, { words: say('readAll'), address: `${publicUrl}/admin/notices` }],
    setting,
  )
}

const headline = ({ action, title }: InboxNotice, language: MailLanguage): string => {
  const labels = (happenedLabels as Record<string, Record<MailLanguage, string>>)[action]
  return [labels?.[language] ?? action, title].filter(Boolean).join(': ')
}

/** What strangers wrote is read where it is decided on: sent on, anybody could write to editors through us. */
const byStrangers: readonly string[] = ['apply']

function linesOf(notice: InboxNotice, { language, publicUrl }: MailSetting): Line[] {
  const say = sayIn(language)
  const { organisation, reason, automated, next } = notice
  const message = byStrangers.includes(notice.action) ? null : notice.message
  const why = reason && (reason[language] || Object.values(reason).find(Boolean))
  const lines: (Line | null)[] = [
    { words: headline(notice, language), kind: 'head' },
    organisation ? { words: `${say('forWhom')}: ${organisation}` } : null,
    why ? { words: `${say('why')}: ${why}` } : null,
    automated ? { words: say('automatic') } : null,
    message ? { words: `${say('said')}: ${message}`, kind: 'quote' } : null,
    next
      ? {
          words: `${say('whatNow')}: ${nextStepLabels[next.step][language]}`,
          ...(next.address ? { address: `${publicUrl}${next.address}` } : {}),
        }
      : null,
  ]
  return lines.filter((each) => each !== null)
}

/** What editors are told in the morning: numbers and times, and not a word of what waits. */
export interface WaitingFacts {
  town: string
  counts: readonly { reason: QueueReason; count: number; more: boolean }[]
  /** How many start within three days, and when the first does, in words; null where none does. */
  soon: { count: number; first: string } | null
  late: number
}

export function waitingMessage(facts: WaitingFacts, setting: MailSetting): MailMessage {
  const { language, publicUrl } = setting
  const say = sayIn(language)
  const { town, counts, soon, late } = facts
  const some = counts.filter(({ count }) => count > 0)
  const sum = some.reduce((total, { count }) => total + count, 0)
  const shown = some.some(({ more }) => more) ? `${sum}+` : String(sum)
  const lines: Line[] = [
    { words: say('waitsIntro') },
    ...some.map(({ reason, count, more }) => ({
      words: `${waitsLabels[reason][language]}: ${count}${more ? '+' : ''}`,
    })),
    ...(late > 0 ? [{ words: say('late', { n: late }) }] : []),
    ...(soon ? [{ words: say('soon', { n: soon.count, at: soon.first }) }] : []),
    { words: say('openQueue'), address: `${publicUrl}/admin/moderation` },
  ]
  return composed(say('waitsSubject', { n: shown, town }), lines, setting)
}

function composed(subject: string, lines: readonly Line[], setting: MailSetting): MailMessage {
  const { language, publicUrl, keys } = setting
  const say = sayIn(language)
  const settings = `${publicUrl}/admin/account`
  const foot: Line[] = [{ words: say('footer'), address: settings }, { words: say('noAnswer') }]
  return {
    subject: oneLine(subject),
    text: `${textOf(lines)}\n\n-- \n${textOf(foot)}\n`,
    html: htmlOf(subject, lines, foot, language),
    headers: {
      // RFC 3834: no program answers to it. RFC 2369: where to say no, after logging in.
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${settings}>`,
      'Content-Language': language,
    },
    messageId: `${createHash('sha256').update(keys.join(' ')).digest('hex').slice(0, 32)}@${new URL(publicUrl).hostname}`,
  }
}

/** A header has one line, whatever a title holds. */
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, 200)

const textOf = (lines: readonly Line[]): string =>
  lines
    .map(({ words, address, kind }, index) => {
      const said = kind === 'quote' ? words.replace(/\r?\n/g, '\n  ') : words
      const led = address ? `${said}\n${address}` : said
      return kind === 'head' && index > 0 ? `\n${led}` : led
    })
    .join('\n')

const safe = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\r?\n/g, '<br>')

function htmlOf(
  subject: string,
  lines: readonly Line[],
  foot: readonly Line[],
  language: MailLanguage,
): string {
  const line = ({ words, address, kind }: Line): string => {
    const said = address ? `<a href="${safe(address)}">${safe(words)}</a>` : safe(words)
    return kind === 'head'
      ? `<h2 style="font-size:18px;margin:24px 0 4px">${said}</h2>`
      : `<p style="margin:4px 0">${said}</p>`
  }
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${safe(oneLine(subject))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1b2a30;background:#ffffff;max-width:40em;margin:0 auto;padding:16px">',
    ...lines.map(line),
    '<hr style="margin:24px 0 8px;border:0;border-top:1px solid #cfd8d6">',
    ...foot.map(line),
    '</body></html>',
  ].join('\n')
}
