/** A document as the things that stand below each other in it. Lines count from 1. */
export type Block = Heading | Label | Entry | Said | Code | Table | Rule

type At = {
  readonly line: number
  /** Whether an empty line, or something else, parts it from what stands before it. */
  readonly apart: boolean
}

export type Heading = At & { readonly kind: 'heading'; readonly text: string; readonly rank: number }

/** A line that heads what follows: in bold, or with a colon at its end. */
export type Label = At & { readonly kind: 'label'; readonly text: string; readonly bold: boolean }

export type Marker = 'box' | 'bullet' | 'number'

/** A line of a list, with what stands below it. */
export type Entry = At & {
  readonly kind: 'entry'
  readonly text: string
  readonly marker: Marker
  readonly bold: boolean
  /** The lines over which its text goes on. */
  readonly more: readonly number[]
  /** Where its words lead. */
  readonly links: readonly string[]
  readonly blocks: readonly Block[]
}

/** Any other line. */
export type Said = At & { readonly kind: 'said'; readonly text: string }

export type Code = At & {
  readonly kind: 'code'
  readonly language: string
  readonly rows: readonly { readonly line: number; readonly text: string }[]
}

export type Table = At & {
  readonly kind: 'table'
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** A line across the page. */
export type Rule = At & { readonly kind: 'rule' }
