/**
 * Documents of MongoDB as JSON, byte by byte: the driver makes an object of each first, which takes three times as long
 * and leaves ten times as much behind, and at the start of a feed process there are a hundred thousand of them.
 * https://bsonspec.org/spec.html
 */
export interface JsonBytes {
  /** The whole document. Valid until the next one is read. */
  whole: Buffer
  /** The value of its field `data`, a copy; null where it has none. */
  data: Buffer | null
}

const [quote, backslash, comma, colon] = [34, 92, 44, 58]
const [object, list] = [
  [123, 125],
  [91, 93],
]
const hex = '0123456789abcdef'

/** Throws for a type that a publication has no use for. */
export function createBsonReader(): (document: Buffer) => JsonBytes {
  let room = Buffer.allocUnsafe(64 * 1024)
  let length = 0
  let source: Buffer = room

  const write = (text: string): void => void (length += room.write(text, length, 'latin1'))

  /** Text in UTF-8, as it is but for what JSON escapes. */
  function text(from: number, to: number): void {
    room[length++] = quote
    for (let at = from; at < to; at += 1) {
      const byte = source[at]!
      if (byte < 32) write(`\\u00${hex[byte >> 4]}${hex[byte & 15]}`)
      else {
        if (byte === quote || byte === backslash) room[length++] = backslash
        room[length++] = byte
      }
    }
    room[length++] = quote
  }

  /** Writes the value that begins at a position and gives the position after it. */
  function value(type: number, at: number): number {
    switch (type) {
      case 0x01: {
        const number = source.readDoubleLE(at)
        write(Number.isFinite(number) ? String(number) : 'null')
        return at + 8
      }
      case 0x02: {
        const size = source.readInt32LE(at)
        text(at + 4, at + 3 + size)
        return at + 4 + size
      }
      case 0x03:
        return members(object, at, false)
      case 0x04:
        return members(list, at, true)
      case 0x08:
        write(source[at] ? 'true' : 'false')
        return at + 1
      case 0x09: {
        write(`"${new Date(Number(source.readBigInt64LE(at))).toISOString()}"`)
        return at + 8
      }
      case 0x0a:
        write('null')
        return at
      case 0x10:
        write(String(source.readInt32LE(at)))
        return at + 4
      case 0x12:
        write(String(Number(source.readBigInt64LE(at))))
        return at + 8
      default:
        throw new TypeError(`A publication holds the BSON type ${type}.`)
    }
  }

  function members([begin, end]: number[], start: number, isList: boolean, top = false): number {
    const last = start + source.readInt32LE(start) - 1
    room[length++] = begin!
    for (let at = start + 4; at < last;) {
      if (at > start + 4) room[length++] = comma
      const type = source[at]!
      const name = at + 1
      let after = name
      while (source[after] !== 0) after += 1
      if (!isList) {
        text(name, after)
        room[length++] = colon
      }
      const before = length
      at = value(type, after + 1)
      if (top && type === 0x03 && source.toString('latin1', name, after) === 'data') dataAt = [before, length]
    }
    room[length++] = end!
    return last + 1
  }
  let dataAt: [number, number] | null = null

  return (document) => {
    // A control character takes six bytes instead of one.
    if (document.length * 6 > room.length) room = Buffer.allocUnsafe(document.length * 6)
    source = document
    length = 0
    dataAt = null
    members(object, 0, false, true)
    const found = dataAt as [number, number] | null
    return { whole: room.subarray(0, length), data: found && Buffer.from(room.subarray(...found)) }
  }
}
