import { type Read, unreadable } from '../fault.ts'
import type { NumericKind } from './quantity.ts'

/** What could stand in the place of some words, and the sentence that says so. */
type Offer = { readonly said: string; readonly meant: readonly string[]; readonly message: string }

/** A refusal that may know what was meant. Its own message is for where that does not fit what stands beside it. */
export type Refusal = Extract<Read<never>, { readonly ok: false }> & { readonly offer?: Offer }

export type Offered<T> = { readonly ok: true; readonly value: T } | Refusal

export function offering(message: string, offer: Offer): Refusal {
  return { ...unreadable(message), offer }
}

/** Refuses some words for others; where these do not fit, it says how any target is written. */
export function instead(
  says: string,
  kind: NumericKind,
  { said, meant, why = '' }: Omit<Offer, 'message'> & { readonly why?: string },
): Refusal {
  return offering(`${says}: ${forms(kind)}`, { said, meant, message: `${says}: ${inWords(meant)}${why}` })
}

/** `write "< 5" or "> 5"`; a figure alone stands without quotes. */
export function inWords(meant: readonly string[]): string {
  return `write ${meant.map((one) => (/^-?\d+(?:\.\d+)?$/u.test(one) ? one : `"${one}"`)).join(' or ')}`
}

/** The same refusal of a longer text. */
export function further(refusal: Refusal, by: number): Refusal {
  return { ...refusal, at: by + refusal.at }
}

export function notTarget(said: string, kind: NumericKind): string {
  return `"${said}" is not a target of a ${kind}`
}

export function noTarget(said: string, kind: NumericKind): string {
  return `${notTarget(said, kind)}: ${forms(kind)}`
}

/** Good targets of any item of a kind. */
export function forms(kind: NumericKind): string {
  return `write "${kind === 'rating' ? '> 3' : '< 5'}", ">= 4.5" or "${rangeOf(kind)}"`
}

export function rangeOf(kind: NumericKind): string {
  return kind === 'rating' ? '3..4' : '18..25'
}
