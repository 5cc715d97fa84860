'use client'

import { useEffect, useState } from 'react'
import { fetchOnce } from '../fetch-json.js'
import { idOf } from '../../shared/reference.js'

/** The name of the organisation or municipality that a row belongs to. */
export function HomeCell({ cellData, field }: { cellData?: unknown; field?: { name?: string } }) {
  const [name, setName] = useState<string | null>(null)
  const id = idOf(cellData)
  const collection = field?.name === 'organisation' ? 'organisations' : 'municipalities'
  useEffect(() => {
    let current = true
    if (id) {
      void fetchOnce<{ name?: string }>(`/api/${collection}/${id}?depth=0&select[name]=true`).then(
        (found) => {
          if (current) setName(found?.name ?? null)
        },
      )
    }
    return () => {
      current = false
    }
  }, [collection, id])
  return id ? <span>{name ?? '…'}</span> : <span className="torg-none">–</span>
}
