export const severities = ['P0', 'P1', 'P2', 'P3'] as const
export type Severity = (typeof severities)[number]

export type SeverityRule = {
  readonly name: string
  /** Examples that tell people when to choose it. */
  readonly when: readonly string[]
  readonly respondMinutes: number
  /** Null where the plan sets no resolution clock. */
  readonly resolveMinutes: number | null
  /** A role that is asked at once; null asks the first level of the escalation. */
  readonly escalate: string | null
  /** A milestone that ends it instead of a clock, such as `next release`. */
  readonly resolveBy?: string
  /** How often an incident of it wants an update. */
  readonly updatesMinutes?: number
  /** Metrics with their limits, in words: whoever sees one of them passed declares this severity. */
  readonly alerts?: readonly string[]
  /** A procedure of the plan whose steps an incident of it brings along. */
  readonly procedure?: string
}

export type SeverityRules = Readonly<Record<Severity, SeverityRule>>

/** The milestone that has a clock: the end of the plan's next maintenance window. */
export const maintenanceMilestone = 'next maintenance window'

export const defaultSeverityRules: SeverityRules = {
  P0: { name: 'Critical', when: [], respondMinutes: 15, resolveMinutes: 60, escalate: null },
  P1: { name: 'High', when: [], respondMinutes: 2 * 60, resolveMinutes: 24 * 60, escalate: null },
  P2: { name: 'Medium', when: [], respondMinutes: 24 * 60, resolveMinutes: 7 * 24 * 60, escalate: null },
  P3: { name: 'Low', when: [], respondMinutes: 48 * 60, resolveMinutes: null, escalate: null },
}
