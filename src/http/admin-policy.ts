import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

/**
 * What a page of the admin may load (CSP level 3): scripts of this origin, inline ones only with the word of this answer;
 * pictures and styles of this origin, made in the page too; nothing from elsewhere, nothing into a frame of others. Inline styles
 * are allowed since the admin's parts are placed by them.
 */
export const adminPolicyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** Sets it on the answer, and on the request: from there Next takes the word for the scripts that it writes into the page. */
export const adminPolicy: RequestHandler = (request, response, next) => {
  const policy = adminPolicyFor(randomBytes(16).toString('base64'))
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  next()
}
