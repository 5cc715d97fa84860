import type net from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string
  /** As it came over the line. */
  raw: string
  mail: ParsedMail
  secure: boolean
}

export interface ReceiverOptions {
  key?: string
  cert?: string
  /** Offers no STARTTLS. */
  clear?: boolean
}

/** A real server that takes e-mail, on a port of this machine; what it refuses is set by the test. */
export class MailReceiver {
  readonly received: Received[] = []
  readonly refused = new Set<string>()
  /** Addresses that take something only later (greylisting). */
  readonly later = new Set<string>()
  /** Whether a message is refused for what it is. */
  refusesMessage: (message: Received) => boolean = () => false
  /** Called when a message has come and is not acknowledged yet. */
  beforeTaking: (message: Received) => Promise<void> = () => Promise.resolve()
  port = 0
  private server: SMTPServer | null = null

  async start({ key, cert, clear = false }: ReceiverOptions = {}, port = 0): Promise<this> {
    this.server = new SMTPServer({
      authOptional: true,
      logger: false,
      disabledCommands: clear ? ['AUTH', 'STARTTLS'] : ['AUTH'],
      ...(key && cert ? { key, cert } : {}),
      onRcptTo: ({ address }, _session, answer) => {
        if (this.later.has(address))
          return answer(Object.assign(new Error('Try again later'), { responseCode: 450 }))
        if (!this.refused.has(address)) return answer()
        answer(Object.assign(new Error(`<${address}> is not known here`), { responseCode: 550 }))
      },
      onData: (stream, session, answer) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const whole = Buffer.concat(parts)
          const [first] = session.envelope.rcptTo
          void simpleParser(whole).then(async (mail) => {
            const message = { to: first!.address, raw: whole.toString(), mail, secure: session.secure }
            if (this.refusesMessage(message))
              return answer(Object.assign(new Error('Not wanted here'), { responseCode: 554 }))
            this.received.push(message)
            await this.beforeTaking(message)
            answer()
          })
        })
      },
    })
    // A client that is cut off in the middle is what is tested.
    this.server.on('error', () => undefined)
    await new Promise<void>((resolve) => this.server!.listen(port, '127.0.0.1', resolve))
    this.port = (this.server.server.address() as net.AddressInfo).port
    return this
  }

  stop = (): Promise<void> =>
    new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()))

  to = (address: string): Received[] => this.received.filter((one) => one.to === address)
}
