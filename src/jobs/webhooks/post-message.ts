import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { askedToWait } from '../../webhooks/back-off.js'
import type { AttemptFault, Outcome } from '../../webhooks/after-attempt.js'
import { resolveHost } from './resolve-host.js'

/** Milliseconds for all of it: name, connection, certificate, answer. */
export const patience = 10_000
/** So much of an answer is read, and thrown away, for receivers that break when nobody listens to them. */
const mostOfAnswer = 16_384

export interface Post {
  url: string
  headers: Record<string, string>
  body: string
  /** Lets addresses of this machine through, and http to them: for tests and the demo. */
  loopback: boolean
  /** Ends what is under way when the process stops. */
  signal: AbortSignal
  /** Name servers in place of the machine's (`address:port`), and authorities in place of the usual ones (PEM). */
  nameServers?: readonly string[]
  authorities?: string
}

const failed = (fault: AttemptFault, status: number | null = null, wait = 0): Outcome => ({
  fault,
  status,
  askedToWait: wait,
})

/**
 * Sends one message once. The connection goes to the very address that was looked at, so that a name cannot lead
 * somewhere else a moment later; redirects are not followed; the answer is a status and nothing more. Never throws.
 */
export async function postMessage(post: Post): Promise<Outcome> {
  const url = new URL(post.url)
  if (url.protocol !== 'https:' && !post.loopback) return failed('forbidden-address')
  const deadline = AbortSignal.timeout(patience)
  const signal = AbortSignal.any([deadline, post.signal])
  const found = await resolveHost(url, post.loopback, signal, post.nameServers)
  if (deadline.aborted) return failed('timeout')
  if ('fault' in found) return failed(found.fault)
  return new Promise((resolve) => {
    // The status has come: what becomes of the rest of the answer takes nothing back.
    let told: Outcome | null = null
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        headers: { ...post.headers, 'Content-Length': Buffer.byteLength(post.body) },
        // A connection of its own, to the address that was checked; no agent that would keep or look up another.
        agent: false,
        lookup: (_host, options, done) => {
          const family = net.isIP(found.address)
          if (options.all) done(null, [{ address: found.address, family }])
          else done(null, found.address, family)
        },
        rejectUnauthorized: true,
        ca: post.authorities,
        signal,
      },
      (answer) => {
        told = outcomeOf(answer)
        let read = 0
        const done = () => {
          resolve(told!)
          request.destroy()
        }
        answer.on('data', (part: Buffer) => {
          read += part.length
          if (read > mostOfAnswer) done()
        })
        answer.on('end', done)
        answer.on('error', done)
        answer.on('close', done)
      },
    )
    request.on('error', (error) => resolve(told ?? failed(faultOf(error, deadline))))
    // Another protocol was not asked for, and its socket would stay open.
    request.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve(failed('status', answer.statusCode ?? null))
    })
    // Whatever ended it without an answer.
    request.on('close', () => resolve(told ?? failed(deadline.aborted ? 'timeout' : 'connection')))
    request.end(post.body)
  })
}

function outcomeOf({ statusCode = 0, headers }: http.IncomingMessage): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { fault: null, status: statusCode, askedToWait: 0 }
  const wait = askedToWait(headers['retry-after'], new Date())
  return failed(statusCode >= 300 && statusCode < 400 ? 'redirect' : 'status', statusCode, wait)
}

function faultOf(error: NodeJS.ErrnoException, deadline: AbortSignal): AttemptFault {
  if (deadline.aborted) return 'timeout'
  return /CERT|VERIFY|TLS|SSL|ALTNAME/.test(error.code ?? '') ? 'certificate' : 'connection'
}
