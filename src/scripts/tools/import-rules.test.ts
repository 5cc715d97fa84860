import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'torg-imports-'))

/** A small tree in which each file breaks one rule, or none. */
const tree: Record<string, string> = {
  'src/shared/clock.ts': 'export const clock = 1',
  'src/feed/index.ts': "import '../shared/clock.js'\nexport const feed = 1",
  'src/tenancy/reaches-right.ts': "import '../feed/index.js'",
  'src/tenancy/type-of-payload.ts': "import type { Payload } from 'payload'\nexport type One = Payload",
  'src/moderation/runs-payload.ts': "import { getPayload } from 'payload'\nexport const two = getPayload",
  'src/calendar/beside.ts': "import '../community/post.js'",
  'src/community/post.ts': 'export const post = 1',
  'src/editorial/verb.ts': "import '../feed/index.js'\nimport '../shared/clock.js'",
  'src/http/router.ts': "import '../editorial/verb.js'",
  'access/events.ts': "import '../src/moderation/runs-payload.js'",
  'collections/events.ts': "import '../access/events.js'\nimport '../src/http/router.js'",
  'hooks/wires.ts': "import '../payload.config.js'",
  'payload.config.ts': "import './collections/events.js'",
}

let broken: string[] = []

beforeAll(async () => {
  for (const [file, text] of Object.entries(tree)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
  fs.copyFileSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'))
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const cruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', path.join(root, '.dependency-cruiser.mjs'), '--output-type', 'json']
  const folders = ['payload.config.ts', 'src', 'access', 'collections', 'hooks']
  const output = await new Promise<string>((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [cruise, ...args, ...folders], options, (_error, stdout) => resolve(stdout))
  })
  const { summary } = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  broken = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the import rules refuse', () => {
  it.each([
    'src/tenancy/reaches-right.ts: tenancy-imports-to-its-left',
    'src/moderation/runs-payload.ts: concepts-are-pure',
    'src/calendar/beside.ts: calendar-imports-to-its-left',
    'src/http/router.ts: http-serves-concepts',
    'access/events.ts: access-asks-tenancy',
    'collections/events.ts: collections-wire',
    'hooks/wires.ts: only-two-files-wire',
  ])('%s', (fault) => {
    expect(broken).toContain(fault)
  })

  it('nothing of what is allowed', () => {
    const innocent = [
      'src/feed/index.ts',
      'src/tenancy/type-of-payload.ts',
      'src/editorial/verb.ts',
      'payload.config.ts',
    ]
    expect(broken.filter((fault) => innocent.some((file) => fault.startsWith(`${file}:`)))).toEqual([])
  })
})
