import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  Option,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import type { Drawing } from '../drawing.ts'
import { joined, label, type Mrkdwn, mrkdwn, truncate } from '../text/mrkdwn.ts'

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, 150) }
}

export function section(text: Mrkdwn, accessory?: Button | Overflow): SectionBlock {
  return { type: 'section', text: rich(text, 3000), ...(accessory ? { accessory } : {}) }
}

export function fields(...texts: readonly Mrkdwn[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, 10).map((text) => rich(text, 2000)) }
}

export function context(...texts: readonly Mrkdwn[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => rich(text, 2000)) }
}

/** No blocks where there is nothing to press: Slack refuses an empty row. */
export function actions(...elements: readonly (Button | Overflow | null)[]): ActionsBlock[] {
  const given = elements.filter((element) => element !== null).slice(0, 25)
  return given.length === 0 ? [] : [{ type: 'actions', elements: given }]
}

export function divider(): DividerBlock {
  return { type: 'divider' }
}

/** `says` is what a screen reader says of a button whose words are repeated on other rows. */
export function button(
  text: string,
  control: {
    readonly action: string
    readonly value: string
    readonly says?: string
    readonly primary?: boolean
    readonly confirm?: Confirmation
  },
): Button {
  return {
    type: 'button',
    text: plainText(text, 75),
    action_id: control.action,
    value: control.value,
    ...(control.says ? { accessibility_label: label(control.says, 75) } : {}),
    ...(control.primary ? { style: 'primary' } : {}),
    ...(control.confirm ? { confirm: confirmation(control.confirm) } : {}),
  }
}

/** What is asked before something that cannot be undone. */
export type Confirmation = {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}

function confirmation({ title, text, yes, no }: Confirmation): ConfirmationDialog {
  return {
    title: plainText(title, 100),
    text: plainText(text, 300),
    confirm: plainText(yes, 30),
    deny: plainText(no, 30),
    style: 'danger',
  }
}

export function overflow(
  action: string,
  options: readonly { readonly text: string; readonly value: string }[],
): Overflow {
  return {
    type: 'overflow',
    action_id: action,
    options: options.slice(0, 5).map(({ text, value }) => option(text, value)),
  }
}

export function option(text: string, value: string): PlainTextOption & Option {
  return { text: plainText(text, 75), value }
}

export function plainText(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: label(text, max) }
}

/** `verbatim`, so that Slack does not look for channels, people and addresses in what somebody typed. */
export function rich(text: Mrkdwn, max: number): MrkdwnElement {
  return { type: 'mrkdwn', text: text.trim() === '' ? '–' : truncate(text, max), verbatim: true }
}

/** Many lines in as few sections as hold them. */
export function linesAsSections(lines: readonly Mrkdwn[], max = 2900): SectionBlock[] {
  const pages: Mrkdwn[] = []
  for (const line of lines.map((text) => truncate(text, max))) {
    const page = pages.at(-1)
    if (page !== undefined && page.length + line.length < max) pages[pages.length - 1] = joined([page, line], '\n')
    else pages.push(line)
  }
  return pages.map((page) => section(page))
}

export type Room = { readonly blocks: number; readonly characters: number }

/** Slack's limits are 50 blocks and some 13,200 characters over all of them. */
export const messageRoom: Room = { blocks: 50, characters: 13_000 }

/** A message that Slack takes: what does not fit is folded into one line, `foot` always stays. */
export function message(text: Mrkdwn, blocks: readonly KnownBlock[], foot: readonly KnownBlock[] = []): Drawing {
  return { text: truncate(text, 3900), blocks: folded(blocks, foot, messageRoom) }
}

export function folded(blocks: readonly KnownBlock[], foot: readonly KnownBlock[], room: Room): KnownBlock[] {
  if (fits([...blocks, ...foot], room)) return [...blocks, ...foot]
  const kept: KnownBlock[] = []
  const note = (left: number) => context(mrkdwn`and ${left} more`)
  let characters = charactersOf([...foot, note(blocks.length)])
  for (const block of blocks) {
    characters += charactersOf([block])
    if (characters > room.characters || kept.length + foot.length + 2 > room.blocks) break
    kept.push(block)
  }
  return [...kept, note(blocks.length - kept.length), ...foot]
}

function fits(blocks: readonly KnownBlock[], room: Room): boolean {
  return blocks.length <= room.blocks && charactersOf(blocks) <= room.characters
}

const shown = new Set(['text', 'alt_text', 'accessibility_label', 'label', 'title', 'name'])

/** Every character that a reader may meet. */
export function charactersOf(value: unknown, key = ''): number {
  if (typeof value === 'string') return shown.has(key) ? value.length : 0
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, inner]) => sum + charactersOf(inner, name), 0)
}
