/** Words like no other, one for each place in which something about a person may lie. Letters alone: no rule takes them for a number. */
export class Canaries {
  private readonly words = new Map<string, string>()

  /** The word of a place, the same each time. */
  of(place: string): string {
    const known = this.words.get(place)
    if (known) return known
    const at = this.words.size
    const letters = String.fromCharCode(97 + Math.floor(at / 26)) + String.fromCharCode(97 + (at % 26))
    const word = `kanarie${letters}zq`
    this.words.set(place, word)
    return word
  }

  get places(): string[] {
    return [...this.words.keys()]
  }

  /** The places whose word stands somewhere in a text. */
  foundIn(text: string): string[] {
    return [...this.words].flatMap(([place, word]) => (text.includes(word) ? [place] : []))
  }
}
