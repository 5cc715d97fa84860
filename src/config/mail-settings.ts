import type { MailServer } from '../mail/mail-server.js'
import { isAddress } from '../accounts/addresses.js'
import { isLoopback } from './in-the-clear.js'

const ports = { 'smtp:': 587, 'smtps:': 465 } as const

/**
 * Pure: the server that takes e-mail, where one is named, and every fault of how. What is sent travels encrypted beyond
 * this machine, whatever the server offers: no setting takes that away, nor the check of who answers.
 */
export function mailSettings(
  url: string | undefined,
  sender: string | undefined,
): { mail: MailServer | null; faults: string[] } {
  if (!url && !sender) return { mail: null, faults: [] }
  const faults: string[] = []
  if (!url) faults.push('TORG_MAIL_FROM is set without TORG_SMTP_URL: name the server that takes e-mail')
  if (!sender)
    faults.push('TORG_SMTP_URL is set without TORG_MAIL_FROM: name the address that e-mail comes from')
  else if (!isSender(sender))
    faults.push('TORG_MAIL_FROM must be an address such as no-reply@torg.example, or a name before it in <>')
  const parsed = url && URL.canParse(url) ? new URL(url) : null
  const protocol = parsed?.protocol
  if (url && (!parsed || (protocol !== 'smtp:' && protocol !== 'smtps:') || !parsed.hostname)) {
    faults.push('TORG_SMTP_URL must be smtps://user:password@host, or smtp://… for a server with STARTTLS')
    return { mail: null, faults }
  }
  if (!parsed || !sender || (protocol !== 'smtp:' && protocol !== 'smtps:')) return { mail: null, faults }
  if (parsed.search || parsed.hash || (parsed.pathname !== '' && parsed.pathname !== '/'))
    faults.push('TORG_SMTP_URL must end with the host or its port: encryption cannot be switched off')
  const user = readable(parsed.username)
  const password = readable(parsed.password)
  if (user === null || password === null)
    faults.push('TORG_SMTP_URL holds a user or password that cannot be read: write % as %25')
  else if (Boolean(user) !== Boolean(password))
    faults.push('TORG_SMTP_URL must name both user and password, or neither')
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  return {
    mail: {
      host,
      port: parsed.port ? Number(parsed.port) : ports[protocol],
      encryption: protocol === 'smtps:' ? 'from-start' : isLoopback(host) ? 'where-offered' : 'must-start',
      login: user && password ? { user, password } : null,
      sender,
    },
    faults,
  }
}

function readable(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** An address alone, or a name without signs that have a meaning in a header and the address in angle brackets. */
function isSender(sender: string): boolean {
  const [, name = '', address = sender] = /^([^<>"\r\n,;:@\\]*)<([^<>]+)>$/.exec(sender) ?? []
  return isAddress(address) && name.length <= 80
}
