import type { Payload } from 'payload'
import { collectMails, collectMornings } from '../../editorial/mail/collect-mails.js'
import { dueMails } from '../../editorial/mail/due-mails.js'
import type { MailServer } from '../../mail/mail-server.js'
import type { Clock } from '../../shared/clock.js'
import type { KeyRing } from '../../shared/sealing.js'
import { waitAfter } from '../../webhooks/back-off.js'
import { holdLease } from '../lease.js'
import { sendOrPutOff, type MailSending } from './send-mails.js'
import { smtpTransport } from './smtp-transport.js'

const usualLook = 2_000
const everyRenewal = 5_000
const everyMorningLook = 60_000

export interface MailOptions {
  payload: Payload
  clock: Clock
  ring: KeyRing
  publicUrl: string
  server: MailServer
  /** PEM, in place of the usual authorities. */
  authorities?: string
  /** Milliseconds between two looks. */
  every?: number
}

/**
 * Sends e-mail from this process while it holds a lease of its own. What is to be sent stands in the database; while the
 * server is away everything waits and is tried again, ever more seldom. Returns how to stop.
 */
export function startMail({ server, authorities, every = usualLook, ...options }: MailOptions): {
  stop(): Promise<void>
} {
  const { payload, clock } = options
  const sending: MailSending = { ...options, transport: smtpTransport(server, authorities) }
  const lease = holdLease(payload, 'mail', clock)
  let stopped = false
  let failures = 0
  let waitUntil = 0
  let lastMorning = 0
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const tell = (error: unknown) => payload.logger.error({ err: error }, 'mail')

  async function look(): Promise<void> {
    if (!(await lease.mine())) return
    // Whoever lost the lease meanwhile, asleep or cut off, sends nothing more.
    let mine = true
    const renewing = setInterval(() => void lease.mine().then((still) => (mine = still), tell), everyRenewal)
    try {
      const now = clock.now()
      if (Math.abs(now.getTime() - lastMorning) >= everyMorningLook) {
        lastMorning = now.getTime()
        await collectMornings(payload, now)
      }
      while (!stopped && mine && (await collectMails(payload, clock.now())));
      if (clock.now().getTime() < waitUntil) return
      for (const due of await dueMails(payload, clock.now())) {
        if (stopped || !mine) return
        if ((await sendOrPutOff(sending, due)) === 'server') return away()
        failures = 0
      }
    } finally {
      clearInterval(renewing)
    }
  }

  function away(): void {
    failures += 1
    waitUntil = clock.now().getTime() + waitAfter(failures, 0)
    if (failures === 1) payload.logger.warn({ code: 'server-away' }, 'mail')
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = look()
        .catch(tell)
        .finally(() => {
          if (!stopped) schedule()
        })
    }, every)
    timer.unref()
  }
  schedule()

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await lease.release()
    },
  }
}
