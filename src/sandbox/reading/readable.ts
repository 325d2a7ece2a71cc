import { list, record, records, string, strings } from '../json.ts'
import type { Json } from '../protocol.ts'
import { fillDate } from './dates.ts'

/** Who reads, and when: names for ids, and the zone that dates are shown in. */
export type Reader = {
  readonly timezone: string
  /** In milliseconds; today and yesterday are told from it. */
  readonly now: number
  userName(id: string): string
  channelName(id: string): string
  groupName(id: string): string
}

/** What a person reads in these blocks, one line after the other; controls stand in [brackets]. */
export function readable(blocks: readonly Json[], reader: Reader): string {
  return blocks
    .map((block) => readableBlock(block, reader))
    .filter((line) => line !== '')
    .join('\n')
}

export function readableBlock(block: Json, reader: Reader): string {
  const read = blockReaders[string(block.type)]
  return read === undefined ? '' : read(block, reader)
}

/** A text object, or mrkdwn as a plain string. */
export function readableText(text: unknown, reader: Reader): string {
  if (typeof text === 'string') return readMrkdwn(text, reader)
  const object = record(text)
  return object.type === 'plain_text' ? string(object.text) : readMrkdwn(string(object.text), reader)
}

type Read = (node: Json, reader: Reader) => string

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n')
const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

const blockReaders: Readonly<Record<string, Read>> = {
  section: (block, reader) =>
    words(
      lines(readableText(block.text, reader), ...list(block.fields).map((field) => readableText(field, reader))),
      readElement(record(block.accessory), reader),
    ),
  header: (block, reader) => readableText(block.text, reader),
  context: (block, reader) => words(...records(block.elements).map((one) => readElement(one, reader))),
  actions: (block, reader) => words(...records(block.elements).map((one) => readElement(one, reader))),
  context_actions: (block, reader) => words(...records(block.elements).map((one) => readElement(one, reader))),
  divider: () => '',
  image: (block, reader) => words(readableText(block.title, reader), `(${string(block.alt_text)})`),
  markdown: (block, reader) => readMrkdwn(string(block.text), reader),
  input: (block, reader) =>
    lines(
      `${readableText(block.label, reader)}${block.optional === true ? ' (optional)' : ''}: ${readElement(record(block.element), reader)}`.trimEnd(),
      readableText(block.hint, reader),
    ),
  rich_text: (block, reader) => lines(...records(block.elements).map((one) => readRichText(one, reader))),
  alert: (block, reader) => readableText(block.text, reader),
  table: (block, reader) => readRows(block.rows, reader),
  data_table: (block, reader) => lines(string(block.caption), readRows(block.rows, reader)),
  data_visualization: (block) => readChart(block),
  card: (block, reader) =>
    lines(
      readableText(block.title, reader),
      readableText(block.subtitle, reader),
      readableText(block.body, reader),
      words(...records(block.actions).map((one) => readElement(one, reader))),
    ),
  carousel: (block, reader) => readable(records(block.elements), reader),
  container: (block, reader) =>
    lines(
      readableText(block.title, reader),
      readableText(block.subtitle, reader),
      readable(records(block.child_blocks), reader),
    ),
  plan: (block, reader) => lines(string(block.title), readable(records(block.tasks), reader)),
  task_card: (block, reader) =>
    lines(
      words(string(block.title), `(${string(block.status)})`),
      ...[block.details, block.output].map((part) => readableBlock(record(part), reader)),
    ),
  video: (block, reader) => readableText(block.title, reader),
}

function readElement(element: Json, reader: Reader): string {
  const type = string(element.type)
  if (type === 'image') return `(${string(element.alt_text)})`
  if (type === 'plain_text' || type === 'mrkdwn') return readableText(element, reader)
  if (type === 'overflow') return '[⋯]'
  if (type === 'button' || type === 'workflow_button' || type === 'icon_button')
    return `[${readableText(element.text, reader)}]`
  if (type === 'feedback_buttons')
    return words(
      ...[element.positive_button, element.negative_button].map(
        (button) => `[${readableText(record(button).text, reader)}]`,
      ),
    )
  if (type === 'checkboxes' || type === 'radio_buttons') return readTicks(element, reader)
  return type === '' ? '' : readField(element, reader)
}

function readTicks(element: Json, reader: Reader): string {
  const chosen = [...records(element.initial_options), record(element.initial_option)].map((one) => one.value)
  const tick = (option: Json) => `${chosen.includes(option.value) ? '☑' : '☐'} ${readableText(option.text, reader)}`
  return words(...records(element.options).map(tick))
}

