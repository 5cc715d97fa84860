import { noticeLabels } from '../../moderation/notices/notice-labels.js'
import type { Labels } from '../../moderation/reasons.js'

/** Words of the inbox. */
// prettier-ignore
export const inboxLabels = {
  ...noticeLabels,
  title: { sv: 'Aviseringar', nb: 'Varsler', en: 'Notices' },
  intro: { sv: 'Vad som har beslutats eller hänt, varför, och vad du kan göra. Sparas i högst {n} månader.', nb: 'Hva som er avgjort eller har skjedd, hvorfor, og hva du kan gjøre. Lagres i høyst {n} måneder.', en: 'What was decided or happened, why, and what you can do. Kept for at most {n} months.' },
  ownReading: { sv: 'Att du har läst syns bara för dig.', nb: 'At du har lest, vises bare for deg.', en: 'That you have read is shown to you alone.' },
  all: { sv: 'Alla', nb: 'Alle', en: 'All' },
  onlyUnread: { sv: 'Olästa ({n})', nb: 'Uleste ({n})', en: 'Unread ({n})' },
  show: { sv: 'Visa', nb: 'Vis', en: 'Show' },
  markAll: { sv: 'Markera alla som lästa', nb: 'Merk alle som lest', en: 'Mark all as read' },
  markOne: { sv: 'Markera som läst', nb: 'Merk som lest', en: 'Mark as read' },
  marked: { sv: 'Läst: {title}', nb: 'Lest: {title}', en: 'Read: {title}' },
  markedAll: { sv: 'Alla är markerade som lästa.', nb: 'Alle er merket som lest.', en: 'All are marked as read.' },
  unread: { sv: 'Oläst', nb: 'Ulest', en: 'Unread' },
  unreadOne: { sv: '1 oläst', nb: '1 ulest', en: '1 unread' },
  unreadCount: { sv: '{n} olästa', nb: '{n} uleste', en: '{n} unread' },
  none: { sv: 'Inga aviseringar än. Här får du veta vad kommunen beslutar om det du skickar in.', nb: 'Ingen varsler ennå. Her får du vite hva kommunen avgjør om det du sender inn.', en: 'No notices yet. Here you are told what the municipality decides about what you submit.' },
  noneUnread: { sv: 'Du har läst allt.', nb: 'Du har lest alt.', en: 'You have read everything.' },
  illegal: { sv: 'Beslutet grundas på lag.', nb: 'Avgjørelsen bygger på lov.', en: 'The decision rests on law.' },
  changes: { sv: 'Vad som ändrades', nb: 'Hva som ble endret', en: 'What was changed' },
  takeOff: { sv: 'Ta bort vårt namn', nb: 'Fjern navnet vårt', en: 'Take our name off' },
  takenOff: { sv: 'Ert namn är borttaget: {title}', nb: 'Navnet deres er fjernet: {title}', en: 'Your name was taken off: {title}' },
  older: { sv: 'Visa äldre', nb: 'Vis eldre', en: 'Show older ones' },
  settings: { sv: 'Aviseringar med e-post', nb: 'Varsler på e-post', en: 'Notices by e-mail' },
} satisfies Record<string, Labels>
