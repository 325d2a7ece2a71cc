import { eq, sql } from 'drizzle-orm'
import type { ChecklistItem, ItemState, Settlement } from '../domain/checklist.ts'
import type { Reading } from '../domain/reading/reading.ts'
import { checklists, items } from './schema.ts'

/** As one value, because a statement of so many parameters takes longer to write than to run. */
export type GivenItems = { readonly rows: readonly ReturnType<typeof rowOf>[] }

/** An item as `given` names its columns. */
export function rowOf({ section, settlement, ...definition }: ChecklistItem, position: number) {
  return { id: definition.id, position, section, definition, ...settledRow(settlement) }
}

/** The columns of `given` that tell how an item was settled. */
export const settlementTypes = sql.raw(
  'state text, settled_by text, settled_at timestamptz, reading jsonb, note text, issue text',
)

function settledRow({ state, ...settled }: Settlement) {
  const { by = null, at = null, reading = null, note = null, issue = null } = settled as Partial<Settled>
  return { state, settled_by: by, settled_at: at, reading, note, issue }
}

type Settled = Omit<Extract<Settlement, { state: 'failed' }>, 'state'>

export type KeptItem = readonly [
  section: number,
  definition: Omit<ChecklistItem, 'section' | 'settlement'>,
  state: ItemState,
  settledBy: string | null,
  settledAt: string | null,
  reading: Reading | null,
  note: string | null,
  issue: string | null,
]

const readKept = (json: string | object) => items.definition.mapFromDriverValue(json) as unknown as readonly KeptItem[]

/** The items of a checklist as one value, because to read them column by column takes several times as long. */
export const keptItems = sql`(
  select json_agg(json_build_array(section, definition, state, settled_by, settled_at, reading, note, issue)
    order by position) from ${items} where ${eq(items.checklist, checklists.id)})`.mapWith(readKept)

export function itemOf([section, definition, ...settled]: KeptItem): ChecklistItem {
  return { ...definition, section, settlement: settlementOf(settled) }
}

type Tail<Row extends readonly unknown[]> = Row extends readonly [unknown, unknown, ...infer Rest] ? Rest : never

function settlementOf([state, by, settledAt, reading, note, issue]: Tail<KeptItem>): Settlement {
  if (by === null || settledAt === null) return { state: 'open' }
  const at = new Date(settledAt)
  switch (state) {
    case 'failed':
      if (issue === null) throw new Error('A failed item has an issue, by the constraint of its table.')
      return { state, by, at, reading, note, issue }
    case 'not-applicable':
      return { state, by, at, note }
    default:
      return { state: 'done', by, at, reading }
  }
}
