/** The editable content of one revision of a post; see `EventContent` for how ids, instants and bodies are kept. */
export const postTypes = ['news', 'notice', 'question', 'offer', 'dialogue'] as const
export type PostType = (typeof postTypes)[number]

export interface PostContent {
  title: string | null
  body: unknown
  language: string | null
  translations: { language: string; title: string | null; body: unknown }[]
  type: PostType
  categories: string[]
  audiences: string[]
  areas: string[]
  pictures: string[]
  link: string | null
  visibleFrom: string | null
  visibleUntil: string | null
  /** Editors only. */
  importance: 'normal' | 'important' | 'urgent'
}
