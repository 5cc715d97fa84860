import type { DemoMunicipality } from '../demo-shape.js'
import { audiences, categories } from '../vocabulary.js'

export const municipality: DemoMunicipality = {
  slug: 'hagby',
  name: 'Hagby kommun',
  country: 'SE',
  languages: ['sv', 'en'],
  zone: 'Europe/Stockholm',
  colour: '#1f5a86',
  mode: { calendar: 'pre', community: 'pre' },
  editorsMayPublish: true,
  secondFactor: 'offered',
  loginPolicy: 'any',
  postDaysVisible: 90,
  leadTime: 5,
  decisionTime: 2,
  controller: { name: 'Kommunstyrelsen i Hagby kommun', email: 'kommunstyrelsen@hagby.example' },
  dataProtectionContact: 'dataskydd@hagby.example',
  privacyNotice: {
    version: '3',
    url: 'https://www.hagby.example/dataskydd',
    text: {
      sv: 'Den som läser kalendern eller Community lämnar inga spår: vi sätter inga kakor, räknar inga besök och vet inte vem som frågar. Det du väljer att följa sparas bara i din egen telefon. Om den som skriver här lagrar vi inloggningen och vad som har publicerats, så länge som sidan om personuppgifter säger. Kommunstyrelsen är personuppgiftsansvarig. Du har rätt att få veta vad som finns om dig och att få fel rättade. Skriv till dataskydd@hagby.example.',
      en: 'Reading the calendar or Community leaves no trace: we set no cookies, count no visits and do not know who is asking. What you choose to follow is kept on your own phone only. About those who write here we store the login and what has been published, for as long as the page on personal data says. The municipal executive board is the controller. You have the right to learn what is stored about you and to have errors corrected. Write to dataskydd@hagby.example.',
    },
  },
  reportUrl: 'https://www.hagby.example/anmal-innehall',
  categories,
  audiences,
  areas: [
    { code: 'centrum', labels: { sv: 'Centrum', en: 'Town centre' } },
    { code: 'norrby', labels: { sv: 'Norrby', en: 'Norrby' } },
    { code: 'strandangen', labels: { sv: 'Strandängen', en: 'Strandängen' } },
    { code: 'hagaskog', labels: { sv: 'Hagaskog', en: 'Hagaskog' } },
    { code: 'ytterby', labels: { sv: 'Ytterby och landsbygden', en: 'Ytterby and the countryside' } },
  ],
  houseRules: [
    {
      code: 'open-to-all',
      surfaces: ['calendar'],
      wording: {
        sv: 'Evenemanget är öppet för alla, eller för en tydligt angiven målgrupp. Interna medlemsmöten hör inte hemma här.',
        en: 'The event is open to everyone or to a clearly named group. Internal members’ meetings do not belong here.',
      },
    },
    {
      code: 'respect',
      surfaces: ['calendar', 'community'],
      wording: {
        sv: 'Vi skriver om saker och inte om personer. Hån, hot och nedsättande ord publiceras inte.',
        en: 'We write about matters, not about people. Mockery, threats and degrading words are not published.',
      },
    },
    {
      code: 'no-advertising',
      surfaces: ['calendar', 'community'],
      wording: {
        sv: 'Reklam för varor och tjänster publiceras inte. Inträde, fika och lotter till föreningens verksamhet går bra.',
        en: 'Advertisements for goods and services are not published. Entrance fees, coffee and raffles for the association are fine.',
      },
    },
    {
      code: 'no-party-politics',
      surfaces: ['calendar', 'community'],
      wording: {
        sv: 'Valpropaganda publiceras inte. Debatter dit alla partier i fullmäktige är inbjudna är välkomna.',
        en: 'Election propaganda is not published. Debates to which all parties in the council are invited are welcome.',
      },
    },
    {
      code: 'own-pictures',
      surfaces: ['calendar', 'community'],
      wording: {
        sv: 'Använd bilder som ni har rätt till. Syns någon tydligt ska det finnas ett samtycke.',
        en: 'Use pictures that you have the right to use. Where someone can be recognised there must be consent.',
      },
    },
    {
      code: 'clear-facts',
      surfaces: ['calendar'],
      wording: {
        sv: 'Den som läser ska förstå vad som händer, var, när och vad det kostar, utan att behöva fråga.',
        en: 'Readers must understand what happens, where, when and at what price without having to ask.',
      },
    },
  ],
}
