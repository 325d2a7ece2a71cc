import type { Refusal } from './refusal.ts'

/** What a decision gives: the next state with what to record, or the reason why not. */
export type Outcome<Next> =
  | { readonly ok: true; readonly next: Next }
  | { readonly ok: false; readonly refusal: Refusal }

export function accept<Next>(next: Next): Outcome<Next> {
  return { ok: true, next }
}

export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
