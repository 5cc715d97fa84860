/** Those whose time is nearest are taken back first; the others have time left. */
export const soonestFirst = <Held extends { effectiveAt: number }>(held: readonly Held[]): Held[] =>
  [...held].sort((a, b) => a.effectiveAt - b.effectiveAt)

/**
 * What the key of undoing takes back: a decision of one's own, as the bar above says, and only where there is none what
 * waits on the document that is open. That of a colleague is taken back by its button.
 */
export const takenBackByKey = (own: number, waits: boolean): 'own' | 'document' =>
  own === 0 && waits ? 'document' : 'own'

/** Does one piece of work after the other, a few at a time, in the order of the list; `stopped` begins no more. */
export async function aFewAtATime<Each>(
  list: readonly Each[],
  atOnce: number,
  work: (each: Each, index: number) => Promise<void>,
  stopped: () => boolean = () => false,
): Promise<void> {
  const left = [...list.keys()]
  const one = async (): Promise<void> => {
    for (let index = left.shift(); index !== undefined && !stopped(); index = left.shift())
      await work(list[index]!, index)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
