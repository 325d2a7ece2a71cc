import type { Entry, Said } from '../document/block.ts'
import type { DraftItem } from '../draft.ts'
import { withoutLeadingOrnament } from '../reading/ornaments.ts'
import { type Reading, readingOf } from '../reading/reading.ts'
import { isTask } from '../reading/words.ts'
import { phraseOf } from '../timing/cadence.ts'
import { timingOf, untimed } from '../timing/timing.ts'
import { commandIn } from './commands.ts'
import { asks } from './having.ts'

/** What reading items needs to know of the document as a whole. */
export type Customs = {
  /** The sign that it uses for money. */
  readonly currency: string | null
  /** Figures are when something is to be said, not what should be. */
  readonly conditions?: boolean
}

/** An entry of a list with what stands below it. */
export function itemOf(entry: Entry, customs: Customs): DraftItem {
  const code = entry.blocks.find((block) => block.kind === 'code')
  const command = code ? commandIn(code) : null
  const notes = entry.blocks.flatMap((block) => (block.kind === 'said' ? [block] : []))
  const text = withoutMarks(entry.text)
  const reading = customs.conditions && !asks(text) ? ticked(text) : readingOf(text, customs.currency)
  return {
    ...bare(reading.title, [entry.line, ...entry.more, ...notes.map(({ line }) => line)]),
    asked: reading.asked,
    optional: isOptional(entry.text),
    look: entry.links.join(' ') || null,
    note: [reading.note, ...notes.map(({ text }) => text)].filter((text) => text !== null).join(' ') || null,
    ifFailed: reading.ifFailed,
    unclear: unclearOf(reading, entry.line),
    run: command?.run ?? null,
    expect: command?.expect ?? null,
    every: everyOf(entry.text),
    told: null,
  }
}

/** A line of text that asks for something. */
export function itemOfLine({ text, line }: Said, customs: Customs): DraftItem {
  return itemRead(readingOf(text, customs.currency), line)
}

export function itemRead(reading: Reading, line: number): DraftItem {
  return { ...bare(reading.title, [line]), ...reading, unclear: unclearOf(reading, line) }
}

export function unclearOf({ unclear }: Reading, line: number): DraftItem['unclear'] {
  return unclear === null ? null : { text: unclear, line }
}

export function bare(title: string, lines: readonly number[]): DraftItem {
  return {
    title,
    lines,
    asked: '',
    optional: false,
    look: null,
    note: null,
    run: null,
    expect: null,
    ifFailed: null,
    unclear: null,
    compare: [],
    every: null,
    told: null,
  }
}

/** `Quarterly review of the handbook` says by its first word how often. */
function everyOf(text: string): DraftItem['every'] {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  if (!/ly$|^annual$|^regular$/iu.test(first)) return null
  return phraseOf(timingOf(first), untimed)
}

/** A figure "measured" is a reading where the target stands in a line of its own. */
export function withTarget(item: DraftItem, reading: Reading, { text, line }: Said): DraftItem {
  const measured = { ...item, asked: reading.asked, lines: [...item.lines, line] }
  const unclear = unclearOf(reading, line)
  return unclear ? { ...measured, unclear, note: [item.note ?? '', text].join(' ').trim() } : measured
}

export function takesFigures({ asked }: DraftItem): boolean {
  return /^(?:number|percent|money|duration|rating)\b/u.test(asked)
}

export function measures({ title }: DraftItem): boolean {
  return isTask(title) && /^(?:measure|record|track|note|document|log)\b/iu.test(title)
}

function isOptional(text: string): boolean {
  return /\((?:optional|nice to have|if time permits|if possible)\)|^optional\b/iu.test(text)
}

function ticked(title: string): Reading {
  return { title, asked: '', ifFailed: null, note: null, unclear: null }
}

/** Of a line that is struck through, or that has a mark of its own. */
function withoutMarks(text: string): string {
  return withoutLeadingOrnament(text.replace(/~~/gu, ''))
}
