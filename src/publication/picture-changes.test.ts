import { describe, expect, it } from 'vitest'
import type { Actor, Membership } from '../tenancy/actor.js'
import {
  changesWhatIsRead,
  deletionRefusal,
  looseningRefusal,
  takenBackRefusal,
  wordsRefusal,
} from './picture-changes.js'

const member = (role: Membership['role'], organisation: string | null): Membership => ({
  ...{ id: role, role, municipality: 'm1', organisation, surfaces: [], approvesOrganisations: false },
})
const actor = (...memberships: Membership[]): Actor => ({
  ...{ account: 'a1', kind: 'person', homeMunicipality: 'm1', memberships },
})
const people = {
  author: actor(member('contributor', 'o1')),
  editor: actor(member('editor', null)),
  admin: actor(member('municipality-admin', null)),
  'editor of her own': actor(member('editor', null), member('contributor', 'o1')),
}
type Who = keyof typeof people

describe('the words about a picture', () => {
  const said = {
    alt: 'Laget',
    credit: 'Klara',
    decorative: false,
    peopleShown: 'consent-held',
    consent: { scope: 'web', reference: 'A 12', validUntil: '2027-01-01' },
  }
  it.each<[string, object, boolean]>([
    ['other words', { alt: 'Ett annat lag' }, true],
    ['another credit', { credit: null }, true],
    ['words that nobody gets any more', { decorative: true }, true],
    ['other people', { peopleShown: 'none' }, true],
    ['another day', { consent: { ...said.consent, validUntil: '2028-01-01' } }, true],
    ['a consent that nobody could show', { consent: { ...said.consent, reference: null } }, true],
    ['another place where the consent is kept', { consent: { ...said.consent, reference: 'B 7' } }, false],
    ['nothing', {}, false],
  ])('are what an editor reads: %s', (_, change, reads) => {
    expect(changesWhatIsRead(said, { ...said, ...change })).toBe(reads)
  })

  it.each<[Who, string[], boolean]>([
    ['author', [], true],
    ['author', ['o1'], false],
    ['author', ['o2'], false],
    ['editor', ['o1', 'o2'], true],
    ['admin', ['o1'], true],
    ['editor of her own', ['o2'], true],
    ['editor of her own', ['o2', 'o1'], false],
  ])('rest for %s while something of %o waits: may change them is %3$s', (who, waiting, may) => {
    const found = { waiting, isLogo: false }
    expect(wordsRefusal(people[who], 'm1', found) === null).toBe(may)
    // Of another municipality everybody is a stranger.
    expect(wordsRefusal(people[who], 'm2', found) === null).toBe(waiting.length === 0)
  })

  it.each<[Who, boolean]>([
    ['author', false],
    ['editor', true],
    ['admin', true],
  ])('rest for %s where the municipality shows it as its logo: may change them is %s', (who, may) => {
    expect(wordsRefusal(people[who], 'm1', { waiting: [], isLogo: true }) === null).toBe(may)
  })
})

describe('that less is said of a consent', () => {
  const shown = { municipality: 'm1', organisation: 'o1' as string | null, letOut: true, ended: false }
  it.each<[Who, Partial<typeof shown>, boolean]>([
    ['author', {}, false],
    ['author', { letOut: false }, true],
    ['author', { letOut: false, ended: true }, false],
    ['editor', {}, true],
    ['editor', { ended: true }, true],
    ['editor of her own', {}, false],
    ['editor of her own', { organisation: 'o2' }, true],
    ['editor of her own', { organisation: null }, true],
    ['editor', { municipality: 'm2' }, false],
  ])('is for %s, of a picture that is %o', (who, facts, may) => {
    expect(looseningRefusal(people[who], { ...shown, ...facts }) === null).toBe(may)
  })

  it('is over once the people took it back', () => {
    expect(takenBackRefusal({ withdrawn: true })?.code).toBe('not-possible-in-this-state')
    expect(takenBackRefusal({ withdrawn: false })).toBeNull()
  })
})

it.each([
  [{ held: false, used: false }, undefined],
  [{ held: false, used: true }, []],
  [{ held: true, used: false }, ['held']],
  [{ held: true, used: true }, ['held']],
])('a picture goes only when nobody holds it and nothing shows it: %o', (facts, faults) => {
  expect(deletionRefusal(facts)?.faults.map(({ code }) => code)).toEqual(faults)
})
