import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['production', 'node'], externalConditions: ['production', 'node'] } },
  test: {
    include: ['src/**/*.test.ts', 'access/**/*.test.ts', 'hooks/**/*.test.ts', 'tests/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
