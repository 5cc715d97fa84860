import { privacyUrl, type Setting } from '../../feed/formats/setting.js'
import { authorities } from '../../privacy/processing/authorities.js'
import { shownConnections, type Processing } from '../../privacy/processing/connections.js'
import { countryWords, serviceWords, transferWords } from '../../privacy/processing/processor-words.js'
import { outsideOf } from '../../privacy/processing/processors.js'
import { purposeCodes, purposes } from '../../privacy/processing/purposes.js'
import { controllerOf } from '../../privacy/processing/records.js'
import { keptOfPeople } from '../../privacy/processing/stored-data.js'
import { ownPeriodsOf } from '../../privacy/retention/own-periods.js'
import { groundWords, periodWords } from '../../privacy/retention/retention-words.js'
import type { MunicipalityData } from '../../publication/public-data.js'
import { escapeHtml } from '../../publication/rich-text.js'
import { link, pageFrame } from '../page-frame.js'
import { languageLinks, noticeOf, type PageSetting } from './page-parts.js'
import { pageWords, type PageLanguage } from './page-words.js'
import { privacyWords } from './privacy-words.js'

/** What of the settings the page tells: no host, no address of the installation. */
export type DeclaredProcessing = Pick<Processing, 'operator' | 'processors' | 'connections'>

/** The one cookie of Torg, which only those who log in get: the framework's prefix and its word. */
const loginCookie = 'payload-token'

/** What a municipality does with data of people, made of the retention table, its settings and the installation's. */
export function privacyPage(
  data: MunicipalityData,
  { operator, processors, connections }: DeclaredProcessing,
  setting: PageSetting,
): string {
  const { baseUrl, language } = setting
  const words = privacyWords[language]
  const here: Setting = { baseUrl, municipality: data, lang: language }
  const home = `${baseUrl}/${encodeURIComponent(data.id)}?lang=${language}`
  const controller = controllerOf({ controller: data.privacy?.controller ?? null, name: data.name })
  const section = (heading: string, ...body: string[]): string => `<h2>${heading}</h2>${body.join('')}`
  const said = (text: string): string => `<p>${text}</p>`
  return pageFrame(
    language,
    `${words.title} · ${data.name}`,
    `<header>${languageLinks(privacyUrl(here), language, language)}<p class="home">${link(home, data.name)}</p></header>` +
      `<main><h1>${words.title}</h1>` +
      (data.demo ? `<p class="note">${pageWords[language].demo}</p>` : '') +
      section(words.readers, said(words.readersText), said(words.around)) +
      section(
        words.publishers,
        said(words.publishersText),
        said(words.cookie.replace('{cookie}', `<code>${loginCookie}</code>`)),
      ) +
      section(words.named, said(words.namedText), said(words.others)) +
      section(words.why, reasons(language)) +
      section(words.howLong, said(words.howLongText), periods(data, language)) +
      section(
        words.who,
        facts([
          [words.controller, escapeHtml(controller)],
          ...(operator ? [[words.operator, escapeHtml(operator.name)] as const] : []),
        ]),
        `<h3>${words.helpers}</h3>`,
        helpers({ processors, connections }, language),
      ) +
      section(words.rights, said(words.rightsText)) +
      section(
        words.questions,
        `<p>${words.questionsText} ${contactOf(data.privacy?.contact ?? null, controller)}</p>`,
        complaint(data, language),
      ) +
      `</main><footer>${noticeOf(data, language, null)}<p>${link(home, pageWords[language].all)}</p></footer>`,
    `<link rel="canonical" href="${escapeHtml(privacyUrl(here))}">`,
  )
}

const facts = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`

/** The purposes with their grounds, and the consents of those who are named or seen. */
function reasons(language: PageLanguage): string {
  const lines = purposeCodes.map(
    (code) => `${purposes[code].name[language]}: ${groundWords[purposes[code].ground][language]}.`,
  )
  const named = `${privacyWords[language].named}: ${groundWords['public-task'][language]}; ${groundWords.consent[language]}.`
  return `<ul>${[...lines, named].map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
}

/** How long what is kept of people is kept here, at most. */
function periods(data: MunicipalityData, language: PageLanguage): string {
  const { what, from, longest } = privacyWords[language]
  const rows = keptOfPeople(ownPeriodsOf(data.privacy?.periods ?? null)).map(
    ({ name, from: trigger, period, doneBy }) =>
      `<tr><th scope="row">${escapeHtml(name[language])}</th><td>${escapeHtml(trigger[language])}</td>` +
      `<td>${escapeHtml(periodWords(period, doneBy, language))}</td></tr>`,
  )
  const head = [what, from, longest].map((word) => `<th scope="col">${word}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function helpers(declared: Omit<DeclaredProcessing, 'operator'>, language: PageLanguage): string {
  const words = privacyWords[language]
  const { processors } = declared
  if (!processors) return `<p>${words.helpersUnknown}</p>`
  // Nothing is said of where all of it is while somebody handles it whom nobody has named.
  const unnamed = shownConnections(declared).some((one) => one.undeclared)
  if (processors.length === 0 && unnamed) return `<p>${words.helpersUnknown}</p>`
  if (processors.length === 0) return `<p>${words.noHelpers}</p>`
  const all = processors.map((one) => {
    const places = one.countries.map((code) => countryWords(code, language)).join(', ')
    const ground =
      outsideOf(one).length > 0 && one.ground
        ? ` (${words.onGround.replace('{ground}', transferWords[one.ground][language])})`
        : ''
    const where = `${places}${one.region ? `, ${one.region}` : ''}${ground}`
    const does = one.services.map((service) => serviceWords[service][language]).join(', ')
    return `<h4>${escapeHtml(one.name)}</h4>${facts([
      [words.does, escapeHtml(does)],
      [words.where, escapeHtml(where)],
    ])}`
  })
  const inside = processors.every((one) => outsideOf(one).length === 0)
  const sum = unnamed ? words.alsoUnnamed : inside ? words.allInside : null
  return `${sum ? `<p>${sum}</p>` : ''}${all.join('')}`
}

/** The contact as a link where it is an address of e-mail or of a page; whoever is responsible where there is none. */
function contactOf(contact: string | null, controller: string): string {
  if (!contact) return escapeHtml(controller)
  if (/^https:\/\/[^\s]+$/.test(contact)) return link(contact, contact)
  return /^[^\s@:/?]+@[^\s@:/?]+$/.test(contact) ? link(`mailto:${contact}`, contact) : escapeHtml(contact)
}

function complaint({ country }: MunicipalityData, language: PageLanguage): string {
  const authority = authorities[country]
  if (!authority) return ''
  const name = link(authority.url, authority.name[language])
  return `<p>${privacyWords[language].complain.replace('{authority}', name)}</p>`
}
