import path from 'node:path'
import { defineConfig } from 'vitest/config'

// Lexical chooses its build with a top-level await, which ends a plain start on Node 20 at random; see docs/decisions.
const production = {
  resolve: { conditions: ['production', 'node'], externalConditions: ['production', 'node'] },
}
// Node takes one file of graphql and Vite would take another: two copies, whose types refuse each other.
const oneGraphQL = {
  alias: [{ find: /^graphql$/, replacement: path.resolve('node_modules/graphql/index.js') }],
}
// Files of a project run one after the other in three processes: what comes from node_modules is read, and made fast, once.
// What is ours each reads anew; see tests/support/own-modules.ts.
const ownModules = 'tests/support/own-modules.ts'
const slow = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  pool: 'forks' as const,
  isolate: false,
  // Room for what a request leaves behind, so that it is cleared away seldom.
  execArgv: ['-C', 'production', '--max-semi-space-size=32'],
}

const integration = (database: 'sqlite' | 'mongodb') => ({
  ssr: production,
  resolve: oneGraphQL,
  test: {
    ...slow,
    name: database,
    include: ['tests/integration/**/*.test.ts'],
    setupFiles: [ownModules, 'tests/support/read-feed-answers.ts'],
    env: { TORG_TEST_DATABASE: database },
  },
})

export default defineConfig({
  test: {
    globalSetup: ['tests/support/scratch.ts', 'tests/support/start-mongodb.ts'],
    maxWorkers: 3,
    projects: [
      {
        ssr: production,
        resolve: oneGraphQL,
        test: {
          ...slow,
          name: 'unit',
          setupFiles: [ownModules],
          include: [
            'src/**/*.test.ts',
            'access/**/*.test.ts',
            'hooks/**/*.test.ts',
            'media/**/*.test.ts',
            'tests/unit/**/*.test.ts',
          ],
        },
      },
      integration('sqlite'),
      integration('mongodb'),
      {
        ssr: production,
        resolve: oneGraphQL,
        test: {
          ...slow,
          name: 'browser',
          setupFiles: [ownModules],
          include: ['tests/browser/**/*.test.ts'],
          // Each has a server and a browser of its own; after the others, so that no page waits for them.
          sequence: { groupOrder: 1 },
          // A page may take its time; how much it takes, the bench says.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
