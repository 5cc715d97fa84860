'use client'

import { reachOfRole } from '../../tenancy/grant.js'
import { roles, type Role } from '../../tenancy/actor.js'
import { roleLabels } from '../../tenancy/role-labels.js'
import { useTitleInWords } from '../actions/lock.js'
import { useDocumentInfo, useField } from '../ui-kit.js'
import { useWords } from '../use-words.js'
import { ChooseOne } from './controls.js'
import type { FieldProps } from './field-frame.js'

/** Roles that nobody gives here: operators are made where Torg runs, and nothing asks for the last one yet. */
const notGiven: readonly Role[] = ['operator', 'app-editor']

/** What an account may become: of a membership that is there already, only roles that reach as far. */
export function RoleField(props: FieldProps) {
  const { label } = useWords()
  const { id } = useDocumentInfo()
  const { value, initialValue } = useField<Role>({ path: props.path })
  useTitleInWords(label(roleLabels[value]))
  const reach = id && initialValue ? reachOfRole[initialValue] : null
  const offered = roles.filter(
    (role) => role === initialValue || (!notGiven.includes(role) && (!reach || reachOfRole[role] === reach)),
  )
  return (
    <ChooseOne
      props={props}
      choices={offered.map((role) => ({ value: role, label: label(roleLabels[role]) }))}
    />
  )
}
