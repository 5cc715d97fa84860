import { listen, nodeFlags } from '../child.mjs'

/** Identity numbers in the repository are such as authorities publish for tests: no number is anybody's. */
export const testData = {
  name: 'test data',
  async run() {
    const { code, said } = await listen(process.execPath, [
      ...nodeFlags,
      'src/scripts/tools/check/scan-test-data.ts',
    ])
    return { holds: code === 0, said }
  },
}
