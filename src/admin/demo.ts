import type { Payload } from 'payload'

/** Whether this is a demo. Asked as the system: a banner must not depend on who may see which municipality. */
export async function isDemo(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'municipalities',
    where: { demo: { equals: true } },
    overrideAccess: true,
  })
  return totalDocs > 0
}
