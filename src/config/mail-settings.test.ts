import { describe, expect, it } from 'vitest'
import { mailSettings } from './mail-settings.js'

const from = 'Torg <no-reply@torg.example>'
const faults = (url?: string, sender?: string) => mailSettings(url, sender).faults

describe('the server for e-mail', () => {
  it('is none where none is named', () => {
    expect(mailSettings(undefined, undefined)).toEqual({ mail: null, faults: [] })
  })

  it('is spoken to encrypted beyond this machine, from the start or before anything is said', () => {
    expect(mailSettings('smtps://torg:p%40ss@mail.example', from)).toEqual({
      faults: [],
      mail: {
        host: 'mail.example',
        port: 465,
        encryption: 'from-start',
        login: { user: 'torg', password: 'p@ss' },
        sender: from,
      },
    })
    expect(mailSettings('smtp://mail.example', from).mail).toMatchObject({
      port: 587,
      encryption: 'must-start',
    })
    expect(mailSettings('smtp://127.0.0.1:2525', from).mail).toMatchObject({
      port: 2525,
      encryption: 'where-offered',
    })
    // Looks like this machine and is not.
    expect(mailSettings('smtp://127.0.0.1.example', from).mail).toMatchObject({ encryption: 'must-start' })
  })

  it.each([
    ['without a sender', 'smtps://mail.example', undefined],
    ['without a server', undefined, from],
    ['of another protocol', 'http://mail.example', from],
    ['that cannot be read', 'mail.example', from],
    ['with encryption switched off', 'smtp://mail.example?ignoreTLS=true', from],
    ['with a path', 'smtp://mail.example/x', from],
    ['with a user alone', 'smtps://torg@mail.example', from],
    ['with a password that cannot be read', 'smtps://torg:%zz@mail.example', from],
    ['with a sender that is no address', 'smtps://mail.example', 'Torg'],
    ['with a sender that adds a header', 'smtps://mail.example', 'a@b.example\r\nBcc: c@d.example'],
  ])('is refused %s', (_what, url, sender) => {
    expect(faults(url, sender).length).toBeGreaterThan(0)
  })
})
