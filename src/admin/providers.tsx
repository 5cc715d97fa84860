'use client'

import { useEffect, type ReactNode } from 'react'
import type { AdminAccount } from './account.js'
import { repairPage } from './repair-page.js'
import { useAuth, useTranslation } from './ui-kit.js'
import { useWords } from './use-words.js'

const remembered = 'torg-language-of'

/** Around every page of the admin: the account's language, and repairs of what Payload leaves inaccessible. */
export function TorgProvider({ children }: { children: ReactNode }) {
  useAccountLanguage()
  const { w } = useWords()
  useEffect(() => {
    const repair = () => repairPage(document, w)
    let waiting = 0
    repair()
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(repair)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(waiting)
    }
  }, [w])
  return <>{children}</>
}

/** The language of the account decides when somebody logs in; a choice made later in the same visit stays. */
function useAccountLanguage(): void {
  const { user } = useAuth()
  const { i18n, switchLanguage } = useTranslation()
  const account = user as AdminAccount | null | undefined
  const language = account?.language
  useEffect(() => {
    if (!account?.id || !language) return
    const mark = `${account.id}:${language}`
    if (sessionStorage.getItem(remembered) === mark) return
    sessionStorage.setItem(remembered, mark)
    if (i18n.language !== language) void switchLanguage?.(language as never)
  }, [account?.id, language, i18n.language, switchLanguage])
}
