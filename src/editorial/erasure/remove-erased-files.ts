import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { everyRow, withIds } from '../../shared/every-row.js'
import { ledgerOf } from './ledger.js'

/** Where the files of pictures lie, and where strays are set aside. */
const folders = ['', 'stray']

/**
 * Removes the files of pictures that were erased, which a copy of the folder that was put back has brought along: the
 * database may know nothing of them any more. The file of a picture that is held stays until it is let go of.
 */
export async function removeErasedFiles(payload: Payload): Promise<void> {
  const { erased } = await ledgerOf(payload).read()
  const ids = new Set(erased.flatMap(({ kind, id }) => (kind === 'media' || kind === 'consent' ? [id] : [])))
  if (ids.size === 0) return
  const { upload } = payload.collections.media!.config
  const home = (upload as { staticDir?: string }).staticDir ?? ''
  for (const folder of folders) {
    const names = await readdir(path.join(home, folder)).catch(() => [] as string[])
    const gone = names.filter((name) => ids.has(pictureOf(name)))
    const due = await stillDue(payload, [...new Set(gone.map(pictureOf))])
    for (const name of gone)
      if (!due.has(pictureOf(name))) await rm(path.join(home, folder, name), { force: true })
  }
}

/** The id by which a file is named: `{id}.webp`, and renditions `{id}-w{width}.webp`. */
const pictureOf = (name: string): string => name.replace(/(?:-w\d+)?\.webp$/, '')

/** Of some pictures those whose files the database itself is about to destroy, or holds back. */
async function stillDue(payload: Payload, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await everyRow(payload, 'media', { and: [withIds(ids), { filesDue: { equals: true } }] })
  return new Set(rows.map(({ id }) => String(id)))
}
