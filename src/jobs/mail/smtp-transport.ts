import { createTransport } from 'nodemailer'
import { faultOf, type Sent } from '../../mail/after-sending.js'
import type { MailServer } from '../../mail/mail-server.js'
import type { MailMessage } from '../../mail/message.js'

/** Milliseconds for each step of the talk with the server; all of it together: `mailPatience`. */
const stepPatience = 10_000
export const mailPatience = 30_000

export interface MailTransport {
  send(message: MailMessage, address: string): Promise<Sent>
}

/**
 * Sends one message at a time over a connection of its own. Nothing of it is logged, and what the server says, which may
 * hold the address, ends here: only a code goes on. `authorities` (PEM) in place of the usual ones. A server that answers
 * now and then but never to the end is cut off after `patience` (milliseconds): it must not hold the others up, nor a stop.
 */
export function smtpTransport(
  server: MailServer,
  authorities?: string,
  patience: number = mailPatience,
): MailTransport {
  const { host, port, encryption, login, sender } = server
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'from-start',
    requireTLS: encryption === 'must-start',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    tls: {
      minVersion: 'TLSv1.2',
      // To this machine itself nothing travels, and certificates are seldom made out to it.
      rejectUnauthorized: encryption !== 'where-offered',
      ...(authorities ? { ca: authorities } : {}),
    },
    connectionTimeout: stepPatience,
    greetingTimeout: stepPatience,
    dnsTimeout: stepPatience,
    socketTimeout: stepPatience,
    // A server that does not hang up when it is told to is cut off.
    socketCloseTimeout: 1_000,
    logger: false,
    // No file and no address of somebody else's is ever read into a message.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ subject, text, html, headers, messageId }, address) {
      try {
        await transport.sendMail({
          from: sender,
          to: { name: '', address },
          subject,
          text,
          html,
          headers,
          messageId: `<${messageId}>`,
          signal: AbortSignal.timeout(patience),
        })
        return { fault: null }
      } catch (error) {
        return faultOf(error)
      }
    },
  }
}
