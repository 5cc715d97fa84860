/** Small letters without marks and punctuation, for recognising the same name again. */
export const searchName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

interface Spot {
  name: string
  latitude: number | null
  longitude: number | null
}

const earthRadius = 6_371_000
/** Places of a similar name within this many metres are the same place. */
export const sameWithin = 100

/** Metres between two points, by the haversine formula on a sphere: exact enough for a street. */
export function metresBetween(a: Spot, b: Spot): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = radians(b.latitude - a.latitude)
  const east = radians(b.longitude - a.longitude)
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Whether two places are likely the same: one name holds the other, and they lie within 100 m where both lie anywhere. */
export function similarPlace(a: Spot, b: Spot): boolean {
  const [one, other] = [searchName(a.name), searchName(b.name)]
  if (one === '' || other === '') return false
  const alike = one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `)
  const metres = metresBetween(a, b)
  return alike && (metres === null ? one === other : metres <= sameWithin)
}
