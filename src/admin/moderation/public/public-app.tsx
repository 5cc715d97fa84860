'use client'

import { useMemo, useState } from 'react'
import {
  type PublicFilters,
  publicFilterNames,
  type PublicRow,
  readPublicFilters,
} from '../../../moderation/public-list.js'
import { useSettings } from '../../use-municipality.js'
import { useWords } from '../../use-words.js'
import { HeldBar } from '../decide/held-bar.js'
import { HelpDialogue } from '../decide/help-dialogue.js'
import { useUndoing } from '../decide/use-undoing.js'
import { ItemView } from '../item/item-view.js'
import type { Decided } from '../item/use-deciding.js'
import { ItemNav } from '../queue/item-nav.js'
import { MunicipalityChoice } from '../queue/municipality-choice.js'
import { useAnnounceFound } from '../queue/use-announce-found.js'
import { keyOf } from '../queue/lines.js'
import { usePages } from '../queue/use-queue.js'
import { useAddress } from '../use-address.js'
import { Announcer } from '../use-announce.js'
import { singleKeysOn, usePreferences } from '../use-preferences.js'
import { PublicFilterBar } from './public-filters.js'
import { PublicList } from './public-list.js'

/** Everything that is public, and what an editor can do with it after the fact. */
export const PublicApp = ({ municipalities }: { municipalities: string[] }) => (
  <Announcer>
    <Public municipalities={municipalities} />
  </Announcer>
)

function filtersIn(search: URLSearchParams): PublicFilters {
  const known: readonly string[] = publicFilterNames
  try {
    return readPublicFilters(
      Object.fromEntries([...search].filter(([name, value]) => value && known.includes(name))),
    )
  } catch {
    return readPublicFilters({})
  }
}

function Public({ municipalities }: { municipalities: string[] }) {
  const { w } = useWords()
  const [preferences, prefer] = usePreferences()
  const [search, change] = useAddress()
  const text = search.toString()
  const filters = useMemo(() => filtersIn(new URLSearchParams(text)), [text])
  const named = search.get('municipality')
  const chosen = named && municipalities.includes(named) ? named : (municipalities[0] ?? null)
  const municipality = useSettings(chosen)
  const query = useMemo(() => {
    const given = Object.entries(filters).flatMap(([name, value]): [string, string][] =>
      value === null || value === false ? [] : [[name, value === true ? '1' : String(value)]],
    )
    return new URLSearchParams([...given, ...(chosen ? [['municipality', chosen]] : [])]).toString()
  }, [filters, chosen])
  const pages = usePages<PublicRow>('/api/moderation/public', query)
  useAnnounceFound(query, pages)
  const [help, setHelp] = useState(false)
  const keys = singleKeysOn(preferences)
  const open = search.get('open')
  const index = open ? pages.rows.findIndex((row) => keyOf(row) === open) : -1
  const undoing = useUndoing({
    lines: pages,
    onOpen: (key) => change({ open: key }),
    onSettled: () => void pages.reload(),
  })
  const move = (by: number) => () => {
    const next = pages.rows[index + by]
    if (!next) return
    change({ open: keyOf(next) })
    pages.near(index + by)
  }
  const back = () => change({ open: null })
  const onDecided = (decided: Decided) => {
    // What was looked at leaves this list, and the next one opens.
    const next = pages.rows[index + 1]
    const leaves = filters.unreviewed && open !== null
    undoing.decided(decided, leaves ? open : null)
    if (leaves) return change({ open: next ? keyOf(next) : null }, true)
    back()
    if (!decided.held) void pages.reload()
  }
  return (
    <div className="torg-workbench">
      {open ? (
        <>
          <ItemNav
            position={index >= 0 ? { n: index + 1, of: pages.rows.length, more: pages.hasMore } : null}
            backWords={w.backToList}
            onBack={back}
            onPrevious={index > 0 ? move(-1) : null}
            onNext={index >= 0 && pages.rows[index + 1] ? move(1) : null}
            onHelp={() => setHelp(true)}
          />
          <ItemView
            key={open}
            itemKey={open}
            keys={keys}
            shortcuts={{
              help: () => setHelp(true),
              undo: undoing.undoLast,
              next: move(1),
              previous: move(-1),
              back,
            }}
            onDecided={onDecided}
            ownHeld={undoing.held.length}
            onUndo={undoing.undoOf}
          />
        </>
      ) : (
        <>
          <h1>{w.tabPublic}</h1>
          <p className="torg-about">
            {w.publicIntro} {w.searchByTitle}: <a href="/admin/collections/events">{w.kindEvents}</a>,{' '}
            <a href="/admin/collections/posts">{w.kindPosts}</a>.
          </p>
          <MunicipalityChoice
            municipalities={municipalities}
            chosen={chosen}
            onChoose={(id) => change({ municipality: id, organisation: null, category: null })}
          />
          <PublicFilterBar filters={filters} municipality={municipality} onChange={change} />
          <PublicList
            pages={pages}
            municipality={municipality}
            keys={keys}
            shortcuts={{ help: () => setHelp(true), undo: undoing.undoLast }}
            onOpen={(row) => change({ open: keyOf(row) })}
          />
        </>
      )}
      <HeldBar
        held={undoing.held}
        done={undoing.done}
        onUndo={(decision) => void undoing.undoOne(decision)}
        onUndoAll={() => void undoing.undoAll()}
      />
      {help && (
        <HelpDialogue on={keys} onSwitch={(on) => prefer({ shortcuts: on })} onClose={() => setHelp(false)} />
      )}
    </div>
  )
}
