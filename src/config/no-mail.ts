import type { EmailAdapter } from 'payload'

/**
 * Torg sends no e-mail: logins need none, and every door of the framework that would write one is closed. Without an
 * adapter Payload would write the whole message, address and all, to the log.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.reject(new Error('Torg sends no e-mail.')),
})
