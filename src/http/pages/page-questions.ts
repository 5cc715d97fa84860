import type { FeedIndex } from '../../feed/feed-index.js'
import { mayHaveFile, robotsText, sitemapFile, sitemapParts, sitePages } from '../../feed/formats/sitemap.js'
import type { Setting } from '../../feed/formats/setting.js'
import { createLanguages } from '../../feed/languages.js'
import type { Live, MunicipalityIndex } from '../../feed/municipality-index.js'
import type { PageItem } from '../../feed/page-address.js'
import type { Query } from '../../feed/parameters.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import { DomainError } from '../../shared/errors.js'
import { websitesFor, withCategories } from '../calendar-routes.js'
import { canonicalSearch } from '../feed-address.js'
import type { Question } from '../feed-questions.js'
import { html, pagePolicy } from '../page-frame.js'
import { Assembly } from '../pieces.js'
import { eventPage } from './event-page.js'
import { landingPage } from './landing-page.js'
import { municipalityPage, type Municipality } from './municipality-page.js'
import type { PageSetting } from './page-parts.js'
import { pageLanguage, type PageLanguage } from './page-words.js'
import { postPage } from './post-page.js'
import { privacyPage, type DeclaredProcessing } from './privacy-page.js'

export interface PagesOptions {
  index: FeedIndex
  processing: DeclaredProcessing
  baseUrl: string
  adminUrl: string
}

/** What a question was asked about has changed since it was found: whoever asks finds it anew. */
export class Outdated extends Error {}

/** Makes a page of what was found, as long as the municipality is what it was then. */
const whileAsFound = (one: Municipality, make: (at: Date) => string) => {
  const found = one.version()
  return (at: Date): string => {
    if (one.version() !== found) throw new Outdated()
    return make(at)
  }
}

export const pageHeaders = ['Content-Security-Policy', pagePolicy, 'Referrer-Policy', 'no-referrer'] as const
const common = { type: html, headers: pageHeaders, isPrivate: false } as const

/** A municipality that is open now, with what is public of itself; null for any other. */
export function openMunicipality(one: MunicipalityIndex, now: Date): Municipality | null {
  const row = one.municipality()
  return row && one.sees(row, now) ? { ...one, data: row.data as MunicipalityData } : null
}

/** The language of the page's own words: what was asked for, else the item's, else the first of the municipality's that we have. */
export function languageFor(
  asked: string | undefined,
  data: MunicipalityData | null,
  item?: { language: string },
): PageLanguage {
  const own = data?.languages.map((one) => pageLanguage(one)).find((one) => one !== null)
  return pageLanguage(asked) ?? pageLanguage(item?.language) ?? own ?? 'en'
}

export function pageQuestions({ index, baseUrl, adminUrl, processing }: PagesOptions) {
  const languageHere = createLanguages()
  const settingFor = (
    lang: string | undefined,
    now: Date,
    data: MunicipalityData | null,
    item?: PageItem,
  ): PageSetting => ({
    baseUrl,
    adminUrl,
    now,
    lang,
    language: languageFor(lang, data, item?.data),
  })
  const openNow = (now: Date): Municipality[] =>
    index.municipalities().flatMap((one) => openMunicipality(one, now) ?? [])

  /** What is made from all municipalities; true until one of them changes. */
  function ofAll(key: string, more: Pick<Question, 'make'> & Partial<Question>): Question {
    const source = { version: index.version, takenDownAt: () => 0, changedAfter: () => -Infinity }
    return {
      ...common,
      key: `page ${key}`,
      source,
      until: (now) => Math.min(Infinity, ...index.municipalities().map((one) => one.steadyUntil(now))),
      isPlain: true,
      ...more,
    }
  }

  return {
    settingFor,
    landing(lang: string | undefined): Question {
      // One page for each of our languages, in however many ways it is asked for.
      const language = pageLanguage(lang) ?? undefined
      return ofAll(`/ ${language ?? ''}`, {
        make(at) {
          const open = openNow(at)
          return landingPage(open, settingFor(language, at, open[0]?.data ?? null))
        },
      })
    },
    municipality(one: Municipality, { lang, ...place }: Query): Question {
      const language = languageFor(lang, one.data)
      return {
        ...common,
        key: `page /${one.slug} ${language}${canonicalSearch(place)}`,
        source: one,
        until: one.steadyUntil,
        isPlain: place.cursor === undefined && place.from === undefined,
        make: whileAsFound(one, (at) => municipalityPage(one, place, settingFor(language, at, one.data))),
      }
    },
    privacy(one: Municipality, lang: string | undefined): Question {
      const language = languageFor(lang, one.data)
      return {
        ...common,
        key: `page /${one.slug}/privacy ${language}`,
        source: one,
        until: one.steadyUntil,
        isPlain: true,
        make: whileAsFound(one, (at) =>
          privacyPage(one.data, processing, settingFor(language, at, one.data)),
        ),
      }
    },
    item(one: Municipality, item: PageItem, asked: string | undefined): Question {
      const lang = asked && languageHere(one, asked)
      return {
        ...common,
        key: `page /${one.slug}/${item.kind}/${item.id} ${lang ?? ''}`,
        source: one,
        until: (now) => Math.min(one.steadyUntil(now), closingOf(item, now)),
        isPlain: false,
        make: whileAsFound(one, (at) => {
          const setting = settingFor(lang, at, one.data, item)
          const bare: Setting = { baseUrl, municipality: one.data, lang }
          const here = withCategories({ municipality: one, setting: bare, now: at })
          if (item.kind === 'post') return postPage(item as Live<'post'>, here, setting)
          const event = item as Live<'event'>
          return eventPage(event, one, here, setting, websitesFor(event, { municipality: one, now: at }))
        }),
      }
    },
    /** `/sitemap.xml`, and `/sitemap-{number}.xml` where one file cannot hold all. */
    sitemap: (number: number | null): Question =>
      ofAll(`/sitemap ${number ?? ''}`, {
        type: 'application/xml; charset=utf-8',
        headers: [],
        make(at) {
          const none = () => new DomainError('not-found', 'There is no such part of the sitemap.')
          if (number !== null && !mayHaveFile(index, number)) throw none()
          const pages = sitePages(index, baseUrl, at)
          const parts = number === null ? sitemapParts(pages, baseUrl) : sitemapFile(pages, number)
          if (!parts) throw none()
          return new Assembly(parts)
        },
      }),
    robots: (): Question =>
      ofAll('/robots', {
        type: 'text/plain; charset=utf-8',
        headers: [],
        make: () => robotsText(baseUrl),
      }),
  }
}

/** When a page that says that one can book stops being true, in milliseconds. */
function closingOf({ data }: PageItem, now: Date): number {
  const closes = data.kind === 'event' ? Date.parse(data.booking?.closes ?? '') : NaN
  return closes > now.getTime() ? closes : Infinity
}
