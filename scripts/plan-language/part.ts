import type { z } from 'zod'

/** What a key may hold where its form leaves that to a reader of its own. */
export type Holds =
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'map'; readonly of: Holds; readonly keys: 'names' | 'headings' }
  | { readonly kind: 'list'; readonly of: Holds }
  | { readonly kind: 'either'; readonly of: readonly Holds[] }
  | { readonly kind: 'keys'; readonly keys: readonly string[]; readonly of: Holds; readonly most?: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'item' }

export const text: Holds = { kind: 'text' }
export const item: Holds = { kind: 'item' }
export const aPart = (part: string): Holds => ({ kind: 'part', part })
export const mapOf = (of: Holds): Holds => ({ kind: 'map', of, keys: 'names' })
export const underHeadings = (of: Holds): Holds => ({ kind: 'map', of, keys: 'headings' })
export const listOf = (of: Holds): Holds => ({ kind: 'list', of })
export const either = (...of: readonly Holds[]): Holds => ({ kind: 'either', of })

/** One key of the language, as the manual and the schema tell it. */
export type Key = {
  /** What it means, as a phrase. */
  readonly says: string
  /** What may stand behind it, as YAML on one line. */
  readonly example: string
  /** What holds without it. */
  readonly without?: string
  /** Keys that the example needs beside it. */
  readonly beside?: Readonly<Record<string, string>>
  /** A key that it cannot stand beside. */
  readonly insteadOf?: string
  readonly holds?: Holds
}

export type Part<Names extends string = string> = {
  readonly form: z.ZodObject
  /** A plan with `…` where keys of this part stand. */
  readonly around: string
  /** Keys without which there is no such part to try another in. */
  readonly least: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<Names, Key>>
}

/** Every key of a form with its words: the compiler names those that were forgotten. */
export function part<Shape extends z.ZodRawShape, More extends string = never>(
  form: z.ZodObject<Shape>,
  { around, least = {} }: { readonly around: string; readonly least?: Readonly<Record<string, string>> },
  keys: Readonly<Record<Extract<keyof Shape, string> | More, Key>>,
): Part<Extract<keyof Shape, string> | More> {
  return { form: form as unknown as z.ZodObject, around, least, keys }
}
