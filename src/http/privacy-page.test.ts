import { describe, expect, it } from 'vitest'
import { sessionLastsAtMost } from '../editorial/accounts/sessions.js'
import { municipalityData, publicationOf } from '../feed/examples/publications.js'
import { keptOfPeople } from '../privacy/processing/stored-data.js'
import { ask, index, rows, serveFeed } from './examples/served-feed.js'
import { privacyPage, type DeclaredProcessing } from './pages/privacy-page.js'

serveFeed()

const setting = {
  baseUrl: 'https://torg.example',
  adminUrl: '/admin',
  language: 'sv' as const,
  now: new Date('2026-11-23T12:00:00Z'),
}
const nobody: DeclaredProcessing = { operator: null, processors: null, connections: [] }
const pageWith = (
  privacy: NonNullable<(typeof municipalityData)['privacy']>,
  declared = nobody,
  more: object = {},
) => privacyPage({ ...municipalityData, ...more, privacy }, declared, setting)
const unsaid = { controller: null, contact: null, periods: null }

describe('the privacy page of a municipality', () => {
  it('is served like the other pages: no cookie, no script, the same policy, the same answer each time', async () => {
    const [page, again, other] = [
      await ask('/hagby/privacy'),
      await ask('/hagby/privacy'),
      await ask('/hagby'),
    ]
    expect(page.status).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
    for (const name of ['content-security-policy', 'referrer-policy', 'cache-control', 'vary'])
      expect([name, page.headers[name]]).toEqual([name, other.headers[name]])
    expect(page.text).not.toMatch(/<script|<form|http:\/\//)
    expect(again.bytes.equals(page.bytes)).toBe(true)
    expect((await ask('/hagby/privacy', { method: 'HEAD' })).headers.etag).toBe(page.headers.etag)
  })

  it.each([
    ['sv', 'Personuppgifter'],
    ['nb', 'Personopplysninger'],
    ['en', 'Personal data'],
  ])('speaks %s', async (language, title) => {
    const page = await ask(`/hagby/privacy?lang=${language}`)
    expect(page.text).toContain(`<html lang="${language}">`)
    expect(page.text).toContain(`<h1>${title}</h1>`)
    for (const word of ['payload-token', 'Molnet &lt;AB&gt;', 'Drift &amp; Co', 'Hagby kommun', 'imy.se'])
      expect(page.text).toContain(word)
    expect(page.text).not.toContain('db.molnet.example')
  })

  it('says how long everything is kept that holds something of people, and nothing twice', async () => {
    const { text } = await ask('/hagby/privacy')
    const kept = keptOfPeople({})
    expect(kept.length).toBeGreaterThan(12)
    for (const { name } of kept) expect(text.split(`<th scope="row">${name.sv}</th>`)).toHaveLength(2)
    expect(text).toContain('24 månader')
    expect(text).toContain('till natten därpå')
  })

  it('says the shorter times of the municipality, and never a longer one', () => {
    const of = (periods: object) => pageWith({ ...unsaid, periods })
    const line = (text: string) => /Loggen<\/th><td>[^<]*<\/td><td>([^<]*)/.exec(text)![1]
    expect(line(of({}))).toBe('36 månader')
    expect(line(of({ log: 12 }))).toBe('12 månader')
    expect(line(of({ log: 99 }))).toBe('36 månader')
    expect(line(of({ log: 1 }))).toBe('1 månad')
  })

  it('names who answers for it: the authority that the municipality names, else the municipality', () => {
    const named = { controller: 'Hagby <nämnd>', contact: 'dso@hagby.example', periods: null }
    expect(pageWith(named)).toContain('<dd>Hagby &lt;nämnd&gt;</dd>')
    expect(pageWith(named)).toContain('<a href="mailto:dso@hagby.example">')
    expect(pageWith(unsaid)).toContain('<dd>Hagby kommun</dd>')
    expect(pageWith({ ...unsaid, contact: 'https://hagby.example/dso' })).toContain(
      '<a href="https://hagby.example/dso">',
    )
    for (const contact of ['javascript:alert(1)', 'Brevlådan', 'a@b?cc=c@d'])
      expect(pageWith({ ...unsaid, contact })).not.toMatch(/href="(javascript|mailto:a@b\?)/)
  })

  it('says where people complain in each country that Torg knows', () => {
    for (const [country, host] of [
      ['SE', 'www.imy.se'],
      ['NO', 'www.datatilsynet.no'],
      ['DK', 'www.datatilsynet.dk'],
      ['FI', 'tietosuoja.fi'],
    ])
      expect(pageWith(unsaid, nobody, { country })).toContain(`https://${host}/`)
  })

  it('says what was declared of providers, that there are none, or that nobody has said so', () => {
    const processor = { name: 'Sky Inc', services: ['hosting' as const], region: null, hosts: [] }
    const abroad = {
      operator: null,
      processors: [{ ...processor, countries: ['US', 'SE'], ground: 'standard-clauses' as const }],
      connections: [],
    }
    expect(pageWith(unsaid)).toContain('inte angivet')
    expect(pageWith(unsaid, { operator: null, processors: [], connections: [] })).toContain(
      'Inga andra leverantörer',
    )
    const text = pageWith(unsaid, abroad)
    expect(text).toContain('USA, Sverige (utanför EU och EES; grund: EU-kommissionens standardavtal')
    expect(text).not.toContain('inom EU och EES')
    const inside = {
      operator: null,
      processors: [{ ...processor, countries: ['NO'], ground: null }],
      connections: [],
    }
    expect(pageWith(unsaid, inside)).toContain('inom EU och EES')
    // A host that nobody declared: it is said that there is more, and not where all of it is.
    const mail = { use: 'e-mail' as const, host: 'smtp.mail.example', reach: 'elsewhere' as const }
    const more = pageWith(unsaid, { ...inside, connections: [mail] })
    expect(more).toContain('Fler leverantörer används')
    expect(more).not.toContain('inom EU och EES')
    const none = pageWith(unsaid, { operator: null, processors: [], connections: [mail] })
    expect(none).toContain('inte angivet')
    expect(none).not.toContain('Inga andra leverantörer')
  })

  it('says of the login cookie what is so: it ends within a day', () => {
    expect(sessionLastsAtMost).toBe(24 * 3_600_000)
    expect(pageWith(unsaid)).toContain('högst ett dygn')
  })

  it('is linked from each page of the municipality and from the manifest', async () => {
    for (const path of [
      '/hagby',
      '/hagby/e/oppen-traning-e1',
      '/hagby/p/vattnet-stangs-av-n1',
      '/hagby/e/nothing',
      '/hagby/e/withdrawn',
    ]) {
      const { text } = await ask(path)
      expect([path, text.includes('href="/hagby/privacy?lang=sv"')]).toEqual([path, true])
    }
    const manifest = (await ask('/feed/v1/hagby')).json as { links: Record<string, string> }
    expect(manifest.links.privacy).toBe('https://torg.example/hagby/privacy')
    expect((await ask('/hagby/privacy')).status).toBe(200)
  })

  it('is there only for a municipality that is open, and under no other address', async () => {
    expect((await ask('/stangd/privacy')).status).toBe(410)
    for (const path of ['/hagby/privacy/more', '/nowhere/privacy', '/privacy'])
      expect([path, (await ask(path)).status]).toEqual([path, 299])
  })

  it('tells the new contact as soon as it is saved, and the feed tells nothing of it', async () => {
    const privacy = { controller: 'Kulturnämnden', contact: 'dso@hagby.example', periods: { log: 12 } }
    rows.push(publicationOf({ ...municipalityData, privacy }))
    await index.catchUp()
    expect((await ask('/hagby/privacy')).text).toContain('Kulturnämnden')
    for (const path of ['/feed/v1/hagby', '/feed/v1', '/feed/v1/hagby/changes?after=0'])
      expect((await ask(path)).text).not.toMatch(/Kulturnämnden|dso@|"periods"|"privacy":\{/)
  })
})
