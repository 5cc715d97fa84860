import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { everyRow, withIds } from '../../shared/every-row.js'
import { rowsOf } from './erasure-rows.js'

/** Where the files of pictures lie, and where strays are set aside. */
const folders = ['', 'stray']

/**
 * Removes the files of pictures that this database has erased, which a copy of the folder that was put back has brought
 * along: the database may know nothing of them any more. The file of a picture that it still has stays, unless it was
 * taken back and nothing holds its file.
 */
export async function removeErasedFiles(payload: Payload): Promise<void> {
  const rows = await rowsOf(payload, {
    and: [{ settled: { equals: true } }, { kind: { in: ['media', 'consent'] } }],
  })
  const ids = new Set(rows.map(({ id }) => id))
  if (ids.size === 0) return
  const { upload } = payload.collections.media!.config
  const home = (upload as { staticDir?: string }).staticDir ?? ''
  for (const folder of folders) {
    const names = await readdir(path.join(home, folder)).catch(() => [] as string[])
    const gone = names.filter((name) => ids.has(pictureOf(name)))
    const kept = await stillThere(payload, [...new Set(gone.map(pictureOf))])
    for (const name of gone)
      if (!kept.has(pictureOf(name))) await rm(path.join(home, folder, name), { force: true })
  }
}

/** The id by which a file is named: `{id}.webp`, and renditions `{id}-w{width}.webp`. */
const pictureOf = (name: string): string => name.replace(/(?:-w\d+)?\.webp$/, '')

/** Of some pictures those that the database shows, or whose files it is itself about to destroy, or holds back. */
async function stillThere(payload: Payload, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  const portion = 100
  for (let at = 0; at < ids.length; at += portion)
    for (const row of await everyRow(payload, 'media', withIds(ids.slice(at, at + portion))))
      if (row.withdrawn !== true || row.filesDue === true) kept.add(String(row.id))
  return kept
}
