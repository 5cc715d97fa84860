import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const lookAgain = 150
const split = 250

const made = [/^src\/payload-types\.ts$/, /^src\/config\/migrations\//, /^src\/app\/\(payload\)\//]

/** Source files of ours in git and new ones that git does not know yet, with their lines. */
function sizes() {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    '*.ts',
    '*.tsx',
    '*.mjs',
    '*.css',
  ]
  const files = execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
  return files.flatMap((file) => (made.some((one) => one.test(file)) ? [] : [[file, lines(file)]]))
}

function lines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').length - 1
  } catch (error) {
    // Deleted, and not yet said to git.
    if (error.code === 'ENOENT') return 0
    throw error
  }
}

/** Reports what has over 150 lines and fails what has over 250. A test or a style sheet is a list and may be longer. */
export const fileSizes = {
  name: 'file sizes',
  async run() {
    const long = sizes()
      .filter(([, count]) => count > lookAgain)
      .sort((one, other) => other[1] - one[1])
    const tooLong = long.filter(
      ([file, count]) => count > split && !/^tests\/|\.test\.tsx?$|\.css$/.test(file),
    )
    const shown = long.map(([file, count]) => `${String(count).padStart(6)}  ${file}`).join('\n')
    return {
      holds: tooLong.length === 0,
      note: `${long.length} files over ${lookAgain} lines, ${tooLong.length} over ${split}`,
      said: `Over ${lookAgain} lines (over ${split}, tests excepted, fails):\n${shown}`,
    }
  },
}
