import { dayOf } from './clock-of-stockholm.js'
import type { Listed } from './expected.js'
import { positionOf, type World } from './world.js'

/** A question about events: how it is asked, and which times it means. */
export interface Asked {
  search: string
  fits: (one: Listed) => boolean
}
type Fits = (one: Listed) => boolean

const days = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']
const some = (wanted: string[], has: string[]): boolean => wanted.some((one) => has.includes(one))
const orAll = (wanted: string[], has: string[]): boolean => has.length === 0 || some(wanted, has)

/** One to three filters at random, each by its sentence in the documentation. */
export function filtersOf(world: World): Asked {
  const { chance } = world
  const pick = (values: string[]): string[] => {
    const list = chance.some(values)
    return list.length > 0 ? list : [chance.of(values)]
  }
  /** A place that was merged into another is the same place. */
  const last = (id: string): string => {
    const seen = new Set<string>()
    let at = id
    for (
      let next: string | null = id;
      next && !seen.has(next);
      next = world.thing('place', next)!.replacedBy ?? null
    )
      seen.add((at = next))
    return at
  }
  const placeOf = ({ thing, time }: Listed): string | null => time.place ?? thing.event!.place
  const position = (one: Listed) => {
    const { latitude, longitude } = positionOf(placeOf(one) ?? '')
    return latitude === null || longitude === null ? null : { latitude, longitude }
  }
  const list = (
    name: string,
    values: string[],
    fits: (wanted: string[], one: Listed) => boolean,
  ): [string, Fits] => {
    const wanted = pick(values)
    return [`${name}=${wanted.join()}`, (one) => fits(wanted, one)]
  }
  const [age, free, far, isWide] = [
    chance.whole(0, 30),
    chance.happens(0.5),
    chance.whole(1, 40),
    chance.happens(0.5),
  ]
  // The words of one event are in no other.
  const number = chance.whole(1, 40)
  const all: (() => [string, Fits])[] = [
    () => list('category', ['sport', 'music'], (wanted, { thing }) => some(wanted, thing.event!.categories)),
    () =>
      list('not-category', ['sport', 'music'], (wanted, { thing }) => !some(wanted, thing.event!.categories)),
    () =>
      list('organisation', world.organisationIds, (wanted, { thing }) =>
        some(wanted, [thing.organisation!, ...world.namedBeside(thing).map(({ id }) => id)]),
      ),
    () =>
      list('place', world.placeIds, (wanted, one) => {
        const place = placeOf(one)
        return place !== null && wanted.map(last).includes(last(place))
      }),
    () => list('area', ['north', 'south'], (wanted, { thing }) => orAll(wanted, thing.event!.areas)),
    () =>
      list('audience', ['children', 'seniors'], (wanted, { thing }) => orAll(wanted, thing.event!.audiences)),
    () =>
      list('umbrella', world.eventIds, (wanted, { thing }) => some(wanted, [thing.event!.umbrella ?? ''])),
    () =>
      list('accessibility', ['step-free', 'hearing-loop'], (wanted, { thing }) =>
        wanted.every((one) => thing.event!.accessibility.includes(one)),
      ),
    () =>
      list('attendance', ['in-person', 'online', 'mixed'], (wanted, { thing }) => {
        const { attendance } = thing.event!
        return some(wanted, attendance === 'mixed' ? ['mixed', 'online', 'in-person'] : [attendance])
      }),
    () =>
      list('weekday', days, (wanted, { thing, time }) => {
        const day = typeof time.start === 'number' ? dayOf(time.start, thing.event!.zone) : time.start
        return wanted.includes(days[new Date(`${day}T00:00:00Z`).getUTCDay()]!)
      }),
    () => [`free=${free}`, ({ thing }) => thing.event!.free === free],
    () => [
      `age=${age}`,
      ({ thing: { event } }) =>
        !event!.age || ((event!.age.from ?? 0) <= age && age <= (event!.age.to ?? 200)),
    ],
    () => [
      // The two known places lie a little less than sixteen kilometres apart.
      `near=59.3,18.1&within=${far}`,
      (one) => {
        const at = position(one)
        return at !== null && (far >= 16 || at.latitude === 59.3)
      },
    ],
    () => [
      isWide ? 'bbox=18,59.2,18.4,59.5' : 'bbox=18.2,59.2,18.4,59.5',
      (one) => {
        const at = position(one)
        return at !== null && (isWide || at.longitude === 18.3)
      },
    ],
    () => [
      `q=${encodeURIComponent(`handelse ${number}`)}`,
      ({ thing: { event } }) => event!.title.includes(` ${number}`),
    ],
  ]
  const chosen = new Set(Array.from({ length: chance.whole(1, 3) }, () => chance.whole(0, all.length - 1)))
  const filters = [...chosen].map((at) => all[at]!())
  return {
    search: filters.map(([search]) => search).join('&'),
    fits: (one) => filters.every(([, fits]) => fits(one)),
  }
}
