import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Place } from './places.ts'

/** Which line of a document became what in a plan, and which became nothing, and why. */
export type Source = {
  readonly document: string
  readonly placed: readonly Placed[]
  readonly left: readonly Left[]
}

type Lines = { readonly lines: readonly number[] }
/** `reworded` says why the plan has other words or figures than the line. */
export type Placed = Lines & { readonly at: string; readonly reworded?: string | undefined }
export type Left = Lines & { readonly reason: string }

/** One line, `12-15`, or `12-15, 18`. */
const lines = z
  .union([z.int().transform(String), z.string().regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/)])
  .transform((said) => said.split(',').flatMap((part) => span(part.trim())))
const sentence = z.string().min(4)
const either = { line: lines.optional(), lines: lines.optional() }

const sourceForm = z.strictObject({
  document: z.string(),
  placed: z
    .array(z.strictObject({ ...either, at: z.string().min(1), reworded: sentence.optional() }))
    .transform((all) => all.map(({ line, lines, ...one }) => ({ ...one, lines: lines ?? line ?? [] }))),
  left: z
    .array(z.strictObject({ ...either, reason: sentence }))
    .transform((all) => all.map(({ line, lines, ...one }) => ({ ...one, lines: lines ?? line ?? [] }))),
})

/** One that cannot be read is empty, and says why. */
export function readSource(file: string): Source & { readonly faults: readonly string[] } {
  const nothing = { document: '', placed: [], left: [] }
  try {
    const read = sourceForm.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return read.success
      ? { ...read.data, faults: [] }
      : { ...nothing, faults: [`${file}: ${z.prettifyError(read.error)}`] }
  } catch (error) {
    return { ...nothing, faults: [`${file}: ${String(error)}`] }
  }
}

/** Nothing where there is no such file. */
export function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The lines of a document by number, without those that say nothing: empty ones, rules, fences. */
export function sayingLines(document: string): ReadonlyMap<number, string> {
  const all = document.split('\n').map((text, index) => [index + 1, text.trim()] as const)
  return new Map(all.filter(([, text]) => !/^```\w*$/.test(text) && /[\p{L}\p{N}]/u.test(text)))
}

/** Figures as amounts: `9:00 PM` is 21 and 0, `1st` none, `1,000` is 1000, `2025-12-06` is 2025, 12 and 6. */
export function figuresIn(text: string): readonly number[] {
  const clock = text
    .replace(/\b1st\b/g, 'first')
    .replace(/\b(\d{1,2})(:\d\d)? ?([AP])M\b/gi, (_, hour, minutes = ':00', half) => {
      const from = Number(hour) % 12
      return `${half.toUpperCase() === 'P' ? from + 12 : from}${minutes}`
    })
  return (clock.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')))
}

/** The beginnings of its words, so that `forwards` is `forward`. */
export function wordsIn(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .match(/\p{L}{4,}/gu) ?? []
  return words.map((word) => word.slice(0, 4))
}

/** What a line asks to be filled in with, where its blank tells. */
export function blankIn(line: string): 'money' | 'percent' | 'reading' | null {
  if (/\$_{2,}/.test(line)) return 'money'
  if (/_{2,} ?%/.test(line)) return 'percent'
  return /_{2,}/.test(line) ? 'reading' : null
}

/** Whether an item of the plan file takes such an answer. */
export function takes({ text }: Place, blank: 'money' | 'percent' | 'reading'): boolean {
  const kinds = blank === 'reading' ? 'number|percent|money|duration|rating|yes-no|choice|status|text|date' : blank
  const isLong = /^\{?\s*item:/.test(text)
  const form = isLong ? `(^|[{,])\\s*(${kinds}):` : `:\\s+(${kinds})\\b`
  return new RegExp(form, 'm').test(text)
}

function span(said: string): number[] {
  const [from = 0, to = from] = said.split('-').map(Number)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
