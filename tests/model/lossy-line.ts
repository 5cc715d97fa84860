import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Chance } from './chance.js'

/** A line to a server as a telephone has it: it refuses, is slow, or breaks off in the middle of an answer. */
export class LossyLine {
  private server!: Server
  private readonly open = new Set<Socket>()
  broken = 0
  isSound = false

  constructor(
    private readonly to: number,
    private readonly chance: Chance,
  ) {}

  async start(): Promise<void> {
    this.server = createServer((socket) => this.carry(socket)).listen(0, '127.0.0.1')
    await once(this.server, 'listening')
  }
  get port(): number {
    return (this.server.address() as AddressInfo).port
  }
  stop(): void {
    this.server.close()
    for (const socket of this.open) socket.destroy()
  }

  private carry(client: Socket): void {
    const fate = this.isSound ? 1 : this.chance.next()
    if (fate < 0.05) {
      this.broken += 1
      return void client.destroy()
    }
    const server = connect(this.to, '127.0.0.1')
    for (const socket of [client, server]) {
      this.open.add(socket)
      socket.on('close', () => this.open.delete(socket))
    }
    const end = (): void => {
      client.destroy()
      server.destroy()
    }
    client.on('error', end)
    server.on('error', end)
    client.pipe(server)
    const isSlow = fate >= 0.25 && fate < 0.4
    let sent = Promise.resolve()
    server.on('end', () => void sent.then(() => client.end()))
    // Cut off after so many octets of the answer, some of them before its first.
    let left = fate < 0.25 ? this.chance.whole(0, 3_000) : Infinity
    server.on('data', (part) => {
      if (part.length >= left) {
        this.broken += 1
        client.write(part.subarray(0, left), end)
        left = Infinity
        return
      }
      left -= part.length
      if (!isSlow) return void client.write(part)
      sent = sent
        .then(() => new Promise((resolve) => setTimeout(resolve, this.chance.whole(1, 4))))
        .then(() => void client.write(part))
    })
  }
}
