'use client'

import { useEffect, useRef, useState } from 'react'

/** So tall a page is shown whole; a taller one scrolls in its frame. */
const tallest = 1_600

interface FramedPageProps {
  title: string
  html: string
  /** Keys that are pressed while the focus is inside. */
  onKey: (event: KeyboardEvent) => void
}

/**
 * A public page in a frame of its own: with its own styles, without scripts, and as tall as it is. It is of this origin
 * only so that its pictures come by the account's cookie and its height can be read.
 */
export function FramedPage({ title, html, onKey }: FramedPageProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(160)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let observer: ResizeObserver | null = null
    const fit = () => {
      const page = element.contentDocument
      if (!page?.body) return
      setHeight(Math.min(tallest, Math.ceil(page.body.getBoundingClientRect().height)))
    }
    const loaded = () => {
      const page = element.contentDocument
      if (!page?.body) return
      page.addEventListener('keydown', onKey)
      observer?.disconnect()
      observer = new ResizeObserver(fit)
      observer.observe(page.body)
      fit()
    }
    element.addEventListener('load', loaded)
    if (element.contentDocument?.readyState === 'complete') loaded()
    return () => {
      element.removeEventListener('load', loaded)
      element.contentDocument?.removeEventListener('keydown', onKey)
      observer?.disconnect()
    }
  }, [html, onKey])
  return (
    <iframe
      ref={frame}
      className="torg-frame"
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html}
      style={{ height }}
    />
  )
}
