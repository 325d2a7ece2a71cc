import { z } from 'zod'
import type { Contact, Cover, Role, Rotation } from '../domain/role.ts'
import { rotationFrom, titleOf } from './defaults.ts'
import type { Path, Report } from './fault.ts'
import { cadence, date, duration, group, line, name, person } from './fields.ts'
import { given } from './given.ts'
import { entriesOf, isMap, listOf, shaped } from './shape.ts'

export const roleForm = z.strictObject({
  title: line.optional(),
  people: z.array(person).optional(),
  group: group.optional(),
  rotation: z.array(person).optional(),
  'hand-over': cadence.optional(),
  from: date.optional(),
  cover: z.unknown().optional(),
  hours: duration.optional(),
  contacts: z.unknown().optional(),
})

export const coverForm = z.strictObject({ from: date, to: date.optional(), person })
export const contactForm = z.strictObject({ name: line.optional(), email: line.optional(), phone: line.optional() })

export function readRoles(said: unknown, path: Path, report: Report): Readonly<Record<string, Role>> {
  if (said === undefined) return {}
  const roles = (entriesOf(said, path, report) ?? []).map(([key, value]): [string, Role] => {
    const inner = [...path, key]
    if (!name.safeParse(key).success)
      report({ path: inner, rule: 'name', message: `"${key}" must be small letters, digits and hyphens`, key: true })
    return [key, readRole(key, value, inner, report)]
  })
  return Object.fromEntries(roles)
}

function readRole(key: string, said: unknown, path: Path, report: Report): Role {
  const form = shaped(roleForm, said, path, report)
  const keys = isMap(said) ? said : {}
  const cover = listOf(keys.cover, [...path, 'cover'], report) ?? []
  const contacts = listOf(keys.contacts, [...path, 'contacts'], report) ?? []
  const stands = cover.flatMap((one, index) => readCover(one, [...path, 'cover', index], report) ?? [])
  const reached = contacts.flatMap((one, index) => readContact(one, [...path, 'contacts', index], report) ?? [])
  checkForm(keys, path, report)
  const handOver = form?.['hand-over']
  const rotation: Rotation | undefined =
    form?.rotation && handOver
      ? { people: form.rotation, handOver, from: form.from ?? rotationFrom, cover: stands }
      : undefined
  return {
    title: form?.title ?? titleOf(key),
    people: form?.people ?? [],
    ...given({
      group: form?.group,
      rotation,
      weekMinutes: form?.hours,
      contacts: reached.length > 0 ? reached : undefined,
    }),
  }
}

const ways = ['people', 'group', 'rotation'] as const
const ofRotation = ['hand-over', 'from', 'cover'] as const

/** A role says in one way who has it; what belongs to a rotation stands beside one. */
function checkForm(said: Record<string, unknown>, path: Path, report: Report): void {
  const [way, second] = ways.filter((one) => one in said)
  if (way && second) {
    const message = `a role is held by "people", a "group" or a "rotation", not by ${way} and ${second}`
    report({ path: [...path, second], rule: 'role', message, key: true })
  }
  if ('rotation' in said) {
    const { rotation } = said
    if (Array.isArray(rotation) && rotation.length === 0)
      report({ path: [...path, 'rotation'], rule: 'role', message: '"rotation" is empty: name who has it in turn' })
    if (!('hand-over' in said)) {
      const message = 'a rotation needs "hand-over", such as hand-over: Monday at 09:00'
      report({ path: [...path, 'rotation'], rule: 'role', message, key: true })
    }
    return
  }
  for (const one of ofRotation)
    if (one in said)
      report({ path: [...path, one], rule: 'role', message: `"${one}" stands only beside "rotation"`, key: true })
}

function readCover(said: unknown, path: Path, report: Report): Cover | null {
  const form = shaped(coverForm, said, path, report)
  if (!form) return null
  const to = form.to ?? form.from
  if (to >= form.from) return { from: form.from, to, person: form.person }
  report({ path: [...path, 'to'], rule: 'value', message: `"to" is before "from": ${to} is earlier than ${form.from}` })
  return null
}

function readContact(said: unknown, path: Path, report: Report): Contact | null {
  const form = shaped(contactForm, said, path, report)
  if (!form) return null
  if (form.email !== undefined || form.phone !== undefined) return given(form)
  report({ path, rule: 'content', message: 'a contact has an "email", a "phone" or both' })
  return null
}
