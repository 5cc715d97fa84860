'use client'

import type { InboxNotice } from '../../moderation/notices/inbox.js'
import { happenedLabels } from '../../moderation/notices/happened.js'
import { labelIn } from '../language.js'
import { inboxLabels } from '../messages/inbox.js'
import { useWords } from '../use-words.js'

/** The words of the inbox, with `{n}` and the like filled in, and those for what happened. */
export function useInboxWords() {
  const { language, label } = useWords()
  const say = (word: keyof typeof inboxLabels, facts: Record<string, string | number> = {}): string =>
    labelIn(inboxLabels[word], language).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
  /** What happened, and to what. */
  const headline = ({ action, title }: Pick<InboxNotice, 'action' | 'title'>): string =>
    [label((happenedLabels as Record<string, unknown>)[action]) || action, title].filter(Boolean).join(': ')
  return { say, headline, label, language }
}
