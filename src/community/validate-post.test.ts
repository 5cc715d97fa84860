import { describe, expect, test } from 'vitest'
import { lenientProfile, strictProfile } from '../moderation/validate-profile.js'
import type { ProfileContent } from '../organisations/profile-content.js'
import type { PostContent } from './post-content.js'
import { lenientPost, postFindings, strictPost } from './validate-post.js'

const empty: PostContent = {
  title: null,
  body: null,
  language: null,
  translations: [],
  type: 'news',
  categories: [],
  audiences: [],
  areas: [],
  pictures: [],
  link: null,
  visibleFrom: null,
  visibleUntil: null,
  importance: 'normal',
}
const post: PostContent = {
  ...empty,
  title: 'Vi söker ledare',
  body: { root: { children: [{ text: 'Kom och prova.' }] } },
  language: 'sv',
  categories: ['sport'],
}
const codes = (faults: { field: string; code: string }[]): string[] =>
  faults.map(({ field, code }) => `${field} ${code}`)

describe('posts', () => {
  test('an unfinished one can be saved, and a complete one submitted', () => {
    expect(lenientPost(empty)).toEqual([])
    expect(strictPost(post, { pictures: [] })).toEqual([])
  })
  test('a submitted one needs title, body, language and category', () => {
    expect(codes(strictPost(empty, { pictures: [] }))).toEqual([
      'title required',
      'body required',
      'language required',
      'categories required',
    ])
    const blank = { root: { children: [{ text: '  ' }] } }
    expect(codes(strictPost({ ...post, body: blank }, { pictures: [] }))).toEqual(['body required'])
  })
  test('a submitted one is translated once into each language', () => {
    const into = (language: string) => ({ language, title: 'T', body: null })
    const translations = [into('en'), into('nb'), into('en')] as PostContent['translations']
    expect(codes(strictPost({ ...post, translations }, { pictures: [] }))).toEqual([
      'translations.2.language repeated',
    ])
  })
  test.each<[object, string]>([
    [{ type: 'advert' }, 'type unknown-code'],
    [{ importance: 'extreme' }, 'importance unknown-code'],
    [{ link: 'data:text/html,x' }, 'link link'],
    [{ visibleUntil: 'tomorrow' }, 'visibleUntil format'],
    [{ pictures: [1] }, 'pictures type'],
    [{ title: 'x'.repeat(201) }, 'title too-long'],
    [{ body: { root: { children: [{ text: 'x'.repeat(60_001) }] } } }, 'body too-long'],
  ])('%o is refused', (changed, fault) => {
    expect(codes(lenientPost({ ...post, ...changed } as PostContent))).toEqual([fault])
  })
  test('a missing link is told, not refused', () => {
    expect(codes(postFindings(post, { personalData: [] }))).toEqual(['link missing'])
    expect(postFindings({ ...post, link: 'https://example.org/' }, { personalData: [] })).toEqual([])
  })
})

describe('profiles', () => {
  const profile: ProfileContent = {
    name: 'IF Hagby',
    description: null,
    contact: {
      email: null,
      emailPublic: false,
      phone: null,
      phonePublic: false,
      website: null,
      websitePublic: false,
    },
    logo: null,
  }
  test('need a name, and an alt text for the logo', () => {
    expect(strictProfile(profile, { pictures: [] })).toEqual([])
    expect(codes(strictProfile({ ...profile, name: '' }, { pictures: [] }))).toEqual(['name required'])
    const pictures = [{ id: 'l', alt: '', decorative: false }]
    expect(codes(strictProfile({ ...profile, logo: 'l' }, { pictures }))).toEqual(['pictures.0.alt required'])
  })
  test('hold addresses that are addresses', () => {
    const contact = { ...profile.contact, email: 'x', phone: 'call us', website: 'ftp://example.org' }
    expect(codes(lenientProfile({ ...profile, contact }))).toEqual([
      'contact.email format',
      'contact.phone format',
      'contact.website link',
    ])
  })
})
