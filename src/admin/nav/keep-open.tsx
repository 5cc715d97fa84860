'use client'

import { useEffect } from 'react'
import { useNav } from '../ui-kit.js'

/** Wide enough for the navigation beside the page; Payload opens it only from 1440 on. */
const wideEnough = 1100

export function KeepOpen() {
  const { setNavOpen } = useNav()
  useEffect(() => {
    // After Payload's own look at the width, which closes it.
    const timer = setTimeout(() => window.innerWidth >= wideEnough && setNavOpen(true), 0)
    return () => clearTimeout(timer)
  }, [setNavOpen])
  return null
}