/** Pickers, selects and text fields: what they hold, else what their placeholder says. */
function readField(element: Json, reader: Reader): string {
  const option = record(element.initial_option)
  const options = records(element.initial_options)
  const held =
    readableText(option.text, reader) ||
    options.map((one) => readableText(one.text, reader)).join(', ') ||
    chosenNames(element, reader).join(', ') ||
    string(element.initial_value ?? element.initial_date ?? element.initial_time) ||
    readableText(element.placeholder, reader)
  return `[${held}]`
}

function chosenNames(element: Json, { userName, channelName }: Reader): readonly string[] {
  const { initial_user: user, initial_users: users } = element
  const { initial_conversation: place, initial_conversations: places, initial_channel: channel } = element
  return [
    ...strings([user, ...list(users)]).map((id) => `@${userName(id)}`),
    ...strings([place, channel, ...list(places)]).map((id) => `#${channelName(id)}`),
  ]
}

function readRows(rows: unknown, reader: Reader): string {
  const readCell = (cell: Json) =>
    cell.type === 'rich_text' ? readableBlock(cell, reader) : string(cell.text) || String(cell.value ?? '')
  return list(rows)
    .map((row) => records(row).map(readCell).join(' | '))
    .join('\n')
}

function readChart(block: Json): string {
  const chart = record(block.chart)
  const points = (data: unknown) =>
    records(data)
      .map((one) => `${string(one.label)} ${String(one.value)}`)
      .join(', ')
  const series = records(chart.series).map((one) => `${string(one.name)}: ${points(one.data)}`)
  return lines(string(block.title), points(chart.segments), ...series)
}

function readRichText(node: Json, reader: Reader): string {
  const parts = records(node.elements)
  if (node.type === 'rich_text_list') {
    const mark = (index: number) => (node.style === 'ordered' ? `${index + 1}.` : '•')
    return parts.map((one, index) => `${mark(index)} ${readRichText(one, reader)}`).join('\n')
  }
  return parts.map((one) => readInline(one, reader)).join('')
}

const inlineReaders: Readonly<Record<string, Read>> = {
  text: (node) => string(node.text),
  link: (node) => string(node.text) || string(node.url),
  emoji: (node) => (node.unicode === undefined ? `:${string(node.name)}:` : fromCodes(string(node.unicode))),
  user: (node, reader) => `@${reader.userName(string(node.user_id))}`,
  usergroup: (node, reader) => `@${reader.groupName(string(node.usergroup_id))}`,
  channel: (node, reader) => `#${reader.channelName(string(node.channel_id))}`,
  broadcast: (node) => `@${string(node.range)}`,
  date: (node, reader) => readMoment(Number(node.timestamp), string(node.format), string(node.fallback), reader),
  color: (node) => string(node.value),
}

const readInline: Read = (node, reader) => inlineReaders[string(node.type)]?.(node, reader) ?? ''

function fromCodes(unicode: string): string {
  return String.fromCodePoint(...unicode.split('-').map((code) => Number.parseInt(code, 16)))
}

function readMrkdwn(text: string, reader: Reader): string {
  return decodeEntities(unmark(text).replaceAll(/<([^<>]*)>/g, (_, inside: string) => readAngle(inside, reader)))
}

function readAngle(inside: string, reader: Reader): string {
  const [target = '', label] = inside.split('|', 2)
  if (target.startsWith('@')) return `@${reader.userName(target.slice(1))}`
  if (target.startsWith('#')) return `#${label || reader.channelName(target.slice(1))}`
  if (target.startsWith('!subteam^')) return `@${reader.groupName(target.slice('!subteam^'.length))}`
  if (target.startsWith('!date^')) return readDate(target, label ?? '', reader)
  if (target.startsWith('!')) return `@${label ?? target.slice(1)}`
  return label ?? target.replace(/^mailto:/, '')
}

function readDate(target: string, fallback: string, reader: Reader): string {
  const [, seconds, format = ''] = target.split('^')
  return readMoment(Number(seconds), format, fallback, reader)
}

const readMoment = (seconds: number, format: string, fallback: string, { timezone, now }: Reader): string =>
  (Number.isFinite(seconds) ? fillDate(format, seconds * 1000, timezone, now) : null) ?? fallback

/** Bold, italic, strike and code marks are formatting: a person sees what they enclose. */
function unmark(text: string): string {
  return text
    .replaceAll(/```\n?([\s\S]*?)\n?```/g, '$1')
    .replaceAll(/(^|[^\w`])`([^`\n]+)`(?!\w)/g, '$1$2')
    .replaceAll(/(^|[^\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?!\w)/g, '$1$2')
    .replaceAll(/(^|[^\w_])_([^_\s](?:[^_\n]*[^_\s])?)_(?!\w)/g, '$1$2')
    .replaceAll(/(^|[^\w~])~([^~\s](?:[^~\n]*[^~\s])?)~(?!\w)/g, '$1$2')
    .replaceAll(/^&gt; ?/gm, '')
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
