const sv = {
  title: 'Personuppgifter',
  readers: 'Du som läser',
  readersText:
    'Du behöver inget konto och lämnar inga uppgifter. Torg sparar och loggar inget om den som läser: ingen adress, inga sökningar, ingen plats, inget om webbläsaren. Sidorna sätter ingen kaka och hämtar inget från andra webbplatser.',
  around:
    'Det här gäller Torg. Servrar som står framför Torg kan föra en egen teknisk logg. Fråga kommunen om du vill veta mer.',
  publishers: 'Du som publicerar',
  publishersText:
    'De som skriver och beslutar gör det med ett konto. Om ett konto sparas användarnamn, roller, e-postadress om det finns en, hur det loggar in, när det senast användes och vad det har gjort. Lösenord sparas så att ingen kan läsa dem. Om en organisation sparas det som den själv uppger, också kontaktuppgifter. Den som har ett konto kan själv läsa allt som är sparat om det.',
  cookie:
    'Den som loggar in får en kaka, {cookie}. Den behövs för att vara inloggad och gäller tills man loggar ut, högst ett dygn. Torg sätter ingen annan kaka av sig självt. Den som i sitt konto väljer språk eller utseende får valet sparat i sin webbläsare.',
  named: 'Du som nämns eller syns',
  namedText:
    'Texter och bilder kan handla om människor. Det som ser ut som ett personnummer stoppas innan det publiceras, om inte en redaktör prövar och godtar det. Kontaktuppgifter till en person kräver samtycke. Det gör också bilder där personer syns, om de inte är tagna vid en offentlig sammankomst. Vill du ta tillbaka ett samtycke, hör av dig till kommunen: då tas uppgiften eller bilden bort.',
  why: 'Varför, och på vilken grund',
  howLong: 'Hur länge',
  howLongText:
    'Det som visas, arbetas med eller används sparas så länge det pågår. Annars gäller de längsta tiderna här. Det vars tid är slut försvinner natten därpå, om inte kommunen måste behålla det för en rättstvist, en begäran eller en myndighet.',
  what: 'Vad',
  from: 'Räknas från',
  longest: 'Längst',
  who: 'Vilka som ansvarar',
  controller: 'Personuppgiftsansvarig',
  operator: 'Sköter Torg åt kommunen',
  helpers: 'Leverantörer',
  does: 'Gör',
  where: 'Var',
  onGround: 'utanför EU och EES; grund: {ground}',
  allInside: 'Uppgifterna finns inom EU och EES.',
  alsoUnnamed: 'Fler leverantörer används än de som är angivna här. Fråga kommunen.',
  noHelpers: 'Inga andra leverantörer behandlar uppgifterna.',
  helpersUnknown: 'Vilka leverantörer som används är inte angivet här. Fråga kommunen.',
  others:
    'Det som publiceras kan läsas av alla, också som öppna data. Uppgifter säljs inte och används inte för reklam.',
  rights: 'Dina rättigheter',
  rightsText:
    'Du kan få veta vad som finns om dig, få det rättat eller raderat, begära att användningen begränsas och invända mot att det används. Det kostar inget. Kommunen svarar inom en månad.',
  questions: 'Frågor',
  questionsText: 'Frågor om personuppgifter ställs till:',
  complain: 'Är du inte nöjd kan du klaga hos {authority}.',
  link: 'Så behandlas personuppgifter',
}
export type PrivacyWords = typeof sv
const nb: PrivacyWords = {
  title: 'Personopplysninger',
  readers: 'Du som leser',
  readersText:
    'Du trenger ingen konto og gir ingen opplysninger. Torg lagrer og logger ingenting om den som leser: verken adresse, søk, sted eller noe om nettleseren. Sidene setter ingen informasjonskapsler og henter ingenting fra andre nettsteder.',
  around:
    'Dette gjelder Torg. Servere som står foran Torg, kan føre en egen teknisk logg. Spør kommunen om du vil vite mer.',
  publishers: 'Du som publiserer',
  publishersText:
    'De som skriver og avgjør, gjør det med en konto. Om en konto lagres brukernavn, roller, e-postadresse om det finnes en, hvordan den logger inn, når den sist ble brukt og hva den har gjort. Passord lagres slik at ingen kan lese dem. Om en organisasjon lagres det den selv oppgir, også kontaktopplysninger. Den som har en konto, kan selv lese alt som er lagret om den.',
  cookie:
    'Den som logger inn, får en informasjonskapsel, {cookie}. Den trengs for å være innlogget og gjelder til man logger ut, høyst et døgn. Torg setter ingen annen informasjonskapsel av seg selv. Den som i kontoen sin velger språk eller utseende, får valget lagret i nettleseren sin.',
  named: 'Du som er nevnt eller synlig',
  namedText:
    'Tekster og bilder kan handle om mennesker. Det som ser ut som et fødselsnummer, stoppes før det publiseres, hvis ikke en redaktør vurderer og godtar det. Kontaktopplysninger til en person krever samtykke. Det gjør også bilder der personer er synlige, hvis de ikke er tatt ved en offentlig sammenkomst. Vil du trekke tilbake et samtykke, ta kontakt med kommunen: da fjernes opplysningen eller bildet.',
  why: 'Hvorfor, og på hvilket grunnlag',
  howLong: 'Hvor lenge',
  howLongText:
    'Det som vises, arbeides med eller brukes, lagres så lenge det pågår. Ellers gjelder de lengste tidene her. Det som har nådd fristen, forsvinner natten etter, hvis ikke kommunen må beholde det for en rettstvist, et krav eller en myndighet.',
  what: 'Hva',
  from: 'Regnes fra',
  longest: 'Lengst',
  who: 'Hvem som er ansvarlig',
  controller: 'Behandlingsansvarlig',
  operator: 'Drifter Torg for kommunen',
  helpers: 'Leverandører',
  does: 'Gjør',
  where: 'Hvor',
  onGround: 'utenfor EU og EØS; grunnlag: {ground}',
  allInside: 'Opplysningene finnes innenfor EU og EØS.',
  alsoUnnamed: 'Det brukes flere leverandører enn dem som er oppgitt her. Spør kommunen.',
  noHelpers: 'Ingen andre leverandører behandler opplysningene.',
  helpersUnknown: 'Hvilke leverandører som brukes, er ikke oppgitt her. Spør kommunen.',
  others:
    'Det som publiseres, kan leses av alle, også som åpne data. Opplysninger selges ikke og brukes ikke til reklame.',
  rights: 'Dine rettigheter',
  rightsText:
    'Du kan få vite hva som finnes om deg, få det rettet eller slettet, be om at bruken begrenses og protestere mot at det brukes. Det koster ingenting. Kommunen svarer innen en måned.',
  questions: 'Spørsmål',
  questionsText: 'Spørsmål om personopplysninger stilles til:',
  complain: 'Er du ikke fornøyd, kan du klage til {authority}.',
  link: 'Slik behandles personopplysninger',
}
const en: PrivacyWords = {
  title: 'Personal data',
  readers: 'You who read',
  readersText:
    'You need no account and give no data. Torg stores and logs nothing about those who read: no address, no search, no place, nothing of the browser. The pages set no cookie and fetch nothing from other sites.',
  around:
    'This is about Torg. Servers in front of Torg may keep a technical log of their own. Ask the municipality if you want to know more.',
  publishers: 'You who publish',
  publishersText:
    'Those who write and decide do so with an account. Stored about an account are its username, roles, e-mail address where there is one, how it logs in, when it was last used and what it has done. Passwords are stored so that nobody can read them. Stored about an organisation is what it says of itself, contact data included. Whoever has an account can read all that is stored about it.',
  cookie:
    'Whoever logs in gets one cookie, {cookie}. It is needed to stay logged in and holds until they log out, a day at most. Torg sets no other cookie by itself. Whoever chooses a language or a look in their account has the choice kept in their browser.',
  named: 'You who are named or seen',
  namedText:
    'Texts and pictures may be about people. What looks like an identity number is stopped before it is published, unless an editor looks at it and accepts it. Contact data of a person needs a consent. So do pictures in which people are seen, unless they were taken at a public gathering. If you want to take a consent back, tell the municipality: the data or the picture is then taken away.',
  why: 'Why, and on what ground',
  howLong: 'For how long',
  howLongText:
    'What is shown, worked on or used is kept for as long as that goes on. Otherwise the longest times here hold. What has come to the end of its time goes the night after, unless the municipality must keep it for a legal claim, a request or an authority.',
  what: 'What',
  from: 'Counted from',
  longest: 'At most',
  who: 'Who is responsible',
  controller: 'Controller',
  operator: 'Runs Torg for the municipality',
  helpers: 'Providers',
  does: 'Does',
  where: 'Where',
  onGround: 'outside the EU and the EEA; ground: {ground}',
  allInside: 'The data is within the EU and the EEA.',
  alsoUnnamed: 'More providers are used than are stated here. Ask the municipality.',
  noHelpers: 'No other providers handle the data.',
  helpersUnknown: 'Which providers are used is not stated here. Ask the municipality.',
  others:
    'What is published can be read by everybody, as open data too. Data is not sold and not used for advertising.',
  rights: 'Your rights',
  rightsText:
    'You can learn what is stored about you, have it corrected or erased, ask for its use to be limited, and object to its use. It is free. The municipality answers within a month.',
  questions: 'Questions',
  questionsText: 'Questions about personal data go to:',
  complain: 'If you are not satisfied, you can complain to {authority}.',
  link: 'How personal data is handled',
}
export const privacyWords = { sv, nb, en } as const
