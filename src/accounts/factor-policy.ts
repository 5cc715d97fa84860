import type { Role } from '../tenancy/actor.js'

/** Those who decide, see what others wrote before it is public, or run the installation: always two factors. */
const always: readonly Role[] = ['operator', 'municipality-admin', 'editor', 'auditor', 'app-editor']

export interface FactorFacts {
  kind: 'person' | 'role' | 'machine'
  /** Made by the demo. */
  demo: boolean
  /** Whether the installation holds demo municipalities only. */
  onlyDemo: boolean
  memberships: {
    role: Role
    /** Of its municipality; null for an operator. */
    municipality: { demo: boolean; secondFactor: 'deciders' | 'everyone' } | null
  }[]
}

/**
 * Whether an account must log in with a second factor: always for those who decide, for associations where the
 * municipality says so. In the demo it is offered and not required. A machine has no telephone; it never decides.
 */
export function mustHaveSecondFactor({ kind, demo, onlyDemo, memberships }: FactorFacts): boolean {
  if (kind === 'machine') return false
  return memberships.some(({ role, municipality }) => {
    if (municipality ? municipality.demo : demo && onlyDemo) return false
    return always.includes(role) || municipality?.secondFactor === 'everyone'
  })
}
