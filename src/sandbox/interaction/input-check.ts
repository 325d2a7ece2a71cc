import { record, records, string, strings } from '../json.ts'
import { isNumeral } from '../limits/element-relations.ts'
import type { Json } from '../protocol.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { submissionRules } from '../rules/submission-rules.ts'
import { extensionOf } from '../workspace/files.ts'
import type { ViewState } from '../workspace/workspace.ts'
import { initialState, valueName } from './element-state.ts'

/** What Slack's client says under each input before it sends a form, by block_id. */
export function inputErrors(
  rules: Rulebook,
  blocks: readonly Json[],
  values: ViewState,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const block of records(blocks).filter((one) => one.type === 'input')) {
    const element = record(block.element)
    const state = values[string(block.block_id)]?.[string(element.action_id)] ?? initialState(element)
    const broken = brokenRule(block, element, state[valueName(element) ?? ''])
    if (broken !== undefined && rules.holds(broken.rule)) errors[string(block.block_id)] = broken.error
  }
  return errors
}

type Broken = { readonly rule: keyof typeof submissionRules; readonly error: string }

function brokenRule(block: Json, element: Json, value: unknown): Broken | undefined {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (!empty) return checks[string(element.type)]?.(element, string(value), value)
  const error = 'Please complete this required field.'
  return block.optional === true ? undefined : { rule: 'a required input is filled in', error }
}

type Check = (element: Json, text: string, value: unknown) => Broken | undefined

const checkText: Check = (element, text) => {
  const min = Number(element.min_length ?? 0)
  const max = Number(element.max_length ?? 3_000)
  if (text.length < min)
    return { rule: 'a text reaches its min_length', error: `Please enter at least ${min} characters.` }
  return text.length > max
    ? { rule: 'a text stays within its max_length', error: `Please enter no more than ${max} characters.` }
    : undefined
}

const checkNumber: Check = (element, text) => {
  const { min_value: min, max_value: max } = element
  if (!isNumeral(text)) return { rule: 'a number is a number', error: 'Please enter a valid number.' }
  if (element.is_decimal_allowed !== true && text.includes('.'))
    return { rule: 'a whole number has no decimals', error: 'Please enter a whole number.' }
  if (min !== undefined && Number(text) < Number(min))
    return { rule: 'a number reaches min_value', error: `Please enter a number that is at least ${string(min)}.` }
  if (max !== undefined && Number(text) > Number(max))
    return { rule: 'a number stays within max_value', error: `Please enter a number that is at most ${string(max)}.` }
  return undefined
}

const checkMany: Check = (element, _, value) => {
  const max = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY)
  return Array.isArray(value) && value.length > max
    ? { rule: 'a choice stays within max_selected_items', error: `Please choose no more than ${max}.` }
    : undefined
}

const checkFiles: Check = (element, _, value) => {
  const max = Number(element.max_files ?? 10)
  const files = records(value)
  if (files.length > max)
    return {
      rule: 'files stay within max_files',
      error: `Please choose no more than ${max} ${max === 1 ? 'file' : 'files'}.`,
    }
  const taken = strings(element.filetypes).map((one) => one.toLowerCase())
  const wrong = files.find((file) => taken.length > 0 && !taken.includes(extensionOf(string(file.name))))
  return (
    wrong && {
      rule: 'files have the filetypes asked for',
      error: `${string(wrong.name)} is not of a kind taken here: ${taken.join(', ')}.`,
    }
  )
}

const written =
  (rule: Broken['rule'], pattern: RegExp, error: string): Check =>
  (_, text) =>
    pattern.test(text) ? undefined : { rule, error }

const checks: Readonly<Record<string, Check>> = {
  plain_text_input: checkText,
  number_input: checkNumber,
  email_text_input: written(
    'an email input holds an address',
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'Please enter a valid email address.',
  ),
  url_text_input: written('a URL input holds a URL', /^https?:\/\/\S+$/, 'Please enter a valid URL.'),
  datepicker: written('a date is a date', /^\d{4}-\d{2}-\d{2}$/, 'Please choose a date.'),
  timepicker: written('a time is a time', /^\d{2}:\d{2}$/, 'Please choose a time.'),
  file_input: checkFiles,
  multi_static_select: checkMany,
  multi_external_select: checkMany,
  multi_users_select: checkMany,
  multi_conversations_select: checkMany,
  multi_channels_select: checkMany,
}
