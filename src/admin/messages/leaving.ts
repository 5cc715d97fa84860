import type { Labels } from '../../moderation/reasons.js'

/** Words of the page where somebody leaves a municipality, or deletes the account. */
// prettier-ignore
export const leavingLabels = {
  title: { sv: 'Lämna en kommun eller radera kontot', nb: 'Forlate en kommune eller slette kontoen', en: 'Leave a municipality or delete the account' },
  places: { sv: 'Var du har behörighet', nb: 'Hvor du har roller', en: 'Where you have roles' },
  noPlaces: { sv: 'Du har ingen behörighet någonstans.', nb: 'Du har ingen roller noe sted.', en: 'You have no role anywhere.' },
  installation: { sv: 'Hela installationen', nb: 'Hele installasjonen', en: 'The whole installation' },
  leave: { sv: 'Lämna {name}', nb: 'Forlat {name}', en: 'Leave {name}' },
  leaveWhy: { sv: 'Alla dina behörigheter där tar slut, också i föreningarna. Det du har skrivit blir kvar hos dem. Kontot finns kvar, och alla inloggningar avslutas.', nb: 'Alle rollene dine der tar slutt, også i foreningene. Det du har skrevet, blir igjen hos dem. Kontoen blir igjen, og alle innlogginger avsluttes.', en: 'All your roles there end, those in its organisations too. What you wrote stays with them. The account stays, and all logins end.' },
  onlyOne: { sv: 'Vill du bara lämna en förening? Det gör du under ”Inloggningar”.', nb: 'Vil du bare forlate en forening? Det gjør du under «Innlogginger».', en: 'Want to leave one organisation only? Do that under “Logins”.' },
  people: { sv: 'Till Inloggningar', nb: 'Til Innlogginger', en: 'Go to Logins' },
  left: { sv: 'Du har lämnat {name}. Logga in igen för att fortsätta någon annanstans.', nb: 'Du har forlatt {name}. Logg inn igjen for å fortsette et annet sted.', en: 'You have left {name}. Log in again to go on elsewhere.' },
  logIn: { sv: 'Logga in', nb: 'Logg inn', en: 'Log in' },
  delete: { sv: 'Radera kontot', nb: 'Slett kontoen', en: 'Delete the account' },
  goes: { sv: 'Det här försvinner genast och för alltid:', nb: 'Dette forsvinner straks og for alltid:', en: 'This goes at once and for good:' },
  goesName: { sv: 'användarnamnet, e-postadressen och den roll som andra ser', nb: 'brukernavnet, e-postadressen og rollen andre ser', en: 'the username, the e-mail address and the role title that others see' },
  goesLogin: { sv: 'lösenord, enheter, reservkoder, engångskoder och alla inloggningar', nb: 'passord, enheter, reservekoder, engangskoder og alle innlogginger', en: 'password, devices, recovery codes, one-time codes and all logins' },
  goesRoles: { sv: 'alla behörigheter, i alla kommuner och föreningar', nb: 'alle roller, i alle kommuner og foreninger', en: 'all roles, in all municipalities and organisations' },
  goesInbox: { sv: 'aviseringar till dig, vad du har läst, e-post som väntar, inställningar för din skärm och länkar till förhandsvisningar', nb: 'varsler til deg, hva du har lest, e-post som venter, innstillinger for skjermen din og lenker til forhåndsvisninger', en: 'notices to you, what you have read, e-mail that waits, settings of your screen and links to previews' },
  stays: { sv: 'Det här blir kvar:', nb: 'Dette blir igjen:', en: 'This stays:' },
  staysContent: { sv: 'det du har skrivit och laddat upp för föreningar och kommuner: det är deras', nb: 'det du har skrevet og lastet opp for foreninger og kommuner: det er deres', en: 'what you wrote and uploaded for organisations and municipalities: it is theirs' },
  staysId: { sv: 'i loggen och i historiken ett nummer som ingen längre kan koppla till dig', nb: 'i loggen og historikken et nummer som ingen lenger kan koble til deg', en: 'in the log and the history a number that nobody can connect with you any more' },
  copies: { sv: 'I säkerhetskopior finns uppgifterna högst 30 dagar till. Läses en kopia in raderas kontot på nytt innan någon kommer åt det.', nb: 'I sikkerhetskopier finnes opplysningene høyst 30 dager til. Blir en kopi gjenopprettet, slettes kontoen på nytt før noen kommer til den.', en: 'Backups hold it for at most 30 days more. Where one is put back, the account is erased again before anybody reaches it.' },
  noWayBack: { sv: 'Det går inte att ångra. Vill du ha kvar en kopia, ladda ner det som är sparat först.', nb: 'Det kan ikke angres. Vil du ha en kopi, last ned det som er lagret, først.', en: 'It cannot be undone. To keep a copy, download what is stored first.' },
  extract: { sv: 'Det som är sparat om kontot', nb: 'Det som er lagret om kontoen', en: 'What is stored about the account' },
  notNow: { sv: 'Kontot kan inte raderas nu:', nb: 'Kontoen kan ikke slettes nå:', en: 'The account cannot be deleted now:' },
  deleted: { sv: 'Kontot är raderat. Allt som stod ovan är borta.', nb: 'Kontoen er slettet. Alt som sto over, er borte.', en: 'The account is deleted. All that was named above is gone.' },
  deletedId: { sv: 'Du kan stänga fönstret. Ingen kan logga in med kontot längre.', nb: 'Du kan lukke vinduet. Ingen kan logge inn med kontoen lenger.', en: 'You may close this window. Nobody can log in with the account any more.' },
} as const satisfies Record<string, Labels>
