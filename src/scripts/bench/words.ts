const syllables =
  'ba da fa ga ha ja ka la ma na pa ra sa ta va bo do fo go ho jo ko lo mo no po ro so to vo by dy ly my ny sy ty vå gå hå kå lå må nå få så bä dä fä gä hä lä mä nä sä tä vä bö dö fö hö lö mö nö rö sö tö'.split(
    ' ',
  )
const ends = 'n r s t k l d g ng nd rt st lk rn'.split(' ')

function word(random: () => number): string {
  const parts = 1 + Math.floor(random() * 3)
  const pick = (list: string[]): string => list[Math.floor(random() * list.length)]!
  return Array.from({ length: parts }, () => pick(syllables)).join('') + pick(ends)
}

/** Invented words that look Swedish: nobody's texts, and letters that take two bytes. */
export function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(' ')
}

export function sentences(random: () => number, count: number): string {
  const sentence = (): string => {
    const text = words(random, 7 + Math.floor(random() * 8))
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`
  }
  return Array.from({ length: count }, sentence).join(' ')
}
