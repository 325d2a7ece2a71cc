import type { Json } from '../../protocol.ts'
import { titleOf, useDirectory } from '../state/directory.ts'
import { toJson, toList, toText, toTexts } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'

/** One thing to choose, whatever it stands for; `whole` is what the payload carries. */
export type Choice = { readonly value: string; readonly label: string; readonly whole: unknown }

export type ChoiceGroup = { readonly label: string | null; readonly choices: readonly Choice[] }

/** The payload's word for what was chosen: `selected_option`, `selected_users`, and so on. */
export type ChoiceField = {
  readonly one: string
  readonly many: string
  readonly initialOne: string
  readonly initialMany: string
}

const field = (one: string): ChoiceField => ({
  one: `selected_${one}`,
  many: `selected_${one}s`,
  initialOne: `initial_${one}`,
  initialMany: `initial_${one}s`,
})

export const choiceField = (type: string): ChoiceField => {
  if (type.endsWith('users_select')) return field('user')
  if (type.endsWith('conversations_select')) return field('conversation')
  return type.endsWith('channels_select') ? field('channel') : field('option')
}

export const toChoice = (option: Json): Choice => ({
  value: toText(option.value),
  label: plainText(option.text),
  whole: option,
})

export const choiceValue = (whole: unknown): string => (typeof whole === 'string' ? whole : toText(toJson(whole).value))

export const wholesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) && typeof value[0] === 'string' ? toTexts(value) : toList(value)

function ownGroups(element: Json): readonly ChoiceGroup[] {
  const groups = toList(element.option_groups)
  if (groups.length === 0) return [{ label: null, choices: toList(element.options).map(toChoice) }]
  return groups.map((group) => ({ label: plainText(group.label), choices: toList(group.options).map(toChoice) }))
}

export function useChoices(element: Json): readonly ChoiceGroup[] {
  const directory = useDirectory()
  const type = toText(element.type)
  const asChoice = (id: string, label: string): Choice => ({ value: id, label, whole: id })
  const people = directory.members.filter(({ isBot }) => !isBot).map(({ id }) => asChoice(id, titleOf(directory, id)))
  const channels = [...directory.channels].map(([id, name]) => asChoice(id, `#${name}`))
  if (type.endsWith('users_select')) return [{ label: null, choices: people }]
  if (type.endsWith('channels_select') || type.endsWith('conversations_select'))
    return [{ label: null, choices: channels }]
  return ownGroups(element)
}
