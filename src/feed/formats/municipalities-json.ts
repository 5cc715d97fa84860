import type { FeedIndex } from '../feed-index.js'
import { municipalityJson } from './item-json.js'
import { feedUrl } from './setting.js'
import type { MunicipalityData } from '../../publication/public-data.js'

/** The municipalities that are visible now: `GET /feed/v1`. */
export function municipalitiesJson(index: FeedIndex, baseUrl: string, now: Date): { items: unknown[] } {
  const items = index.municipalities().flatMap((one) => {
    const row = one.municipality()
    if (!row || one.presence(row, now).status !== 200) return []
    const municipality = row.data as MunicipalityData
    const setting = { baseUrl, municipality }
    const { kind, id, name, country, languages, zone, logo, colour, url } = municipalityJson(
      municipality,
      setting,
    )
    return [{ kind, id, name, country, languages, zone, logo, colour, url, feed: feedUrl(setting) }]
  })
  return { items }
}
