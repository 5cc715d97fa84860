import type { Settings } from './env.js'

/**
 * Origins from which the login cookie counts. On loopback people spell the same machine in two ways, and the cookie
 * would be ignored under the other one.
 */
export function csrfOrigins({ publicUrl }: Pick<Settings, 'publicUrl'>): string[] {
  const url = new URL(publicUrl)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return [url.origin]
  return ['127.0.0.1', 'localhost', '[::1]'].map(
    (host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ''}`,
  )
}
