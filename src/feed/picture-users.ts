import type { Publication } from '../publication/publication.js'

/** Which publications show a picture, by its id. */
export interface PictureUsers {
  add(row: Publication): void
  remove(row: Publication): void
  of(picture: string): readonly Publication[]
}

export function createPictureUsers(): PictureUsers {
  const users = new Map<string, Publication[]>()
  return {
    add(row) {
      for (const id of row.pictures) users.set(id, [...(users.get(id) ?? []), row])
    },
    remove(row) {
      for (const id of row.pictures) {
        const left = users.get(id)?.filter((one) => one !== row) ?? []
        if (left.length > 0) users.set(id, left)
        else users.delete(id)
      }
    },
    of: (picture) => users.get(picture) ?? [],
  }
}
