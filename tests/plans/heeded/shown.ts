import type { Part } from '../../../scripts/plan-language/part.ts'
import type { Surface } from './surfaces.ts'

type Keys = Readonly<Record<string, string>>

/** Where a key shows: words that stand on a surface with its example and not without it, or the contrary. */
export type Shown = {
  readonly on: Surface
  readonly words: string
  readonly how: 'says' | 'hides'
  /** What the plan needs beside it, that what the key does can be seen. */
  readonly beside: Keys
  /** What stands there where nothing can. */
  readonly instead: Keys
}

type More = Partial<Pick<Shown, 'beside' | 'instead'>>

export const says = (on: Surface, words: string, more: More = {}): Shown => shown('says', on, words, more)
export const hides = (on: Surface, words: string, more: More = {}): Shown => shown('hides', on, words, more)

function shown(how: Shown['how'], on: Surface, words: string, { beside = {}, instead = {} }: More): Shown {
  return { how, on, words, beside, instead }
}

type KeysOf<One> = One extends Part<infer Names> ? Names : never

/** Every key of every part, with each place where it shows: the compiler names those that were forgotten. */
export type Heeded<Parts extends Readonly<Record<string, Part>>> = {
  readonly [Name in keyof Parts]: Readonly<Record<KeysOf<Parts[Name]>, Shown | readonly Shown[]>>
}
