'use client'

import { useEffect, useState } from 'react'
import { useNav } from '../ui-kit.js'

/** Wide enough for the navigation beside the page; Payload opens it only from 1440 on. */
const wideEnough = 1100
const settling = 1500

export function KeepOpen() {
  const { navOpen, setNavOpen } = useNav()
  const [mounted] = useState(() => Date.now())
  useEffect(() => {
    // Payload closes it in its first moments, when it has looked at the width; later it is a person who does.
    if (!navOpen && window.innerWidth >= wideEnough && Date.now() - mounted < settling) setNavOpen(true)
  }, [navOpen, mounted, setNavOpen])
  return null
}
