import { useLayoutEffect, useRef } from 'react'

/**
 * Ref of a controlled field that stands in the page before it is alive: hands on what somebody typed, or a browser
 * filled in, until then. React would take it out at the next change.
 */
export function useTypedAhead<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onText: (text: string) => void,
) {
  const field = useRef<Field>(null)
  useLayoutEffect(() => {
    const there = field.current?.value
    if (there && there !== value) onText(there)
    // Once, when the page comes alive.
  }, [])
  return field
}
