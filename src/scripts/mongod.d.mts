export function findMongodb(env?: Record<string, string | undefined>): Promise<{
  uri?: string
  binary?: string
  version?: string
  missing?: string
}>
