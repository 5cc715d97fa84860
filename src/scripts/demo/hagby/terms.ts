/** What Hagby asks of those who publish. */
export const terms = {
  sv: [
    'Ni som publicerar i Hagbys kalender och i Community ansvarar för att det ni skriver stämmer, att det inte kränker någon och att ni får använda bilderna.',
    'Skriv inga personuppgifter som inte behövs. Ska någon nämnas vid namn, eller synas tydligt på en bild, behöver ni ett samtycke som går att visa.',
    'Kommunen läser det ni skickar in innan det visas, kan rätta och ta ner det, och säger alltid varför.',
    'Inloggningen är er förenings. Lämna inte ut den, och säg till kommunen när någon slutar.',
  ].join('\n\n'),
  en: [
    'Those of you who publish in Hagby’s calendar and in Community see to it that what you write is right, that it violates nobody and that you may use the pictures.',
    'Write no personal data that is not needed. Where somebody is named, or can be recognised in a picture, you need a consent that can be shown.',
    'The municipality reads what you submit before it is shown, may correct it and take it down, and always says why.',
    'The login is your association’s. Do not give it away, and tell the municipality when somebody leaves.',
  ].join('\n\n'),
}
