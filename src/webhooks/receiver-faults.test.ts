import { describe, expect, it } from 'vitest'
import { receiverFaults } from './receiver-faults.js'

const codes = (url: unknown, loopback = false, name: unknown = 'Push') =>
  receiverFaults({ name, url }, { loopback }).map(({ field, code }) => `${field} ${code}`)

describe('the receiver of a webhook', () => {
  it.each([
    'https://app.example/torg',
    'https://app.example:8443/a?b=c',
    'https://93.184.215.14/',
    'https://xn--vy-xja.example/',
  ])('may be %s', (url) => expect(codes(url)).toEqual([]))

  it.each([
    ['', 'required'],
    [undefined, 'required'],
    [12, 'required'],
    ['app.example/torg', 'format'],
    ['https://app.example/a b', 'format'],
    ['https://app.example/\u0000', 'format'],
    [`https://app.example/${'x'.repeat(2000)}`, 'too-long'],
    ['http://app.example/', 'https'],
    ['http://127.0.0.1/', 'https'],
    ['ftp://app.example/', 'https'],
    ['file:///etc/passwd', 'https'],
    ['https://user@app.example/', 'bare-address'],
    ['https://user:word@app.example/', 'bare-address'],
    ['https://app.example/#part', 'bare-address'],
    ['https://localhost/', 'not-public'],
    ['https://db/', 'not-public'],
    ['https://app.localhost/', 'not-public'],
    ['https://printer.local/', 'not-public'],
    ['https://metadata.google.internal./', 'not-public'],
    ['https://127.0.0.1/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://[::ffff:8.8.8.8]/', 'not-public'],
    ['https://169.254.169.254/latest/meta-data/', 'not-public'],
  ])('may not be %s: %s', (url, code) => expect(codes(url)).toEqual([`url ${code}`]))

  it('may be this machine, also without encryption, only where that is set', () => {
    expect(codes('http://127.0.0.1:9000/x', true)).toEqual([])
    expect(codes('http://[::1]:9000/x', true)).toEqual([])
    expect(codes('https://127.0.0.1:9000/x', true)).toEqual([])
    expect(codes('http://10.0.0.1/', true)).toEqual(['url https'])
    expect(codes('http://app.example/', true)).toEqual(['url https'])
    expect(codes('http://localhost/', true)).toEqual(['url https'])
  })

  it('has a name', () => {
    expect(codes('https://app.example/', false, ' ')).toEqual(['name required'])
    expect(codes('https://app.example/', false, 'x'.repeat(81))).toEqual(['name too-long'])
    expect(codes('https://app.example/', false, 'a\u0007')).toEqual(['name characters'])
  })
})
