import type { Plan } from '../../domain/plan.ts'

/** What a document became. */
export type Imported = {
  /** The plan as a file: short form, each part with the line of the document it comes from, `# chosen` behind what the document leaves open. */
  readonly yaml: string
  /** The same, read back: it has no faults. */
  readonly plan: Plan
  readonly counts: { readonly rituals: number; readonly sections: number; readonly items: number }
  /** Where each line went, in order; a line may have gone to several places. */
  readonly placed: readonly Placed[]
  /** Every other line that says something, and each of which no more than the beginning is in the plan, in order. */
  readonly unplaced: readonly Unplaced[]
}

/** Lines count from 1; `at` is the way from the top of the plan file, such as `rituals/morning/System health/Disk used`. */
export type Placed = { readonly line: number; readonly at: string }

export type Unplaced = { readonly line: number; readonly text: string; readonly reason: string }

/** Where a document holds nothing that a team could do; `reason` is a sentence. */
export type NotImported = { readonly reason: string }

/** What a document leaves open and whoever imports it knows; each has a default that is marked as chosen. */
export type Choices = {
  /** Of the file, for the plan's name where the document has no title. */
  readonly fileName: string
  /** The plan's name. */
  readonly name?: string
  readonly timezone?: string
  readonly channel?: string
  /** Of all that names no role. */
  readonly owner?: string
  /** Who has a role, by its name in the plan. */
  readonly people?: Readonly<Record<string, readonly string[]>>
}
