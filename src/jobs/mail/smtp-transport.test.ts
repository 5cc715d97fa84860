import { once } from 'node:events'
import net from 'node:net'
import { expect, it } from 'vitest'
import type { MailServer } from '../../mail/mail-server.js'
import { smtpTransport } from './smtp-transport.js'

const message = { subject: 'Ett', text: 'Ett', html: '<p>Ett</p>', headers: {}, messageId: 'a@torg.example' }

it('lets go of a server that answers drop by drop and never to the end', async () => {
  let closed = Promise.resolve()
  const dripping = net.createServer((socket) => {
    socket.write('220 drip.example\r\n')
    // Each line says that another one follows.
    const drip = setInterval(() => socket.write('250-and more\r\n'), 20)
    // Cut off, what is written last arrives nowhere.
    socket.on('error', () => undefined)
    closed = new Promise((resolve) =>
      socket.on('close', () => {
        clearInterval(drip)
        resolve()
      }),
    )
  })
  dripping.listen(0, '127.0.0.1')
  await once(dripping, 'listening')
  const server: MailServer = {
    host: '127.0.0.1',
    port: (dripping.address() as net.AddressInfo).port,
    encryption: 'where-offered',
    login: null,
    sender: 'Torg <no-reply@torg.example>',
  }
  try {
    const sent = await smtpTransport(server, undefined, 300).send(message, 'a@ekby.example')
    // The others wait, too: it is the server that is the trouble.
    expect(sent).toMatchObject({ fault: 'server' })
    // And the connection is cut, not left open.
    await closed
  } finally {
    dripping.close()
  }
})
