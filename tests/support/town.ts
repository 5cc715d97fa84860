import { makeApprovedOrganisation } from './approved.js'
import {
  cameIn,
  makeAccount,
  makeCategory,
  makeMunicipality,
  type Visitor,
  type AccountOptions,
  type MunicipalityOptions,
} from './people.js'
import type { Running } from './torg.js'

export interface Town<Organisation extends string, Person extends string> {
  slug: string
  id: string
  category: string
  organisation: Record<Organisation, string>
  person: Record<Person, Visitor>
  account: Record<Person, string>
}

type Resident<Organisation> = Pick<AccountOptions, 'role'> &
  Partial<Omit<AccountOptions, 'organisation'>> & { organisation?: Organisation }

/** A municipality with one category, organisations that are approved, and the accounts that a test needs, logged in. */
export async function makeTown<Organisation extends string, Person extends string>(
  { payload, base }: Running,
  wished: MunicipalityOptions & {
    organisations: Record<Organisation, object>
    people: Record<Person, Resident<NoInfer<Organisation>>>
  },
): Promise<Town<Organisation, Person>> {
  const { organisations, people, ...municipality } = wished
  const id = String((await makeMunicipality(payload, municipality)).id)
  const category = String((await makeCategory(payload, id)).id)
  const organisation = {} as Record<Organisation, string>
  for (const [name, more] of Object.entries(organisations) as [Organisation, object][])
    organisation[name] = await makeApprovedOrganisation(payload, id, name, more)
  const person = {} as Record<Person, Visitor>
  const account = {} as Record<Person, string>
  for (const [username, more] of Object.entries(people) as [Person, Resident<Organisation>][]) {
    const belongs = more.organisation ? { organisation: organisation[more.organisation] } : {}
    const made = await makeAccount(payload, {
      municipality: id,
      ...more,
      username,
      ...belongs,
    } as AccountOptions)
    account[username] = String(made.id)
    person[username] = await cameIn(payload, base, account[username])
  }
  return { slug: municipality.slug, id, category, organisation, person, account }
}
