import { record, records, string, strings } from '../json.ts'
import type { Json } from '../protocol.ts'
import { elementShapes } from './element-shapes.ts'
import { distinct, exactlyOne, given, relation } from './relation.ts'
import type { Rule } from './rules.ts'

const optionHolders = ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons', 'overflow']
const plainOptionHolders = ['static_select', 'multi_static_select', 'overflow']
const focusable = Object.keys(elementShapes).filter((shape) => elementShapes[shape]?.properties.focus_on_load)
const initialHolders = ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons']

/** What must hold within elements and their options. */
export const elementRelations: readonly Rule[] = [
  relation(
    'select has options or groups',
    ['static_select', 'multi_static_select'],
    (one) => exactlyOne(one.options, one.option_groups),
    '',
    'give options or option_groups, not both',
  ),
  relation(
    'option values unique',
    optionHolders,
    (one) => distinct(optionValues(one)),
    '/options',
    'option values must be unique',
    'unique',
  ),
  relation(
    'option has value',
    optionHolders,
    (one) => allOptions(one).every((option) => given(option.value)),
    '/options',
    'each option needs a value',
    'required',
  ),
  relation(
    'option url only in overflow',
    ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons'],
    (one) => allOptions(one).every((option) => !given(option.url)),
    '/options',
    'an option may have a url in an overflow menu only',
  ),
  relation(
    'option mrkdwn only in checkboxes and radio_buttons',
    plainOptionHolders,
    noMrkdwn,
    '/options',
    'option text must be plain_text',
  ),
  relation(
    'initial options among options',
    initialHolders,
    initialAmongOptions,
    '/initial_option',
    'initial options must be among the options',
  ),
  relation(
    'plain_text_input lengths',
    ['plain_text_input'],
    (one) => Number(one.min_length ?? 0) <= Number(one.max_length ?? 3_000),
    '/min_length',
    'min_length is above max_length',
  ),
  relation(
    'plain_text_input initial_value',
    ['plain_text_input'],
    (one) => string(one.initial_value).length <= Number(one.max_length ?? 3_000),
    '/initial_value',
    'initial_value is longer than max_length',
    'max_length',
  ),
  relation(
    'number_input numbers',
    ['number_input'],
    (one) =>
      [one.initial_value, one.min_value, one.max_value].every((value) => !given(value) || isNumeral(string(value))),
    '',
    'must be numbers written as strings',
    'pattern',
  ),
  relation(
    'dispatch_action_config values',
    ['dispatch_action_config'],
    (one) =>
      strings(one.trigger_actions_on).every((value) => ['on_enter_pressed', 'on_character_entered'].includes(value)),
    '/trigger_actions_on',
    'must be on_enter_pressed or on_character_entered',
    'enum',
  ),
  relation(
    'filter.include values',
    ['filter'],
    (one) => strings(one.include).every((value) => ['im', 'mpim', 'private', 'public'].includes(value)),
    '/include',
    'must be im, mpim, private or public',
    'enum',
  ),
  relation(
    'datepicker initial_date exists',
    ['datepicker'],
    (one) => !given(one.initial_date) || isDay(string(one.initial_date)),
    '/initial_date',
    'there is no such day',
  ),
  relation(
    'timepicker timezone exists',
    ['timepicker'],
    (one) => !given(one.timezone) || isZone(string(one.timezone)),
    '/timezone',
    'must be a zone of the IANA database',
  ),
  relation(
    'file_input in modals',
    ['file_input'],
    (_, node) => node.surface === 'modal',
    '',
    'file_input works in modals only',
    'surface',
  ),
  relation(
    'response_url_enabled in modal inputs',
    ['conversations_select', 'channels_select'],
    (one, node) => one.response_url_enabled !== true || (node.surface === 'modal' && node.parent?.shape === 'input'),
    '/response_url_enabled',
    'response_url_enabled works in input blocks of modals only',
  ),
  relation(
    'focus_on_load in views',
    focusable,
    (one, node) => one.focus_on_load !== true || node.surface !== 'message',
    '/focus_on_load',
    'focus_on_load works in views only',
    'surface',
  ),
]

const allOptions = (element: Json): readonly Json[] => [
  ...records(element.options),
  ...records(element.option_groups).flatMap((group) => records(group.options)),
]

const optionValues = (element: Json) => allOptions(element).map((option) => option.value)

function initialAmongOptions(element: Json): boolean {
  const initial = [
    ...records(element.initial_options),
    ...(given(element.initial_option) ? [record(element.initial_option)] : []),
  ]
  return initial.every((one) => allOptions(element).some((option) => sameOption(option, one)))
}

/** Slack compares the whole option, so a changed text is another option. */
const sameOption = (one: Json, other: Json): boolean =>
  one.value === other.value && string(record(one.text).text) === string(record(other.text).text)

function noMrkdwn(element: Json): boolean {
  return allOptions(element).every((option) => record(option.text).type === 'plain_text')
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
    return true
  } catch {
    return false
  }
}

export const isNumeral = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value)
