/** Those whose time is nearest are taken back first; the others have time left. */
export const soonestFirst = <Held extends { effectiveAt: number }>(held: readonly Held[]): Held[] =>
  [...held].sort((a, b) => a.effectiveAt - b.effectiveAt)

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
