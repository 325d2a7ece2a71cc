import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { blockShapes } from '../src/sandbox/limits/block-shapes.ts'
import { limits } from '../src/sandbox/limits/check.ts'
import { compositionShapes } from '../src/sandbox/limits/composition-shapes.ts'
import { elementShapes } from '../src/sandbox/limits/element-shapes.ts'
import { manifestShapes } from '../src/sandbox/limits/manifest-shapes.ts'
import type { Property, Shape } from '../src/sandbox/limits/properties.ts'
import { richTextShapes } from '../src/sandbox/limits/rich-text-shapes.ts'
import { homeShape, messageShape, modalShape } from '../src/sandbox/limits/view-shape.ts'
import { platformRules } from '../src/sandbox/rules/platform-rules.ts'

export const rulesPage = fileURLToPath(new URL('../docs/sandbox-rules.md', import.meta.url))

/** The whole table of strictness, as docs/sandbox-rules.md shows it. */
export function describeRules(): string {
  const rules = Object.entries(platformRules).map(([name, rule]) => ({ name, ...rule }))
  const areas = [...new Set(rules.map((rule) => rule.area))]
  return `${[
    '# The rules of the sandbox',
    'Written by `npm run docs:rules` from `src/sandbox/rules` and `src/sandbox/limits`; a test fails when it is stale.',
    `There are ${rules.length + limits.length} rows: ${rules.length} about what the platform refuses or does, ${limits.length} about payloads and the manifest. Each can be switched off by its name (\`rulesOff\` of \`startSandbox\`, \`sandbox.without\`), and for each a test sees the refusal go away. Pages are those of docs.slack.dev.`,
    '## What the platform refuses and does',
    ...areas.flatMap((area) => [
      `### ${area}`,
      table(
        ['Rule', 'Refused with', 'Page'],
        rules
          .filter((rule) => rule.area === area)
          .map((rule) => [`**${rule.name}**<br>${rule.says}`, code(rule.error), rule.page]),
      ),
    ]),
    '## Payloads and the manifest',
    'A message is refused with `invalid_blocks` (or `msg_blocks_too_long`), a view with `invalid_arguments` (or `view_too_large`), with a pointer to each fault in `response_metadata.messages` and `errors`; a manifest keeps the sandbox from starting. Rows are named `object.property what`, where what is required, type, min, max, enum, pattern, text or allowed; `object unexpected property`; `object surface`.',
    ...Object.entries(groups).flatMap(([title, shapes]) => [`### ${title}`, tableOfShapes(shapes)]),
    '### Between properties and over the whole',
    table(
      ['Rule', 'Objects'],
      limits
        .filter((rule) => !isOfProperty(rule.name))
        .map((rule) => [`**${rule.name}**<br>${rule.says ?? ''}`, rule.shapes.join(', ')]),
    ),
  ].join('\n\n')}\n`
}

const groups: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'Messages and views': { message: messageShape, view: modalShape, 'home view': homeShape },
  'Blocks (reference/block-kit/blocks)': blockShapes,
  'Elements (reference/block-kit/block-elements)': elementShapes,
  'Composition objects (reference/block-kit/composition-objects)': compositionShapes,
  'Rich text (reference/block-kit/blocks/rich-text-block)': richTextShapes,
  'The manifest (reference/app-manifest)': manifestShapes,
}

const propertyRows = new Set(
  Object.values(groups).flatMap((shapes) =>
    Object.entries(shapes).flatMap(([shape, { properties }]) => [
      `${shape} unexpected property`,
      `${shape} surface`,
      ...Object.keys(properties).map((name) => `${shape}.${name}`),
    ]),
  ),
)

const isOfProperty = (name: string): boolean =>
  propertyRows.has(name) || propertyRows.has(name.replace(/ (required|type|min|max|enum|pattern|text|allowed)$/, ''))

function tableOfShapes(shapes: Readonly<Record<string, Shape>>): string {
  return table(
    ['Object', 'Properties', 'Surfaces'],
    Object.entries(shapes).map(([name, { properties, surfaces }]) => [
      `\`${name}\``,
      Object.entries(properties)
        .map(([property, limits]) => `\`${property}\` ${describeProperty(limits)}`.trim())
        .join(' · '),
      surfaces?.join(', ') ?? '',
    ]),
  )
}

const units: Partial<Record<Property['kind'], string>> = {
  string: ' characters',
  text: ' characters',
  children: ' items',
  rows: ' rows',
  strings: ' items',
}

function describeProperty({ kind, required, min, max, values, pattern, shapes }: Property): string {
  const range = [min, max].every((one) => one === undefined) ? '' : `${min ?? 0} to ${max ?? '…'}${units[kind] ?? ''}`
  return [
    required === true ? 'required' : '',
    kind === 'boolean' ? 'true or false' : '',
    kind === 'integer' ? 'a whole number' : '',
    shapes === undefined ? '' : shapes.join('/'),
    values === undefined ? '' : values.join('/'),
    range,
    pattern === undefined ? '' : `\`${pattern.source.replaceAll('|', '\\|')}\``,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** Slack's codes in code, what a member reads in quotation marks. */
function code(error: string | null): string {
  if (error === null) return '–'
  return /^[a-z_]+$/.test(error) ? `\`${error}\`` : `“${error}”`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(escaped)))].join('\n')
}

/** A bar outside code would end the cell. */
const escaped = (cell: string): string => cell.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll(/<(?!br>)/g, '&lt;')

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(rulesPage, describeRules())
