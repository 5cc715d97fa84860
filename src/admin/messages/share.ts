import type { Labels } from '../../moderation/reasons.js'

/** Words of the panel for links to a preview. */
// prettier-ignore
export const shareLabels = {
  title: { sv: 'Dela förhandsvisning', nb: 'Del forhåndsvisning', en: 'Share a preview' },
  why: { sv: 'Den som har länken ser hur det kommer att se ut, utan inloggning. Länken tar slut av sig själv.', nb: 'Den som har lenken, ser hvordan det blir seende ut, uten innlogging. Lenken tar slutt av seg selv.', en: 'Whoever has the link sees how it will look, without a login. The link ends by itself.' },
  days: { sv: 'Gäller i', nb: 'Gjelder i', en: 'Holds for' },
  oneDay: { sv: '1 dag', nb: '1 dag', en: '1 day' },
  manyDays: { sv: '{n} dagar', nb: '{n} dager', en: '{n} days' },
  make: { sv: 'Skapa länk', nb: 'Lag lenke', en: 'Make a link' },
  made: { sv: 'Länken. Den visas bara nu, så kopiera den.', nb: 'Lenken. Den vises bare nå, så kopier den.', en: 'The link. It is shown only now, so copy it.' },
  copy: { sv: 'Kopiera', nb: 'Kopier', en: 'Copy' },
  copied: { sv: 'Länken är kopierad.', nb: 'Lenken er kopiert.', en: 'The link is copied.' },
  links: { sv: 'Länkar som gäller', nb: 'Lenker som gjelder', en: 'Links that hold' },
  line: { sv: 'Till {until}, skapad {made} av {by}', nb: 'Til {until}, laget {made} av {by}', en: 'Until {until}, made {made} by {by}' },
  gone: { sv: 'ett konto som inte finns kvar', nb: 'en konto som ikke finnes lenger', en: 'an account that is no longer here' },
  end: { sv: 'Avsluta', nb: 'Avslutt', en: 'End' },
  endName: { sv: 'Avsluta länken till {until}', nb: 'Avslutt lenken til {until}', en: 'End the link until {until}' },
  ended: { sv: 'Länken är avslutad. Den som följer den ser ingenting.', nb: 'Lenken er avsluttet. Den som følger den, ser ingenting.', en: 'The link has ended. Whoever follows it sees nothing.' },
} satisfies Record<string, Labels>
