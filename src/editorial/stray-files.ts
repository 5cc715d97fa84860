import { lstat, mkdir, opendir, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'

/** An upload is long over after this, in milliseconds: what has no row by then never gets one. */
const longOver = 3_600_000
const batchSize = 200
/** Beside the pictures: what was set aside lies here, out of everybody's reach. */
const aside = 'stray'
/** It is destroyed after so long, in milliseconds: long enough to notice that a database was an old copy. */
const keptAside = 30 * 86_400_000

/** What Torg itself calls the files of a picture: the original, and renditions by their width. Others are not ours. */
const ofPicture = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-w\d+)?\.webp$/

/**
 * Sets aside the files that a process left in the media folder when it died in the middle of an upload: older than an
 * hour, of a picture that no row knows. They are destroyed 30 days later, so that the pictures of a newer database are
 * there still when an older copy was started by mistake; what the database knows again comes back first. Where more files
 * would go than stay, none does: then the folder and the database do not belong together. Another process may do the
 * same at the same time. Returns how many were set aside.
 */
export async function removeStrayFiles(payload: Payload, now: Date): Promise<number> {
  const folder = (payload.collections.media!.config.upload as { staticDir?: string }).staticDir ?? ''
  await lookThroughAside(payload, folder, now)
  const stray: string[] = []
  let known = 0
  for await (const names of filesInBatches(folder)) {
    const pictures = await picturesOf(payload, names)
    const unknown = names.filter((name) => !pictures.has(originalOf(name)))
    known += names.length - unknown.length
    for (const name of unknown) if (await isLongOver(path.join(folder, name), now)) stray.push(name)
  }
  if (stray.length === 0) return 0
  if (stray.length > known) {
    // What an operator does about it stands in docs/operations.md.
    payload.logger.warn({ code: 'folder-of-another-database', count: stray.length }, 'stray files')
    return 0
  }
  await mkdir(path.join(folder, aside), { recursive: true })
  let moved = 0
  for (const name of stray) if (await setAside(folder, name, now)) moved += 1
  payload.logger.info({ code: 'set-aside', count: moved }, 'stray files')
  return moved
}

/**
 * Its time is that of being set aside, and is written first: a file that lies aside with the time of its upload would be
 * destroyed at the next start.
 */
const setAside = (folder: string, name: string, now: Date): Promise<boolean> =>
  unlessGone(async () => {
    await utimes(path.join(folder, name), now, now)
    await rename(path.join(folder, name), path.join(folder, aside, name))
  })

/** Brings back what the database knows again, and destroys what it has not known for long enough. */
async function lookThroughAside(payload: Payload, folder: string, now: Date): Promise<void> {
  let back = 0
  for await (const names of filesInBatches(path.join(folder, aside))) {
    const pictures = await picturesOf(payload, names)
    for (const name of names) {
      const [kept, home] = [path.join(folder, aside, name), path.join(folder, name)]
      if (pictures.has(originalOf(name)) && (await lstat(home).catch(() => null)) === null) {
        if (await unlessGone(() => rename(kept, home))) back += 1
      } else if (await isLongOver(kept, now, keptAside)) await rm(kept, { force: true })
    }
  }
  if (back > 0) payload.logger.info({ code: 'brought-back', count: back }, 'stray files')
}

/** Whether it was done; false where another process has moved or removed the file meanwhile. */
async function unlessGone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

const originalOf = (name: string): string => `${ofPicture.exec(name)![1]}.webp`

/** Plain files by their own entry in the folder, so that no link is followed. */
async function* filesInBatches(folder: string): AsyncGenerator<string[]> {
  let names: string[] = []
  const entries = await opendir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (!entries) return
  for await (const entry of entries) {
    if (!entry.isFile() || !ofPicture.test(entry.name)) continue
    names.push(entry.name)
    if (names.length < batchSize) continue
    yield names
    names = []
  }
  if (names.length > 0) yield names
}

/** Which of these files belong to a picture that has a row, by the names of the originals. */
async function picturesOf(payload: Payload, names: string[]): Promise<Set<string>> {
  const { docs } = await payload.db.find<{ id: string; filename?: string | null }>({
    collection: 'media',
    where: { filename: { in: [...new Set(names.map(originalOf))] } },
    select: { filename: true },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ filename }) => String(filename)))
}

/** One that another process has removed meanwhile is no matter. */
async function isLongOver(file: string, now: Date, age = longOver): Promise<boolean> {
  const facts = await lstat(file).catch(() => null)
  return facts?.isFile() === true && now.getTime() - facts.mtimeMs > age
}
