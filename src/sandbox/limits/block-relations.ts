import { list, record, records, string, strings } from '../json.ts'
import type { Json } from '../protocol.ts'
import { richTextDateTokens, unknownTokens } from './date-tokens.ts'
import { distinct, exactlyOne, given, relation } from './relation.ts'
import { finding, none, type Rule } from './rules.ts'

const charts = ['line', 'bar', 'area']

/** What must hold within blocks, their parts and charts. */
export const blockRelations: readonly Rule[] = [
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
    'date format tokens',
    ['date'],
    (one) => unknownTokens(string(one.format), richTextDateTokens).length === 0,
    '/format',
    'holds a token that Slack does not know, or none',
  ),
]

const rowsOf = (block: Json) => list(block.rows).map(list)

const categories = (chart: Json) => strings(record(chart.axis_config).categories)
const labels = (series: Json) => records(series.data).map((point) => string(point.label))
const sameLabels = (chart: Json) => (series: Json) => {
  const got = [...labels(series)].sort()
  const expected = [...categories(chart)].sort()
  return got.length === expected.length && got.every((label, index) => label === expected[index])
}
