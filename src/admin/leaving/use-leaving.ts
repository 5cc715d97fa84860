import { useEffect, useState } from 'react'
import type { Role } from '../../tenancy/actor.js'
import { fetchJson } from '../fetch-json.js'
import { labelIn } from '../language.js'
import { leavingLabels } from '../messages/leaving.js'
import { useWords } from '../use-words.js'

/** What the door answers; see `src/editorial/accounts/delete-own-account.ts`. */
export interface Leaving {
  needsCode: boolean
  municipalities: {
    /** Null: the installation itself. */
    id: string | null
    name: string
    roles: { role: Role; organisation: string | null; name: string }[]
  }[]
  faults: { field: string; code: string; message: string }[]
}

export function useLeaving(): Leaving | null | 'failed' {
  const [found, setFound] = useState<Leaving | null | 'failed'>(null)
  useEffect(() => {
    let here = true
    void fetchJson<Leaving>('/api/accounts/leaving').then(({ ok, body }) => {
      if (here) setFound(ok ? body : 'failed')
    })
    return () => {
      here = false
    }
  }, [])
  return found
}

/** Our words in the language of the admin, with a name filled in. */
export function useLeavingWords() {
  const { language } = useWords()
  const say = (word: keyof typeof leavingLabels, name = ''): string =>
    labelIn(leavingLabels[word], language).replace('{name}', name)
  return { say, language }
}
