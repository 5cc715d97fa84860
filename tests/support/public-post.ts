import type { PublicationChange } from '../../src/editorial/number-publication.js'
import type { PostData } from '../../src/publication/public-data.js'

/** A publication of a post as derivation writes it, for tests that need very many of them. */
export function publicPost(
  about: { id: string; municipality: string; organisation: string; organisationName?: string },
  title: string,
  change: Partial<PublicationChange> = {},
): PublicationChange {
  const data: PostData = {
    kind: 'post',
    id: about.id,
    slug: 'rubrik',
    type: 'news',
    title,
    excerpt: title,
    body: {
      html: `<p>${title}</p>`,
      nodes: [{ type: 'paragraph', children: [{ type: 'text', text: title }] }],
    },
    language: 'sv',
    translations: [],
    organisation: { id: about.organisation, name: about.organisationName ?? 'Föreningen' },
    categories: ['sport'],
    audiences: [],
    areas: [],
    pictures: [],
    link: null,
    pinned: false,
    importance: 'normal',
  }
  const state = change.state ?? 'live'
  return {
    id: about.id,
    kind: 'post',
    municipality: about.municipality,
    organisation: about.organisation,
    state,
    data: state === 'live' ? data : null,
    pictures: [],
    visibleFrom: null,
    visibleUntil: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    reason: null,
    explanation: null,
    cause: `test ${title}`,
    at: new Date().toISOString(),
    ...change,
  }
}
