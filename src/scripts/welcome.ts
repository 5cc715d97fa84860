import type { Payload } from 'payload'
import type { Settings } from '../config/env.js'
import { demoAccounts } from './demo-accounts.js'
import { demos, type DemoSlug } from './demo/resolve-demo.js'
import { demoState } from './prepare-demo.js'

const line = (label: string, value: string) => `  ${label.padEnd(26)}${value}`

/** Prints where to look and, in the demo, how to log in. */
export async function printWelcome(payload: Payload, settings: Settings): Promise<void> {
  const base = settings.publicUrl
  const { docs } = await payload.db.find<{ id: string; slug: string }>({
    collection: 'municipalities',
    where: { active: { equals: true } },
    sort: 'slug',
    limit: 5,
  })
  const slugs = docs.map((each) => each.slug)
  const lines = [
    '',
    `Torg is ready: ${base}`,
    '',
    line('Admin', `${base}/admin`),
    line('Public feed', `${base}/feed/v1`),
    ...slugs.flatMap((slug) => [
      line(`Coming events, ${slug}`, `${base}/${slug}`),
      line('  as a subscription', `${base}/feed/v1/${slug}/calendar.ics`),
    ]),
    ...(slugs.length === 0
      ? [line('Coming events', 'when an operator has added a municipality in the admin')]
      : []),
    line('API documentation', `${base}/feed/v1/docs`),
    ...(demoState().demo ? demoLines() : []),
    '',
    '  Ctrl-C ends it.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function demoLines(): string[] {
  const { password } = demoState()
  return [
    '',
    '  This is a demo. Accounts:',
    line('operator', 'runs the installation'),
    ...(Object.keys(demos) as DemoSlug[]).flatMap((slug) =>
      demoAccounts(slug).map(({ username, what }) => line(username, what)),
    ),
    '',
    password
      ? `  Password of all of them: ${password}`
      : '  The password was printed at the first start. Set TORG_DEMO_PASSWORD (15 characters or more) to choose another.',
  ]
}
