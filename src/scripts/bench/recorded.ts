import fs from 'node:fs'
import http from 'node:http'

/** An answer as it was given once, to be given again by others. */
export interface Recorded {
  path: string
  status: number
  headers: [string, string][]
  /** base64 */
  body: string
}

// Node writes these of its own to every answer, to those of the others too.
const ownOfNode = ['date', 'connection', 'keep-alive', 'transfer-encoding']
const pairs = (raw: string[]): [string, string][] =>
  raw.flatMap((name, at): [string, string][] =>
    at % 2 === 0 && !ownOfNode.includes(name.toLowerCase()) ? [[name, raw[at + 1] ?? '']] : [],
  )

export function ask(port: number, address: string, headers: Record<string, string> = {}): Promise<Recorded> {
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: '127.0.0.1', path: address, headers, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            path: address,
            status: response.statusCode ?? 0,
            headers: pairs(response.rawHeaders),
            body: Buffer.concat(chunks).toString('base64'),
          }),
        )
      })
      .on('error', reject)
  })
}

export const bodyOf = ({ body }: Recorded): Buffer => Buffer.from(body, 'base64')
export const headerOf = ({ headers }: Recorded, wanted: string): string =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''

export const keepRecorded = (file: string, recorded: Recorded[]): void =>
  fs.writeFileSync(file, JSON.stringify(recorded))
export const readRecorded = (file: string): Recorded[] =>
  JSON.parse(fs.readFileSync(file, 'utf8')) as Recorded[]
