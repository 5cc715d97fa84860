'use client'

import { useEffect, useState } from 'react'
import type { Mark } from '../../privacy/marks.js'

/** How long nobody types before the text is read, in milliseconds. */
const pause = 400
const none: readonly Mark[] = []

/**
 * What looks like personal data in a text, as it is being written. The rules run in this browser; they are fetched once
 * somebody has written something, so that a form opens as quickly as without them.
 */
export function useMarks(value: unknown): readonly Mark[] {
  const [marks, setMarks] = useState(none)
  useEffect(() => {
    const rich = typeof value === 'object' && value !== null && 'root' in value
    if (!(typeof value === 'string' && value !== '') && !rich) return setMarks(none)
    let current = true
    const waiting = setTimeout(() => {
      void import('../../privacy/marks.js').then(({ marksIn }) => {
        if (current) setMarks(marksIn(value as string | { root: unknown }, new Date()))
      })
    }, pause)
    return () => {
      current = false
      clearTimeout(waiting)
    }
  }, [value])
  return marks
}
