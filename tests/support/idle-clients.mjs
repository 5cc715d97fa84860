// Opens many connections and asks nothing, or half of something, until it is told to stop. A process of its own: each
// connection takes a file at both ends.
import net from 'node:net'

const [port, count] = process.argv.slice(2).map(Number)
const sockets = []
let open = 0
for (let at = 0; at < count; at += 1) {
  const socket = net.connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  socket.on('connect', () => {
    if (at % 2) socket.write('GET /feed/v1 HTTP/1.1\r\nHost: to')
    open += 1
    if (open === count) process.send?.({ open })
  })
  sockets.push(socket)
  // A queue of connections is only so long.
  if (at % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 5))
}
process.on('message', () => process.exit(0))
process.on('disconnect', () => process.exit(0))
