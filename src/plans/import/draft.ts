import type { Phrase } from './timing/cadence.ts'

/** A plan as it is put together from a document, before it is written. Each part knows the lines it comes from. */
export type Draft = {
  readonly title: Sourced | null
  readonly version: DraftText | null
  readonly updated: DraftText | null
  readonly review: DraftText | null
  readonly zone: DraftText | null
  readonly owner: DraftText | null
  readonly roles: readonly DraftRole[]
  readonly severities: readonly DraftSeverity[]
  readonly escalation: readonly DraftLevel[]
  readonly phases: readonly DraftPhase[]
  readonly targets: readonly DraftNotes[]
  readonly practices: readonly DraftNotes[]
  readonly documents: readonly Sourced[]
  readonly templates: readonly DraftTemplate[]
  readonly rituals: readonly DraftRitual[]
}

/** Words of the document and where they stand. */
export type Sourced = { readonly text: string; readonly line: number }

export type DraftRole = {
  readonly id: string
  readonly title: string
  readonly people: readonly string[]
  readonly lines: readonly number[]
  readonly contacts: readonly DraftContact[]
}
export type DraftContact = { readonly name: string; readonly email: Sourced | null; readonly phone: Sourced | null }

export type DraftSeverity = {
  readonly id: 'P0' | 'P1' | 'P2' | 'P3'
  readonly name: Sourced | null
  readonly when: readonly Sourced[]
  readonly alerts: readonly Sourced[]
  readonly respond: Sourced | null
  readonly resolve: Sourced | null
  /** A role's id. */
  readonly escalate: Sourced | null
  /** The id of the procedure for it. */
  readonly procedure: string | null
}

export type DraftLevel = {
  readonly role: string
  readonly after: Sourced | null
  readonly on: 'no-response' | 'breach' | null
  readonly lines: readonly number[]
  /** Words of its line for which a level has no place. */
  readonly beside: Sourced | null
  /** The document leaves open from when it is counted. */
  readonly open: boolean
}
export type DraftPhase = {
  readonly title: string
  readonly from: string
  readonly to: string | null
  readonly line: number
  readonly focus: Sourced | null
  readonly monitoring: Sourced | null
}
export type DraftNotes = { readonly heading: Sourced; readonly lines: readonly Sourced[] }
export type DraftTemplate = {
  readonly id: string
  readonly title: Sourced
  readonly text: string
  readonly lines: readonly number[]
}

export type DraftRitual = {
  readonly id: string
  readonly title: string
  readonly lines: readonly number[]
  readonly procedure: boolean
  readonly every: DraftEvery | null
  readonly takes: DraftLength | null
  readonly openFor: DraftLength | null
  /** Lines that say more of when than `every` does. */
  readonly unsaid: readonly DraftUnsaid[]
  /** Lines that tell of it what is said elsewhere too. */
  readonly told: readonly DraftTold[]
  /** Of a procedure. */
  readonly limit: DraftLength | null
  /** A role's id. */
  readonly owner: Sourced | null
  readonly note: readonly Sourced[]
  readonly ifFailed: readonly Sourced[]
  /** Of a procedure for one severity. */
  readonly level: DraftSeverity['id'] | null
  readonly report: { readonly text: string; readonly lines: readonly number[] } | null
  readonly sections: readonly DraftSection[]
}

/** `where` is what has the words instead. */
export type DraftUnsaid = { readonly line: number; readonly every: string | null; readonly where: 'title' | 'note' }
export type DraftTold = { readonly of: 'every' | 'takes'; readonly line: number }
export type DraftEvery = Phrase & { readonly lines: readonly number[] }
export type DraftLength = { readonly minutes: number; readonly line: number }

export type DraftSection = {
  /** Empty of a ritual without sections. */
  readonly title: string
  readonly line: number
  readonly every: DraftEvery | null
  readonly unsaid: readonly DraftUnsaid[]
  readonly takes: DraftLength | null
  readonly phase: { readonly from: number; readonly to: number; readonly line: number } | null
  readonly look: readonly Sourced[]
  readonly note: readonly Sourced[]
  readonly run: DraftText | null
  readonly expect: DraftText | null
  readonly ifFailed: readonly Sourced[]
  readonly items: readonly (DraftItem | DraftGroup)[]
}

export type DraftText = { readonly text: string; readonly lines: readonly number[] }
export type DraftGroup = {
  readonly group: string
  readonly line: number
  /** Lines of the lists around it, of which its name tells too. */
  readonly around?: readonly number[]
  readonly items: readonly DraftItem[]
}

export type DraftItem = {
  readonly title: string
  readonly lines: readonly number[]
  /** In the language of plans: `percent > 95`; empty for a check. */
  readonly asked: string
  readonly optional: boolean
  readonly look: string | null
  readonly note: string | null
  readonly run: DraftText | null
  readonly expect: DraftText | null
  readonly ifFailed: string | null
  /** Why a target that a line says is not asked for. */
  readonly unclear: Sourced | null
  readonly compare: readonly string[]
  /** A cadence that its own line says, of a list or table whose lines fall due each at their own time. */
  readonly every: Phrase | null
  /** How a column of its table says that. */
  readonly told: DraftCell | null
}

export type DraftCell = { readonly column: string; readonly cell: string }
