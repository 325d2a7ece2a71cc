import type { Rule } from './rules.ts'

/** Something wrong or doubtful in a plan file, and where. Lines and columns count from 1. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly level: 'fault' | 'warning'
  readonly rule: Rule
  readonly message: string
}

/** The way from the top of the file to a value: keys and list indexes. */
export type Path = readonly (string | number)[]

export type Complaint = {
  readonly path: Path
  readonly rule: Rule
  readonly message: string
  /** Point at the key rather than at its value. */
  readonly key?: boolean
  /** How far into the value the offending word stands. */
  readonly at?: number
}

export type Report = (complaint: Complaint) => void

/** A value that can be read, or one sentence about why not; `at` is the index of the offending word. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly at: number }

export function unreadable(
  message: string,
  at = 0,
): { readonly ok: false; readonly message: string; readonly at: number } {
  return { ok: false, message, at }
}
