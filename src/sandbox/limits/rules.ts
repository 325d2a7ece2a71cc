import type { Json } from '../protocol.ts'

export type Surface = 'message' | 'modal' | 'home' | 'manifest'

/** One object of a payload and where it stands; the root is the message, the view or the manifest itself. */
export type Node = {
  /** The name of its shape: a block's or element's type, or `option`, `confirm`, `view` … */
  readonly shape: string
  readonly value: Json
  readonly pointer: string
  readonly surface: Surface
  readonly parent: Node | null
}

export type Constraint = { readonly type: string; readonly expected?: unknown; readonly got?: unknown }

export type Finding = {
  readonly code: string
  readonly message: string
  readonly pointer: string
  readonly constraint: Constraint
  /** The Web API error it leads to, where it is not the surface's usual one. */
  readonly error?: string
}

/** One row of the table of limits. A row can be left out by its name. */
export type Rule = {
  readonly name: string
  /** What must hold, where the name does not tell the figure. */
  readonly says?: string
  /** The shapes it concerns, and when it concerns only some of them. */
  readonly shapes: readonly string[]
  readonly applies?: (node: Node) => boolean
  readonly check: (node: Node) => readonly Finding[]
}

export function finding(pointer: string, message: string, constraint: Constraint, error?: string): Finding {
  return { code: constraint.type, message, pointer, constraint, ...(error === undefined ? {} : { error }) }
}

export const none: readonly Finding[] = []
