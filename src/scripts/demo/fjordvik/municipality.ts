import type { DemoMunicipality } from '../demo-shape.js'
import { audiences, categories } from '../vocabulary.js'

export const municipality: DemoMunicipality = {
  slug: 'fjordvik',
  name: 'Fjordvik kommune',
  country: 'NO',
  languages: ['nb', 'en'],
  zone: 'Europe/Oslo',
  colour: '#0f5c55',
  mode: { calendar: 'pre', community: 'post' },
  editorsMayPublish: true,
  secondFactor: 'offered',
  loginPolicy: 'any',
  postDaysVisible: 90,
  leadTime: 3,
  decisionTime: 2,
  controller: { name: 'Fjordvik kommune ved kommunedirektøren', email: 'postmottak@fjordvik.example' },
  dataProtectionContact: 'personvernombud@fjordvik.example',
  privacyNotice: {
    version: '2',
    url: 'https://www.fjordvik.example/personvern',
    text: {
      nb: 'Du kan lese kalenderen og Community uten å legge igjen spor: vi bruker ingen informasjonskapsler, teller ingen besøk og vet ikke hvem som spør. Valgene dine lagres bare på din egen telefon. Om den som skriver her, lagrer vi innloggingen og det som er publisert, så lenge som siden om personopplysninger sier. Kommunedirektøren er behandlingsansvarlig. Du har rett til innsyn og til å få rettet feil. Skriv til personvernombud@fjordvik.example.',
      en: 'You can read the calendar and Community without leaving a trace: we use no cookies, count no visits and do not know who is asking. Your choices stay on your own phone. About those who write here we store the login and what was published, for as long as the page on personal data says. The chief municipal executive is the controller. You have the right of access and to have errors corrected. Write to personvernombud@fjordvik.example.',
    },
  },
  reportUrl: 'https://www.fjordvik.example/meld-fra',
  categories,
  audiences,
  areas: [
    { code: 'sentrum', labels: { nb: 'Sentrum', en: 'Town centre' } },
    { code: 'nordsida', labels: { nb: 'Nordsida', en: 'Nordsida' } },
    { code: 'bakkelia', labels: { nb: 'Bakkelia', en: 'Bakkelia' } },
    { code: 'holmen', labels: { nb: 'Holmen og øyene', en: 'Holmen and the islands' } },
  ],
  houseRules: [
    {
      code: 'open-to-all',
      surfaces: ['calendar'],
      wording: {
        nb: 'Arrangementet er åpent for alle eller for en tydelig målgruppe. Lukkede medlemsmøter hører ikke hjemme her.',
        en: 'The event is open to everyone or to a clear target group. Closed members’ meetings do not belong here.',
      },
    },
    {
      code: 'respect',
      surfaces: ['calendar', 'community'],
      wording: {
        nb: 'Snakk om saken og ikke om personen. Trusler, hets og nedsettende omtale blir fjernet.',
        en: 'Speak about the matter and not the person. Threats, harassment and degrading remarks are removed.',
      },
    },
    {
      code: 'no-advertising',
      surfaces: ['calendar', 'community'],
      wording: {
        nb: 'Vi publiserer ikke reklame. Billetter, kaffesalg og loddbok til inntekt for foreningen er i orden.',
        en: 'We do not publish advertising. Tickets, coffee and raffles that benefit the association are fine.',
      },
    },
    {
      code: 'own-pictures',
      surfaces: ['calendar', 'community'],
      wording: {
        nb: 'Bruk bilder dere har rett til å bruke. Gjenkjennelige personer må ha samtykket, barn gjennom de foresatte.',
        en: 'Use pictures that you have the right to use. Recognisable people must have consented, children through their guardians.',
      },
    },
    {
      code: 'safe-outdoors',
      surfaces: ['calendar'],
      wording: {
        nb: 'Turer på fjord og fjell skal oppgi lengde, vanskelighetsgrad og hva deltakerne må ha med seg.',
        en: 'Trips on the fjord or in the mountains state their length, difficulty and what participants must bring.',
      },
    },
  ],
}
