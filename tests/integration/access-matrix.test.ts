import { afterAll, beforeAll, expect, it } from 'vitest'
import { roleTable } from '../../src/tenancy/scope.js'
import { expectations } from '../support/access-expectations.js'
import { walkMatrix } from '../support/access-checker.js'
import { twoMunicipalities, type Stage } from '../support/two-municipalities.js'
import { describeHere, startForTests, type Running } from '../support/torg.js'

type Rule = (args: { req: { user: unknown } }) => unknown

describeHere('who reaches what', () => {
  let torg: Running
  let stage: Stage

  beforeAll(async () => {
    torg = await startForTests()
    stage = await twoMunicipalities(torg)
  }, 600_000)
  afterAll(() => torg?.stop())

  it('has an expectation for each collection of the running config, and for no other', () => {
    const running = Object.keys(torg.payload.collections)
    const optional = ['payload-jobs', 'payload-locked-documents', 'payload-kv', 'payload-migrations']
    expect(running.filter((slug) => !expectations[slug])).toEqual([])
    expect(
      Object.keys(expectations).filter((slug) => !running.includes(slug) && !optional.includes(slug)),
    ).toEqual([])
  })

  it('leaves no rule of any collection at the default of the framework, which is any account', async () => {
    const left: string[] = []
    for (const { config } of Object.values(torg.payload.collections)) {
      const access = config.access as unknown as Record<string, Rule | undefined>
      const wanted = [
        'create',
        'read',
        'update',
        'delete',
        'readVersions',
        'unlock',
        ...(config.auth ? ['admin'] : []),
      ]
      for (const name of wanted) {
        const rule = access[name]
        // An account that the rules know nothing of: the default would let it do everything.
        const stranger = { id: 'x', collection: 'accounts' }
        const answer = rule ? await rule({ req: { user: stranger, payload: torg.payload } as never }) : true
        if (answer !== false) left.push(`${config.slug}.${name}`)
      }
    }
    expect(left).toEqual([])
  })

  it('is as the table says in every cell: see the number of cells below', { timeout: 900_000 }, async () => {
    const { cells, mismatches } = await walkMatrix(stage)
    console.info(
      `access matrix: ${cells} cells over ${Object.keys(torg.payload.collections).length} collections`,
    )
    expect(mismatches.join('\n')).toBe('')
    expect(cells).toBeGreaterThan(6000)
  })

  it(
    'turns red for a rule that is opened and for a scope that is dropped',
    { timeout: 300_000 },
    async () => {
      const access = (slug: string) =>
        torg.payload.collections[slug as 'events']!.config.access as unknown as Record<string, unknown>
      const replace = <T extends object, K extends keyof T>(of: T, key: K, value: T[K]) => {
        const before = of[key]
        of[key] = value
        return () => {
          of[key] = before
        }
      }
      const mutants: Record<string, [string, 'read' | 'update' | 'create', () => () => void]> = {
        'anyone reads events': ['events', 'read', () => replace(access('events'), 'read', () => true)],
        'anyone with an account reads the log': [
          'moderation-log',
          'read',
          () =>
            replace(access('moderation-log'), 'read', ({ req }: { req: { user: unknown } }) =>
              Boolean(req.user),
            ),
        ],
        'a contributor reads the posts of all organisations': [
          'posts',
          'read',
          () => replace(roleTable.posts.read!, 'contributor', 'municipality'),
        ],
        'an editor reads events everywhere': [
          'events',
          'read',
          () => replace(roleTable.events.read!, 'editor', 'all'),
        ],
        'an auditor changes places': [
          'places',
          'update',
          () => replace(roleTable.places.update!, 'auditor', 'municipality'),
        ],
        'a contributor changes accounts': [
          'accounts',
          'update',
          () => replace(roleTable.accounts.update!, 'contributor', 'all'),
        ],
        'anyone opens pictures': ['media', 'read', () => replace(access('media'), 'read', () => true)],
        'an auditor makes categories': [
          'categories',
          'create',
          () => replace(roleTable.categories.create!, 'auditor', 'municipality'),
        ],
      }
      const alive: string[] = []
      for (const [name, [collection, operation, mutate]] of Object.entries(mutants)) {
        const restore = mutate()
        const { mismatches } = await walkMatrix(stage, [collection], [operation])
        restore()
        if (mismatches.length === 0) alive.push(name)
      }
      expect(alive).toEqual([])
      const again = await walkMatrix(stage, ['events', 'posts'], ['read'])
      expect(again.mismatches).toEqual([])
    },
  )
})
