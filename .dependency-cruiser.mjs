// Who may import whom: docs/decisions/0009-import-rules.md. A concept imports concepts to its left in this line only.
const line = [
  ['shared'],
  ['tenancy', 'accounts', 'privacy'],
  ['organisations'],
  ['moderation'],
  ['publication'],
  ['calendar', 'community'],
  ['feed'],
  ['webhooks'],
  ['mail'],
]
const concepts = line.flat()
// Standing is read into an actor, and an actor is tenancy's word.
const beside = { accounts: ['tenancy'] }
const ours = '^(src|collections|access|hooks|media|tests)/|^payload\\.config|^next\\.config'
const tests = '\\.test\\.tsx?$|/examples/'
const inSource = (...folders) => `^src/(${folders.join('|')})/`

/** A folder may import these paths of ours and nothing else of ours. */
const mayImport = (name, path, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path, pathNot: tests },
  to: { path: ours, pathNot: [path, ...allowed] },
})

const conceptRules = line.flatMap((folders, position) =>
  folders.map((concept) => {
    const left = [...line.slice(0, position).flat(), ...(beside[concept] ?? [])]
    return mayImport(
      `${concept}-imports-to-its-left`,
      inSource(concept),
      left.length > 0 ? [inSource(...left)] : [],
      'shared → tenancy, accounts, privacy → organisations → moderation → publication → calendar, community → feed → webhooks → mail',
    )
  }),
)

/** Packages that need a process, a database, a framework or a page. Types may be named, they are gone at run time. */
const atRunTime =
  '^(payload|@payloadcms/.*|express|next|react|react-dom|mongodb|mongoose|@libsql/.*|libsql|drizzle-orm|sharp|pino)(/|$)'
const notATypeOnly = { dependencyTypesNot: ['type-only'] }
const nodeModules = (names) => `(^|node_modules/)${names}`

export default {
  forbidden: [
    ...conceptRules,
    {
      name: 'concepts-are-pure',
      severity: 'error',
      comment: 'A rule is a plain function: no Payload at run time, no Express, Next, React or database.',
      from: { path: inSource(...concepts, 'import-export'), pathNot: tests },
      to: { path: nodeModules(atRunTime.slice(1)), ...notATypeOnly },
    },
    mayImport('import-export-uses-concepts-but-feed', inSource('import-export'), [
      inSource(...concepts.filter((concept) => concept !== 'feed')),
    ]),
    mayImport(
      'editorial-uses-concepts',
      inSource('editorial'),
      [inSource(...concepts)],
      'Projections of the feed included: a publication is written with them.',
    ),
    {
      name: 'payload-is-passed-into-editorial-and-jobs',
      severity: 'error',
      from: { path: inSource('editorial', 'jobs'), pathNot: tests },
      to: { path: nodeModules('(express|next|react|mongodb|mongoose|@libsql/.*|libsql|drizzle-orm)(/|$)') },
    },
    mayImport('collections-wire', '^collections/', [
      '^(access|hooks|media)/',
      inSource('editorial', ...concepts),
      '^src/config/env\\.ts$',
    ]),
    mayImport('hooks-ask-concepts-and-editorial', '^hooks/', [inSource('editorial', ...concepts), '^media/']),
    mayImport('access-asks-tenancy', '^access/', [inSource('tenancy', 'accounts', 'publication', 'shared')]),
    mayImport('media-asks-publication', '^media/', [inSource('publication', 'shared')]),
    mayImport('http-serves-concepts', inSource('http'), [
      inSource('feed', 'publication', 'calendar', 'shared', 'privacy'),
    ]),
    mayImport('jobs-call-editorial', inSource('jobs'), [inSource('editorial', ...concepts)]),
    mayImport('admin-shows-concepts', inSource('admin', 'citizen'), [
      inSource(...concepts.filter((concept) => concept !== 'feed')),
    ]),
    mayImport(
      'embed-knows-the-words',
      inSource('embed'),
      [inSource('calendar', 'publication', 'feed')],
      'A script for the pages of others: labels at run time, of the feed nothing but its shapes as types.',
    ),
    {
      name: 'embed-stays-small',
      severity: 'error',
      from: { path: inSource('embed'), pathNot: tests },
      to: { path: inSource('feed'), ...notATypeOnly },
    },
    mayImport('next-shows-the-admin', inSource('app'), [inSource('admin'), '^payload\\.config\\.ts$']),
    mayImport('config-knows-the-database', inSource('config'), [
      inSource('feed', 'publication', 'shared', 'accounts', 'mail', 'privacy'),
    ]),
    {
      name: 'only-two-files-wire',
      severity: 'error',
      comment: 'src/server.ts and payload.config.ts wire; commands start them.',
      from: {
        path: ours,
        pathNot: ['^src/server\\.ts$', '^payload\\.config\\.ts$', '^src/(scripts|app)/', '^tests/', tests],
      },
      to: { path: ['^payload\\.config\\.ts$', '^src/server\\.ts$', '^src/scripts/'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: ours, pathNot: ['^tests/', tests] },
      to: { path: ['^tests/', tests] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { pathNot: '^src/app/' },
      to: { couldNotResolve: true, pathNot: '^@payload-config$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|var)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['production', 'node', 'import', 'default'],
      exportsFields: ['exports'],
    },
  },
}
