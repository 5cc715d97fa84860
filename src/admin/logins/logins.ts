/** What the doors of logins answer; see `src/editorial/accounts/logins-of.ts`. */
export interface ShownDevice {
  number: number
  label: string
  addedOn: string
  addedBy: string | null
  lastUsedOn: string | null
  endedOn: string | null
}

export interface Logins {
  hasPassword: boolean
  mustHaveFactor: boolean
  devices: ShownDevice[]
  recoveryCodesLeft: number
  sessions: number | null
  codes: { purpose: string; ends: string }[]
}

export interface OwnLogins extends Logins {
  open: { id: string; began: string; ends: string; device: number | null; present: boolean }[]
}
