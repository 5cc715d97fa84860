/** Days after which a role is looked at again, and days after which an account that nobody uses is disabled. */
export const reviewEvery = 90
export const unusedFor = 180

const aDay = 86_400_000

/** `YYYY-MM-DD` this many days before. */
export const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * aDay).toISOString().slice(0, 10)

/** Whether an account is unused: neither used, nor made, nor enabled again since. Days as `YYYY-MM-DD`. */
export function isUnused(
  { lastActive, activeFrom }: { lastActive: string | null; activeFrom: string | null },
  now: Date,
): boolean {
  const last = [lastActive, activeFrom]
    .filter((each): each is string => each !== null)
    .sort()
    .at(-1)
  return last !== undefined && last < daysBefore(now, unusedFor)
}
