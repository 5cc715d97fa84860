export interface Line {
  collection: string
  id: string
}

export const keyOf = ({ collection, id }: Line): string => `${collection}/${id}`

/**
 * The lines of a list as far as it was read, in its order. What was decided is out of sight and keeps its place until it is
 * known what became of it: so whatever is taken back stands where it stood, in whichever order that happens.
 */
export interface Lines<Row extends Line> {
  all: readonly Row[]
  out: ReadonlySet<string>
}

export const noLines = { all: [], out: new Set<string>() }

/** The lines that are in sight. */
export const shownOf = <Row extends Line>({ all, out }: Lines<Row>): Row[] =>
  all.filter((row) => !out.has(keyOf(row)))

/** The first page of an answer; what is out of sight stays so. */
export const withFirstPage = <Row extends Line>({ out }: Lines<Row>, found: readonly Row[]): Lines<Row> => ({
  all: found,
  out,
})

/** One more page; a line that moved meanwhile stands in one place only. */
export function withNextPage<Row extends Line>({ all, out }: Lines<Row>, found: readonly Row[]): Lines<Row> {
  const known = new Set(all.map(keyOf))
  return { all: [...all, ...found.filter((row) => !known.has(keyOf(row)))], out }
}

export const takenOut = <Row extends Line>({ all, out }: Lines<Row>, key: string): Lines<Row> => ({
  all,
  out: new Set([...out, key]),
})

export const putBack = <Row extends Line>({ all, out }: Lines<Row>, key: string): Lines<Row> => ({
  all,
  out: new Set([...out].filter((each) => each !== key)),
})

/** It is settled: should it come again, it is another matter. */
export const forgotten = <Row extends Line>({ all, out }: Lines<Row>, key: string): Lines<Row> => ({
  all: out.has(key) ? all.filter((row) => keyOf(row) !== key) : all,
  out: new Set([...out].filter((each) => each !== key)),
})
