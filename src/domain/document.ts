import { refuse } from './outcome.ts'
import type { Person, Plan } from './plan.ts'
import type { Refusal } from './refusal.ts'

/** What may become of a document that somebody wants to be a plan. */
export const documentStates = ['fetching', 'read', 'refused', 'applied', 'discarded', 'expired'] as const
export type DocumentState = (typeof documentStates)[number]

/** What its document leaves open of a plan, as whoever imports it has chosen it so far. */
export type PlanChoices = {
  readonly name?: string
  readonly timezone?: string
  readonly channel?: string
  readonly owner?: string
  /** Who has a role, by its name in the plan. */
  readonly people?: Readonly<Record<string, readonly string[]>>
}

/** Where it was asked for and where whoever imports it lives, as far as that is known. */
export type StartingChoices = { readonly channel?: string | null; readonly timezone?: string | null }

export function startingFrom({ channel, timezone }: StartingChoices): PlanChoices {
  return { ...(channel ? { channel } : {}), ...(timezone ? { timezone } : {}) }
}

/** What a document would be as a plan. */
export type DraftPlan = {
  readonly plan: Plan
  /** The same as a file. */
  readonly file: string
  readonly counts: { readonly rituals: number; readonly sections: number; readonly items: number }
  /** What was chosen for what the document leaves open, by the way to it from the top of the plan file. */
  readonly chosen: readonly { readonly at: string; readonly value: string }[]
  /** Lines that have no place in it. */
  readonly unplaced: readonly { readonly line: number; readonly text: string; readonly reason: string }[]
}

/** A document on its way to a plan. Its text is kept apart, and only while it may still be applied. */
export type PlanDocument = {
  readonly id: string
  readonly fileName: string
  readonly state: DocumentState
  readonly by: Person
  readonly receivedAt: Date
  readonly choices: PlanChoices
  /** Those who find it in their messages: whoever sent it, and the plan admins who were asked. */
  readonly shownTo: readonly Person[]
  /** Why nothing could come of it. */
  readonly fault: Refusal | null
  /** The plan that it became. */
  readonly became: { readonly plan: string; readonly version: number } | null
  /** Who applied or discarded it; nobody did of one that was forgotten. */
  readonly settled: { readonly by: Person | null; readonly at: Date } | null
}

/** Larger ones are refused: a maintenance document has some twenty kilobytes. */
export const documentBytesMost = 512_000

/** Days for which a document waits to be applied. */
export const documentKeptDays = 7

/** Undefined while something may still come of it. */
export function forbidsSettling({ state, settled, fileName }: PlanDocument) {
  switch (state) {
    case 'read':
      return undefined
    case 'fetching':
    case 'refused':
      return refuse({ kind: 'document-unknown' })
    case 'applied':
    case 'discarded':
    case 'expired':
      if (settled === null) return refuse({ kind: 'document-unknown' })
      return refuse({ kind: 'document-settled', name: fileName, state, ...settled })
  }
}
