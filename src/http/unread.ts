import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Bytes of answers that are on their way to clients who have not taken them yet. */
export interface Unread {
  /**
   * Told of a response that was ended and is not taken yet. `body` is what it holds: the same for all who are sent the
   * same bytes, which are counted once. `size` in bytes.
   */
  note(response: ServerResponse, body: object, size: number): void
  /** In bytes. */
  held(): number
}

interface Held {
  size: number
  responses: Set<ServerResponse>
}

/**
 * Whoever asks and does not read makes us hold what was asked for. Beyond `most` bytes the connections are closed that
 * wait for what nobody else has asked for longest; the last one never, so that a single large answer arrives.
 */
export function createUnread(most: number): Unread {
  // In the order in which they were last sent to somebody.
  const bodies = new Map<object, Held>()
  let bytes = 0

  function letGo(body: object, { size, responses }: Held): void {
    bodies.delete(body)
    bytes -= size
    for (const response of responses) response.req.socket.destroy()
  }

  return {
    note(response, body, size) {
      const held = bodies.get(body) ?? { size, responses: new Set() }
      if (!bodies.delete(body)) bytes += size
      bodies.set(body, held)
      held.responses.add(response)
      whenOver(response, () => {
        if (!held.responses.delete(response) || held.responses.size > 0 || bodies.get(body) !== held) return
        bodies.delete(body)
        bytes -= size
      })
      for (const [oldest, its] of bodies) {
        if (bytes <= most || oldest === body) break
        letGo(oldest, its)
      }
    },
    held: () => bytes,
  }
}

/** Of the whole process, as its memory is; in bytes. */
export const mostUnread = 64 * 1024 * 1024
export const unread = createUnread(mostUnread)

/** What waits for the end of each connection: one listener for all of it, however much is asked for on one. */
const waiting = new WeakMap<Socket, Set<() => void>>()

function onClose(socket: Socket): Set<() => void> {
  const known = waiting.get(socket)
  if (known) return known
  const all = new Set<() => void>()
  waiting.set(socket, all)
  socket.once('close', () => {
    for (const over of all) over()
  })
  return all
}

/**
 * Calls back once, when a response was taken or its client has left. One that waits behind others on its connection is
 * told of neither itself.
 */
export function whenOver(response: ServerResponse, done: () => void): void {
  const { socket } = response.req
  const all = onClose(socket)
  const over = (): void => {
    response.off('close', over)
    all.delete(over)
    done()
  }
  response.once('close', over)
  all.add(over)
  if (socket.destroyed || response.closed) over()
}
