import type { PublicItem } from './public-data.js'

/** The public facts of an item without one of its pictures. */
export function withoutPicture(data: PublicItem, id: string): PublicItem {
  if (data.kind === 'event' || data.kind === 'post')
    return { ...data, pictures: data.pictures.filter((picture) => picture.id !== id) }
  if (data.kind === 'organisation' || data.kind === 'municipality')
    return data.logo?.id === id ? { ...data, logo: null } : data
  return data
}
