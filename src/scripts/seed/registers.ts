import type { Payload } from 'payload'
import { whileDrawing } from '../../../media/re-encode.js'
import type { ResolvedDemo } from '../demo/demo-shape.js'
import { renderPicture } from '../demo/pictures.js'
import type { DemoSlug } from '../demo/resolve-demo.js'
import { asSystem, type Made, type Row } from './people.js'

const wordsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([language, text]) => ({ language, text }))

export async function makeMunicipality(
  payload: Payload,
  slug: DemoSlug,
  { municipality }: ResolvedDemo,
): Promise<Made> {
  const row = (await payload.create({
    collection: 'municipalities',
    data: {
      name: municipality.name,
      slug,
      country: municipality.country,
      languages: municipality.languages,
      zone: municipality.zone,
      colour: municipality.colour,
      modeCalendar: municipality.mode.calendar,
      modeCommunity: municipality.mode.community,
      editorsMayPublish: municipality.editorsMayPublish,
      leadTimeDays: municipality.leadTime,
      decisionTimeDays: municipality.decisionTime,
      defaultPostDays: municipality.postDaysVisible,
      houseRules: municipality.houseRules.map((rule) => ({ ...rule, wording: wordsOf(rule.wording) })),
      audiences: municipality.audiences.map((each) => ({ ...each, labels: wordsOf(each.labels) })),
      areas: municipality.areas.map((each) => ({ ...each, labels: wordsOf(each.labels) })),
      controller: municipality.controller.name,
      dataProtectionContact: municipality.dataProtectionContact,
      privacyNoticeVersion: municipality.privacyNotice.version,
      privacyNotice: wordsOf(municipality.privacyNotice.text),
      privacyNoticeUrl: municipality.privacyNotice.url,
      reportUrl: municipality.reportUrl,
      loginPolicy: municipality.loginPolicy,
      active: true,
      demo: true,
    } as never,
    ...asSystem,
  })) as unknown as Row
  const none = () => new Map<string, string>()
  return {
    municipality: String(row.id),
    slug,
    zone: municipality.zone,
    organisations: none(),
    categories: none(),
    places: none(),
    pictures: none(),
    events: none(),
    accounts: new Map(),
  }
}

export async function makeRegisters(payload: Payload, demo: ResolvedDemo, made: Made): Promise<void> {
  for (const category of demo.municipality.categories) {
    const row = await payload.create({
      collection: 'categories',
      data: { ...category, labels: wordsOf(category.labels), municipality: made.municipality } as never,
      ...asSystem,
    })
    made.categories.set(category.code, String(row.id))
  }
  for (const { key, ...place } of demo.places) {
    const row = await payload.create({
      collection: 'places',
      data: { ...place, municipality: made.municipality, decided: true } as never,
      ...asSystem,
    })
    made.places.set(key, String(row.id))
  }
}

export async function makePictures(payload: Payload, demo: ResolvedDemo, made: Made): Promise<void> {
  for (const picture of demo.pictures) {
    const bytes = await whileDrawing(() => renderPicture(picture))
    const row = await payload.create({
      collection: 'media',
      data: {
        alt: picture.alt,
        credit: picture.credit,
        municipality: made.municipality,
        peopleShown: 'none',
      } as never,
      file: { data: bytes, mimetype: 'image/jpeg', name: `${picture.key}.jpg`, size: bytes.length },
      ...asSystem,
    })
    made.pictures.set(picture.key, String(row.id))
  }
}
