import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Attributes that people read or hear. */
const read = new Set(['alt', 'aria-description', 'aria-label', 'label', 'placeholder', 'title', 'backWords'])
/** The same in every language: the name of the program, and how a letter is written. */
const names =
  /^(Torg|API|ID|URL|JSON|CSV|RSS|QR|TOTP|min|SHA-256|https?:\/\/\S*|iCalendar|Atom|GraphQL|OpenAPI)$/
const isWord = (text: string): boolean =>
  text
    .replace(/&\w+;|(^|\s)\/\S*/g, ' ')
    .split(/[\s·:,.()/+–—…←→-]+/)
    .some((word) => /\p{L}{2,}/u.test(word) && !names.test(word))

const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')
      : null

/** Every text that an expression can become; calls and comparisons become none of what stands in them. */
function texts(node: ts.Expression): string[] {
  const own = textOf(node)
  if (own !== null) return [own]
  if (ts.isConditionalExpression(node)) return [...texts(node.whenTrue), ...texts(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return texts(node.expression)
  const joins = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]
  if (ts.isBinaryExpression(node)) {
    if (joins.includes(node.operatorToken.kind)) return [...texts(node.left), ...texts(node.right)]
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return texts(node.right)
  }
  return []
}

/** Words that stand in what a component draws and not in the messages. */
function wordsInJsx(name: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isWord(node.text)) found.push(node.text.trim())
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      found.push(...texts(node.expression).filter(isWord))
    if (ts.isJsxAttribute(node) && read.has(node.name.getText()) && node.initializer) {
      const { initializer } = node
      const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer
      if (value) found.push(...texts(value as ts.Expression).filter(isWord))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

/** Words between the tags, or in a spoken attribute, of HTML that stands in a text. */
function wordsInHtml(name: string, source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const html = textOf(node)
    if (html !== null && /<\/?[a-z][^>]*>?/.test(html)) {
      const plain = html.replace(/<(style|script)\b[\s\S]*?(<\/\1>|$)/g, ' ')
      const spoken = [...plain.matchAll(/\b(?:alt|aria-label|title|placeholder)="([^"]*)"/g)].map(
        ([, text]) => text!,
      )
      const between = plain.replace(/<!?\/?[a-z][^>]*(>|$)/gi, '\u0000').split('\u0000')
      // What stands before the first tag or behind the last may be the end of one that was begun elsewhere.
      found.push(...[...between.slice(1, -1), ...spoken].map((text) => text.trim()).filter(isWord))
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS))
  return found
}

const files = (folder: string, kind: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !file.includes('.test.') && !file.startsWith('messages'))
    .map((file) => path.join(folder, file))
const found = (list: string[], words: typeof wordsInJsx): string[] =>
  list.flatMap((file) =>
    words(file, readFileSync(path.join(root, file), 'utf8')).map((text) => `${file}: ${text}`),
  )

it('the admin draws no words but those of its messages', () => {
  const list = files('src/admin', /\.tsx$/)
  expect(list.length).toBeGreaterThan(100)
  expect(found(list, wordsInJsx)).toEqual([])
})

it('the pages for people hold no words but those of their languages', () => {
  const list = [...files('src/http/pages', /\.ts$/), 'src/http/page-frame.ts', 'src/http/preview-page.ts']
  expect(found([...list, 'src/http/shared-page.ts'], wordsInHtml)).toEqual([])
})

it('sees a word wherever one can stand', () => {
  const jsx = '<p title="Your queue">{x > 1 ? `Say ${n}` : y || "nothing"} <b>Hello</b> {w.words} · 3 s</p>'
  expect(wordsInJsx('x.tsx', jsx)).toEqual(['Your queue', 'Say  ', 'nothing', 'Hello'])
  expect(wordsInHtml('x.ts', 'const a = `<p class="warm">Hello ${b}</p><img alt="A dog">`')).toEqual([
    'Hello',
    'A dog',
  ])
  expect(wordsInHtml('x.ts', 'const a = `<p class="warm">${w.hello}</p>`')).toEqual([])
})
