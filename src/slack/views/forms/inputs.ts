import type {
  Checkboxes,
  ConversationsSelect,
  FileInput,
  InputBlock,
  InputBlockElement,
  KnownBlock,
  MultiUsersSelect,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types'
import { label as cut } from '../../text/mrkdwn.ts'
import { option, plainText } from '../blocks.ts'

/** Choices under one heading. */
export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] }

export type Choice = { readonly value: string; readonly text: string; readonly description?: string }

/** Slack takes at most these many options. */
export const mostChoices = { select: 100, ticks: 10 }

/** An input's block and element carry the same name, so that a refusal finds it. */
export function input(
  name: string,
  label: string,
  element: InputBlockElement,
  more: { readonly hint?: string | null; readonly optional?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label, 300),
    element: { ...element, action_id: name },
    optional: more.optional ?? false,
    ...(more.hint ? { hint: plainText(more.hint, 600) } : {}),
  }
}

export function textInput(
  given: {
    readonly initial?: string | null
    readonly long?: boolean
    readonly max?: number
    readonly example?: string
  } = {},
): PlainTextInput {
  const { initial, long = false, max = 3000, example } = given
  const held = initial?.trim() ? (long ? longText(initial.trim(), max) : cut(initial, max)) : undefined
  return {
    type: 'plain_text_input',
    multiline: long,
    max_length: max,
    ...(held ? { initial_value: held } : {}),
    ...(example ? { placeholder: plainText(example, 150) } : {}),
  }
}

/** With its line breaks, cut on code points. */
function longText(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length > max - 1) break
    kept += letter
  }
  return `${kept}…`
}

export function select(
  choices: readonly Choice[],
  initial: string | null = null,
  placeholder = 'Choose',
): StaticSelect {
  const options = choices.slice(0, mostChoices.select).map(choiceOption)
  const chosen = options.find(({ value }) => value === initial)
  return {
    type: 'static_select',
    placeholder: plainText(placeholder, 150),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}

/** Choices under their headings; a single group needs none. */
export function groupedSelect(groups: readonly ChoiceGroup[], initial: string | null = null): StaticSelect {
  const [only, second] = groups
  if (only && !second) return select(only.choices, initial)
  const held = groups.slice(0, mostChoices.select).map(({ label, choices }) => ({
    label: plainText(label, 75),
    options: choices.slice(0, mostChoices.select).map(choiceOption),
  }))
  const chosen = held.flatMap(({ options }) => options).find(({ value }) => value === initial)
  return {
    type: 'static_select',
    placeholder: plainText('Choose', 150),
    option_groups: held,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}

export function radios(choices: readonly Choice[], initial: string | null = null): RadioButtons {
  const options = choices.slice(0, mostChoices.ticks).map(choiceOption)
  const chosen = options.find(({ value }) => value === initial)
  return { type: 'radio_buttons', options, ...(chosen ? { initial_option: chosen } : {}) }
}

export function ticks(choices: readonly Choice[]): Checkboxes {
  return { type: 'checkboxes', options: choices.slice(0, mostChoices.ticks).map(choiceOption) }
}

export function personSelect(initial: string | null = null): UsersSelect {
  const preset = initial === null ? {} : { initial_user: initial }
  return { type: 'users_select', placeholder: plainText('Choose a person', 150), ...preset }
}

export function peopleSelect(initial: readonly string[]): MultiUsersSelect {
  const preset = initial.length === 0 ? {} : { initial_users: [...initial] }
  return { type: 'multi_users_select', placeholder: plainText('Choose people', 150), ...preset }
}

/** Channels, public and private, that whoever fills it in can see. */
export function channelSelect(initial: string | null = null): ConversationsSelect {
  return {
    type: 'conversations_select',
    placeholder: plainText('Choose a channel', 150),
    filter: { include: ['public', 'private'] },
    ...(initial === null ? {} : { initial_conversation: initial }),
  }
}

/** One file, of these endings. */
export function fileInput(endings: readonly [string, ...string[]]): FileInput {
  return { type: 'file_input', filetypes: [...endings], max_files: 1 }
}

/** Blocks in groups of `size`. */
export function groupsOf<One>(all: readonly One[], size: number): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

export function isInput(block: KnownBlock): boolean {
  return block.type === 'input'
}

function choiceOption({ value, text, description }: Choice) {
  return { ...option(text, value), ...(description ? { description: plainText(description, 75) } : {}) }
}
