import type { FieldFault } from '../shared/errors.js'
import {
  Faults,
  isEmpty,
  limits,
  missingAltTexts,
  type PictureForCheck,
  plainText,
  required,
} from '../moderation/validation.js'
import { translationFaults } from '../moderation/translation-faults.js'
import { type PostContent, postTypes } from './post-content.js'

export const importances = ['normal', 'important', 'urgent'] as const

/** What a saved post may never hold, however unfinished it is. */
export function lenientPost(content: PostContent): FieldFault[] {
  const faults = new Faults()
  faults.line('title', content.title, limits.title)
  faults.richText('body', content.body)
  faults.language('language', content.language)
  if (faults.rows('translations', content.translations, limits.translations))
    content.translations.forEach((one, index) => {
      const at = `translations.${index}`
      if (one.language == null)
        faults.add(`${at}.language`, 'required', 'Choose the language of the translation.')
      faults.language(`${at}.language`, one.language)
      faults.line(`${at}.title`, one.title, limits.title)
      faults.richText(`${at}.body`, one.body)
      if (one.language != null && one.language === content.language)
        faults.add(`${at}.language`, 'repeated', 'This is the language of the post itself.')
    })
  faults.oneOf('type', content.type, postTypes)
  for (const field of ['categories', 'audiences', 'areas'] as const)
    faults.list(field, content[field], limits.list)
  faults.list('pictures', content.pictures, limits.pictures)
  faults.link('link', content.link)
  faults.window(content.visibleFrom, content.visibleUntil)
  faults.oneOf('importance', content.importance, importances)
  return faults.found
}

/** What a post must have before it is submitted, beside that. */
export function strictPost(
  content: PostContent,
  context: { pictures: readonly PictureForCheck[] },
): FieldFault[] {
  const faults = lenientPost(content)
  // Further checks read the content as what it should be.
  if (faults.length > 0) return faults
  if (isEmpty(content.title)) faults.push(required('title', 'Write a title.'))
  if (plainText(content.body) === '') faults.push(required('body', 'Write the text of the post.'))
  if (isEmpty(content.language)) faults.push(required('language', 'Choose the language.'))
  if (!content.categories?.length) faults.push(required('categories', 'Choose at least one category.'))
  faults.push(...translationFaults(content.translations))
  content.translations?.forEach((one, index) => {
    if (isEmpty(one.title))
      faults.push(required(`translations.${index}.title`, 'Write the title of the translation.'))
  })
  return [...faults, ...missingAltTexts(context.pictures, content.pictures ?? [])]
}

/** What author and editor are told, and what never stops a post. */
export function postFindings(
  content: PostContent,
  context: { personalData: readonly FieldFault[] },
): FieldFault[] {
  const found: FieldFault[] = []
  if (isEmpty(content.link))
    found.push({ field: 'link', code: 'missing', message: 'There is no link to read more.' })
  return [...found, ...context.personalData]
}
