import { list, record, records, string, strings } from '../json.ts'
import type { Json } from '../protocol.ts'
import { richTextDateTokens, unknownTokens } from './date-tokens.ts'
import { elementShapes } from './element-shapes.ts'
import { type Finding, finding, type Node, none, type Rule } from './rules.ts'

/** A row for what must hold between properties of one object. */
function relation(
  name: string,
  shapes: readonly string[],
  holds: (value: Json, node: Node) => boolean,
  at: string,
  message: string,
  type = 'invalid',
): Rule {
  return {
    name,
    says: message,
    shapes,
    check: (node): readonly Finding[] =>
      holds(node.value, node) ? none : [finding(node.pointer + at, message, { type })],
  }
}

const given = (value: unknown): boolean => value !== undefined && value !== null
const exactlyOne = (...values: readonly unknown[]): boolean => values.filter(given).length === 1

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

const noMrkdwn = (element: Json): boolean =>
  allOptions(element).every((option) => record(option.text).type === 'plain_text')
const rowsOf = (block: Json) => list(block.rows).map(list)

const charts = ['line', 'bar', 'area']
const categories = (chart: Json) => strings(record(chart.axis_config).categories)
const labels = (series: Json) => records(series.data).map((point) => string(point.label))
const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length
const sameLabels = (chart: Json) => (series: Json) => {
  const got = [...labels(series)].sort()
  const expected = [...categories(chart)].sort()
  return got.length === expected.length && got.every((label, index) => label === expected[index])
}

const optionHolders = ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons', 'overflow']
const plainOptionHolders = ['static_select', 'multi_static_select', 'overflow']
const focusable = Object.keys(elementShapes).filter((shape) => elementShapes[shape]?.properties.focus_on_load)
const initialHolders = ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons']

export const relationRules: readonly Rule[] = [
  relation(
    'section has text or fields',
    ['section'],
    (one) => given(one.text) || given(one.fields),
    '',
    'a section needs text or fields',
    'required',
  ),
  {
    name: 'section.fields text max',
    says: 'each field must be less than 2001 characters',
    shapes: ['section'],
    applies: (node) => given(node.value.fields),
    check: (node) =>
      records(node.value.fields).flatMap((field, index) => {
        const got = string(field.text).length
        const at = `${node.pointer}/fields/${index}/text`
        return got <= 2_000
          ? none
          : [finding(at, 'must be less than 2001 characters', { type: 'max_length', expected: 2_000, got })]
      }),
  },
  relation(
    'image has one source',
    ['image', 'image_element'],
    (one) => exactlyOne(one.image_url, one.slack_file),
    '',
    'give image_url or slack_file, not both',
  ),
  relation(
    'slack_file has one source',
    ['slack_file'],
    (one) => exactlyOne(one.id, one.url),
    '',
    'give id or url, not both',
  ),
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
    'card has content',
    ['card'],
    (one) => [one.hero_image, one.title, one.actions, one.body].some(given),
    '',
    'a card needs hero_image, title, actions or body',
    'required',
  ),
  relation(
    'container has one title',
    ['container'],
    (one) => exactlyOne(one.title, one.rich_text_title),
    '',
    'give title or rich_text_title',
    'required',
  ),
  relation(
    'container collapsed needs collapsible',
    ['container'],
    (one) => one.default_collapsed !== true || one.is_collapsible === true,
    '/default_collapsed',
    'default_collapsed needs is_collapsible',
  ),
  relation(
    'container divider excludes collapsible',
    ['container'],
    (one) => one.has_header_divider !== true || one.is_collapsible !== true,
    '/has_header_divider',
    'has_header_divider needs a container that does not collapse',
  ),
  relation(
    'table columns',
    ['table', 'data_table'],
    (one) => rowsOf(one).every((row) => row.length >= 1 && row.length <= 20),
    '/rows',
    'a row has 1 to 20 cells',
    'max_items',
  ),
  relation(
    'table rows same length',
    ['table', 'data_table'],
    (one) => rowsOf(one).every((row) => row.length === rowsOf(one)[0]?.length),
    '/rows',
    'every row must have the same length',
  ),
  relation(
    'data_table header raw_text',
    ['data_table'],
    (one) => records(list(one.rows)[0]).every((cell) => cell.type === 'raw_text'),
    '/rows/0',
    'the header row may only hold raw_text',
  ),
  relation(
    'raw_number value',
    ['raw_number', 'point'],
    (one) => Number.isFinite(one.value),
    '/value',
    'must be a number',
    'invalid_type',
  ),
  relation(
    'segment value',
    ['segment'],
    (one) => Number.isFinite(one.value) && Number(one.value) > 0,
    '/value',
    'must be a number above zero',
    'min_value',
  ),
  relation(
    'series names unique',
    charts,
    (one) => distinct(records(one.series).map((series) => series.name)),
    '/series',
    'series names must be unique',
    'unique',
  ),
  relation(
    'series points match categories',
    charts,
    (one) => records(one.series).every(sameLabels(one)),
    '/series',
    'each series needs exactly one point per category',
  ),
  relation(
    'series categories unique',
    charts,
    (one) => distinct(categories(one)),
    '/axis_config/categories',
    'categories must be unique',
    'unique',
  ),
  relation(
    'category length',
    ['axis_config'],
    (one) => strings(one.categories).every((label) => label.length >= 1 && label.length <= 20),
    '/categories',
    'must be less than 21 characters',
    'max_length',
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
    'date format tokens',
    ['date'],
    (one) => unknownTokens(string(one.format), richTextDateTokens).length === 0,
    '/format',
    'holds a token that Slack does not know, or none',
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
