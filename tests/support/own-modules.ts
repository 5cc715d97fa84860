import { afterAll, vi } from 'vitest'

/**
 * Test files that run one after the other in one process share what comes from `node_modules`, and nothing of Torg's:
 * each reads our own modules anew, finds no server of an earlier file, and the environment and `fetch` as the process
 * began.
 */
vi.resetModules()
;(globalThis as { _payload?: Map<string, unknown> })._payload?.clear()

const environment = { ...process.env }
const fetchAsBegun = globalThis.fetch

afterAll(() => {
  globalThis.fetch = fetchAsBegun
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
