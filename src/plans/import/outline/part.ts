import type { Code, Entry, Said, Table } from '../document/block.ts'
import type { Timing } from '../timing/timing.ts'
import type { Told } from './told.ts'

/** What stands under a heading, a label or an entry with more below it. */
export type Part = {
  readonly line: number
  /** The words of the heading, without its number, ornaments and what its timing says. */
  readonly title: string
  readonly heading: string
  readonly kind: 'document' | 'heading' | 'label' | 'task' | 'group'
  /** 1 to 6 of a heading; deeper of what stands below them. */
  readonly rank: number
  readonly timing: Timing
  /** Of the tables of names and values under it: `Owner: Technical lead`. */
  readonly told: readonly Told[]
  readonly body: readonly (Entry | Said | Code | Table)[]
  readonly parts: readonly Part[]
}

/** How deep what is no heading stands. */
export const rankOf = { bold: 7, plain: 8, task: 9, group: 10 } as const
