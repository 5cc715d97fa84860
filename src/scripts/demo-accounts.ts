import type { Role } from '../tenancy/actor.js'
import type { DemoSlug } from './demo/resolve-demo.js'

/** Runs the demo's installation. */
export const demoOperator = 'operator'

export interface DemoAccount {
  username: string
  role: Role
  kind: 'person' | 'role'
  email?: string
  roleTitle: string
  /** Key of its organisation in the demo. */
  organisation?: string
  approvesOrganisations?: boolean
  /** For the list that is printed at the start. */
  what: string
}

const associations = {
  hagby: { member: 'ifhagen', newcomer: 'nykomlingen', address: 'kultur@hagby.example' },
  fjordvik: { member: 'korps', newcomer: 'nykommeren', address: 'kultur@fjordvik.example' },
} as const

/** The accounts of a demo municipality: usernames without e-mail, but for the editors, who share a role address. */
export function demoAccounts(slug: DemoSlug): DemoAccount[] {
  const { member, newcomer, address } = associations[slug]
  const nb = slug === 'fjordvik'
  return [
    {
      username: `${slug}-admin`,
      role: 'municipality-admin',
      kind: 'person',
      roleTitle: nb ? 'Administrator' : 'Administratör',
      what: 'admin of the municipality',
    },
    {
      username: `${slug}-editor`,
      role: 'editor',
      kind: 'role',
      email: address,
      roleTitle: nb ? 'Kulturkontoret' : 'Kulturkontoret',
      approvesOrganisations: true,
      what: `editor, also as ${address}`,
    },
    {
      username: `${slug}-editor-2`,
      role: 'editor',
      kind: 'role',
      email: `info@${slug}.example`,
      roleTitle: nb ? 'Servicetorget' : 'Kontaktcenter',
      what: `editor, also as info@${slug}.example`,
    },
    {
      username: `${slug}-auditor`,
      role: 'auditor',
      kind: 'person',
      roleTitle: nb ? 'Revisor' : 'Granskare',
      what: 'auditor',
    },
    {
      username: `${slug}-${member}`,
      role: 'contributor',
      kind: 'role',
      roleTitle: nb ? 'Sekretær' : 'Sekreterare',
      organisation: member,
      what: 'writes for an approved association',
    },
    {
      username: `${slug}-${member}-admin`,
      role: 'organisation-admin',
      kind: 'person',
      roleTitle: nb ? 'Styreleder' : 'Ordförande',
      organisation: member,
      what: 'admin of that association',
    },
    {
      username: `${slug}-nykomlingen`,
      role: 'contributor',
      kind: 'role',
      roleTitle: nb ? 'Sekretær' : 'Sekreterare',
      organisation: newcomer,
      what: 'writes for one that is not approved yet',
    },
  ]
}
