import type { Newsroom } from './newsroom.js'
import type { Stored } from './torg-process.js'

/** A picture that was taken back stays so, or is gone with an erasure; nothing public shows it, and its files are gone. */
export function takenBackUnshown({ media, publications }: Stored, { desk }: Newsroom): string[] {
  const told = desk.withdrawals.filter((one) => one.status === 200).map((one) => one.picture)
  const breaches = media
    .filter((row) => told.includes(row.id) && row.withdrawn !== true)
    .map((row) => `picture ${row.id}: an acknowledged withdrawal of consent is undone`)
  const takenBack = media.filter((row) => row.withdrawn === true)
  for (const row of takenBack)
    if (row.filesDue || row.alt) breaches.push(`picture ${row.id} was taken back and is not destroyed`)
  for (const row of media)
    if (row.outbox || row.outboxCause) breaches.push(`picture ${row.id}: the outbox is not empty`)
  for (const id of new Set([...told, ...takenBack.map((row) => row.id)])) {
    const shown = publications.filter((one) => JSON.stringify([one.pictures, one.data]).includes(id))
    breaches.push(...shown.map((one) => `picture ${id} was taken back and is public in ${one.id}`))
  }
  return breaches
}
