import { expect, it } from 'vitest'
import { useOf, useOfDoors } from './use-of-doors.js'

it.each([
  ['/hagby', 'app-starts'],
  ['/hagby?lang=en', 'app-starts'],
  ['/hagby/changes?after=3', 'changes'],
  ['/hagby/events?q=ord&near=59.1,17.2', 'lists'],
  ['/hagby/posts', 'lists'],
  ['/hagby/places', 'lists'],
  ['/hagby/events/01a21bac', 'items'],
  ['/hagby/events/01a21bac.jsonld', 'items'],
  ['/hagby/events/01a21bac.ics', 'calendars'],
  ['/hagby/calendar.ics?category=sport', 'calendars'],
  ['/hagby/events.json', 'feeds'],
  ['/hagby/posts.rss', 'feeds'],
  ['/hagby/events.atom', 'feeds'],
  ['/hagby/anything', null],
  ['', null],
  ['?x', null],
])('%s is %s', (address, kind) => {
  expect(useOf(address)?.kind ?? null).toBe(kind)
})

it('holds nothing of an address that is of no municipality', () => {
  const counted: string[] = []
  const use = useOfDoors(
    { count: (...what) => void counted.push(what.join(' ')) },
    (slug) => slug === 'hagby',
  )
  use.ofFeed('/hagby/events?q=kanariefågel')
  use.ofFeed('/kanariefågel/events')
  use.ofPage('kanariefågel')
  use.ofPage('hagby')
  expect(counted).toEqual(['hagby lists', 'hagby pages'])
})
