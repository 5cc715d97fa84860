import { GraphQLEnumType } from 'graphql'
import type { z } from 'zod'
import { attendance, eventStatus } from '../shapes/event.js'
import { changeState, kind } from '../shapes/index.js'
import { importance, organisationKind, postType } from '../shapes/items.js'
import { richTextNodeType, surface } from '../shapes/shared-parts.js'

/** The values that REST writes as `moved-online` are names here: `MOVED_ONLINE`. */
export function enumOf(name: string, values: readonly string[], description?: string): GraphQLEnumType {
  const named = values.map((value) => [value.toUpperCase().replaceAll('-', '_'), { value }] as const)
  return new GraphQLEnumType({ name, description, values: Object.fromEntries(named) })
}

const from = (name: string, shape: z.ZodEnum) => enumOf(name, shape.options as string[], shape.description)

export const EventStatus = from('EventStatus', eventStatus)
export const Attendance = from('Attendance', attendance)
export const PostType = from('PostType', postType)
/** The enums of the shapes, by shape. */
export const enumTypes = new Map<z.ZodType, GraphQLEnumType>([
  [eventStatus, EventStatus],
  [attendance, Attendance],
  [postType, PostType],
  [importance, from('Importance', importance)],
  [organisationKind, from('OrganisationKind', organisationKind)],
  [surface, from('Surface', surface)],
  [richTextNodeType, from('RichTextNodeType', richTextNodeType)],
  [kind, from('Kind', kind)],
  [changeState, from('ChangeState', changeState)],
])
