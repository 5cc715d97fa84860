import type { Payload, PayloadRequest } from 'payload'
import { addressTraces } from '../../accounts/contact.js'
import type { KeyRing } from '../../shared/sealing.js'
import { idOf } from '../../shared/reference.js'

/** An account as a login needs it, as it is committed. */
export interface Login {
  id: string
  username: string
  kind: 'person' | 'role' | 'machine'
  roleTitle: string | null
  language: string | null
  home: string | null
  disabled: boolean
  demo: boolean
}

type Row = Record<string, unknown> & { id: string }

export const asLogin = (row: Row): Login => ({
  id: String(row.id),
  username: String(row.username),
  kind: row.kind as Login['kind'],
  roleTitle: (row.roleTitle as string | null) || null,
  language: (row.language as string | null) ?? null,
  home: idOf(row.homeMunicipality),
  disabled: row.disabled === true,
  demo: row.demo === true,
})

/** By username or address, in whichever field it was typed: people do not know which of both they have. */
export async function accountNamed(payload: Payload, name: string, keys: KeyRing): Promise<Login | null> {
  const folded = name.trim().toLowerCase()
  const row = await payload.db.findOne<Row>({
    collection: 'accounts',
    where: { or: [{ username: { equals: folded } }, { emailTrace: { in: addressTraces(folded, keys) } }] },
  })
  return row && asLogin(row)
}

export async function accountById(payload: Payload, id: string, req?: PayloadRequest): Promise<Login | null> {
  const row = await payload.db.findOne<Row>({ collection: 'accounts', where: { id: { equals: id } }, req })
  return row && asLogin(row)
}
