/** Who acts: an account with its memberships as they are now. Holds no name and no address. */
export const roles = [
  'operator',
  'municipality-admin',
  'editor',
  'auditor',
  'organisation-admin',
  'contributor',
  'api-client',
  'app-editor',
] as const
export type Role = (typeof roles)[number]

export const surfaces = ['calendar', 'community'] as const
export type Surface = (typeof surfaces)[number]

export interface Membership {
  id: string
  role: Role
  /** Municipality document id; null only for operators. */
  municipality: string | null
  /** Organisation document id; set for organisation-admin, contributor and some api-clients. */
  organisation: string | null
  /** An editor may be limited to surfaces; empty means all. */
  surfaces: Surface[]
  /** Whether an editor may approve and invite organisations. Municipality-admins always may. */
  approvesOrganisations: boolean
}

export interface Actor {
  /** Account document id. */
  account: string
  kind: 'person' | 'role' | 'machine'
  homeMunicipality: string | null
  memberships: Membership[]
  /** Number of the second-factor device that was shown at the login; 0 a recovery code, null or left out none. */
  device?: number | null
}
