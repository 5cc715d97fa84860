import type { EmailAdapter } from 'payload'

/**
 * The framework sends no e-mail: logins need none, and every door of it that would write one is closed. What Torg sends
 * itself goes another way (src/jobs/mail). Without an
 * adapter Payload would write the whole message, address and all, to the log.
 */
export const noMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: '',
  defaultFromName: '',
  sendEmail: () => Promise.reject(new Error('Torg sends no e-mail.')),
})
