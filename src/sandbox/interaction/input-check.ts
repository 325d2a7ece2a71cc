import { record, records, string, strings } from '../json.ts'
import { isNumeral } from '../limits/relation-rules.ts'
import type { Json } from '../protocol.ts'
import type { ViewState } from '../workspace/workspace.ts'
import { initialState, valueName } from './element-state.ts'

/** What Slack's client says under each input before it sends a form, by block_id. */
export function inputErrors(blocks: readonly Json[], values: ViewState): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const block of records(blocks).filter((one) => one.type === 'input')) {
    const element = record(block.element)
    const state = values[string(block.block_id)]?.[string(element.action_id)] ?? initialState(element)
    const error = errorOf(block, element, state[valueName(element) ?? ''])
    if (error !== undefined) errors[string(block.block_id)] = error
  }
  return errors
}

function errorOf(block: Json, element: Json, value: unknown): string | undefined {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return block.optional === true ? undefined : 'Please complete this required field.'
  return checks[string(element.type)]?.(element, string(value), value)
}

type Check = (element: Json, text: string, value: unknown) => string | undefined

const checkText: Check = (element, text) => {
  const min = Number(element.min_length ?? 0)
  const max = Number(element.max_length ?? 3_000)
  if (text.length < min) return `Please enter at least ${min} characters.`
  return text.length > max ? `Please enter no more than ${max} characters.` : undefined
}

const checkNumber: Check = (element, text) => {
  if (!isNumeral(text)) return 'Please enter a valid number.'
  if (element.is_decimal_allowed !== true && text.includes('.')) return 'Please enter a whole number.'
  if (element.min_value !== undefined && Number(text) < Number(element.min_value)) {
    return `Please enter a number that is at least ${string(element.min_value)}.`
  }
  if (element.max_value !== undefined && Number(text) > Number(element.max_value)) {
    return `Please enter a number that is at most ${string(element.max_value)}.`
  }
  return undefined
}

const checkMany: Check = (element, _, value) => {
  const max = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY)
  return Array.isArray(value) && value.length > max ? `Please choose no more than ${max}.` : undefined
}

const checkFiles: Check = (element, _, value) => {
  const max = Number(element.max_files ?? 10)
  const files = records(value)
  if (files.length > max) return `Please choose no more than ${max} ${max === 1 ? 'file' : 'files'}.`
  const taken = strings(element.filetypes).map((one) => one.toLowerCase())
  const wrong = files.find((file) => taken.length > 0 && !taken.includes(string(file.filetype)))
  return wrong === undefined ? undefined : `${string(wrong.name)} is not of a kind taken here: ${taken.join(', ')}.`
}

const checks: Readonly<Record<string, Check>> = {
  plain_text_input: checkText,
  number_input: checkNumber,
  email_text_input: (_, text) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.',
  url_text_input: (_, text) => (/^https?:\/\/\S+$/.test(text) ? undefined : 'Please enter a valid URL.'),
  datepicker: (_, text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : 'Please choose a date.'),
  timepicker: (_, text) => (/^\d{2}:\d{2}$/.test(text) ? undefined : 'Please choose a time.'),
  multi_static_select: checkMany,
  multi_external_select: checkMany,
  multi_users_select: checkMany,
  multi_conversations_select: checkMany,
  multi_channels_select: checkMany,
  file_input: checkFiles,
}
