'use client'

import { attemptFaultLabels } from '../messages/attempt-faults.js'
import { useWords } from '../use-words.js'

/** Why a message was not taken, in words; `status 503` keeps its number. */
export function useFaultWords(): (fault: string) => string {
  const { label } = useWords()
  return (fault) => {
    const [code = '', number] = fault.split(' ')
    const said = label((attemptFaultLabels as Record<string, unknown>)[code]) || code
    return number ? `${said} ${number}` : said
  }
}
