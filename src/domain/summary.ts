import { type ClockFigures, clockFigures, wholeMinutes } from './clock-figures.ts'
import type { LedgerState } from './ledger.ts'
import type { Person, PlanFrame } from './plan.ts'
import { type FigureLine, figureLines } from './reading/figure-lines.ts'
import { maintenanceMilestone, type Severity, severities } from './severity.ts'
import type {
  AnswerFact,
  IssueFact,
  ListFact,
  NextClock,
  OccurrenceFact,
  ReadingFact,
  WeekFacts,
} from './week-facts.ts'

/** Percentages are whole; null where nothing was due that people could have done. */
export type Rates = { readonly completion: number | null; readonly onTime: number | null }

/** One ritual's week. `due` is what people could have done: the sum of the others. */
export type RitualFigures = {
  readonly ritual: string
  readonly title: string
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly missed: number
  readonly open: number
}

export type SeverityFigures = {
  readonly severity: Severity
  readonly opened: number
  readonly resolved: number
  readonly open: number
  readonly response: ClockFigures
  readonly resolution: ClockFigures
}

/** An issue of the week and how long it took, against its clocks; null minutes where it has not happened. */
export type IssueFigures = {
  readonly number: number
  readonly title: string
  readonly severity: Severity
  readonly incident: boolean
  readonly owner: Person | null
  readonly ownerTitle: string | null
  readonly openedAt: string
  readonly respondMinutes: number
  readonly acknowledgedMinutes: number | null
  /** Who has it; absent from what was frozen before it was kept. */
  readonly acknowledgedBy?: Person | null
  readonly resolveMinutes: number | null
  readonly resolvedMinutes: number | null
  readonly next: NextClock<string> | null
}

/**
 * The figures of one week or of one post's span, as they stood at `asOf`; `week` is the one that holds most of the
 * span. Frozen with the post; JSON all through, instants as ISO strings.
 */
export type WeekFigures = {
  readonly week: string
  readonly asOf: string
  readonly counts: Readonly<Record<LedgerState, number>>
  readonly rates: Rates
  readonly rituals: readonly RitualFigures[]
  readonly missed: readonly {
    readonly title: string
    readonly dueAt: string
    /** Of its wall times; absent where no checklist was opened, and from what was frozen before it was kept. */
    readonly zone?: string
    readonly owners: readonly Person[]
    readonly ownerTitle: string | null
    readonly state: LedgerState
    /** Of a procedure, which goes on; absent from any other, and from what was frozen before it was kept. */
    readonly procedure?: true
    readonly itemsSettled: number
    readonly itemsTotal: number
  }[]
  readonly outOfTarget: readonly (Omit<ReadingFact, 'at'> & { readonly at: string })[]
  /** Absent from what was frozen before there were any. */
  readonly readings?: readonly FigureLine[]
  readonly lists?: readonly (Omit<ListFact, 'at'> & { readonly at: string })[]
  readonly severities: readonly SeverityFigures[]
  readonly issues: readonly IssueFigures[]
  readonly answers: readonly { readonly heading: string; readonly quotes: readonly Quote[] }[]
}

type Quote = Omit<AnswerFact, 'heading' | 'at'>

/**
 * Which clocks of issues are counted: of a week, those of the issues that were opened in it, however long they took;
 * of a post, those that were met or ran out since the post before, so that each is told once.
 */
export type ClockRule = 'opened' | 'decided'

/** Counts a week, or a post's span. Facts later than `asOf` must not be among those given. */
export function summarise(week: string, facts: WeekFacts, asOf: Date, clocks: ClockRule = 'opened'): WeekFigures {
  const counts = countStates(facts.occurrences.map(({ state }) => state))
  return {
    week,
    asOf: asOf.toISOString(),
    counts,
    rates: ratesOf(counts),
    rituals: byRitual(facts.occurrences),
    missed: facts.occurrences
      .filter(({ state }) => state === 'missed')
      .map(({ title, dueAt, zone, owners, ownerTitle, state, procedure, itemsSettled, itemsTotal }) => ({
        title,
        dueAt: dueAt.toISOString(),
        ...(zone === undefined ? {} : { zone }),
        owners,
        ownerTitle,
        state,
        ...(procedure ? { procedure } : {}),
        itemsSettled,
        itemsTotal,
      })),
    outOfTarget: facts.readings.map((reading) => ({ ...reading, at: reading.at.toISOString() })),
    readings: figureLines(facts.figures),
    lists: facts.lists.map((list) => ({ ...list, at: list.at.toISOString() })),
    severities: severities.map((severity) => figuresOf(severity, facts, asOf, clocks)).filter(hasSomething),
    issues: facts.issues.map(issueFigures),
    answers: byHeading(facts.answers),
  }
}

/** A severity that waits for maintenance has a moment for its clock: how long that was from an issue says nothing. */
export function withMoments(facts: WeekFacts, { severities: rules }: PlanFrame): WeekFacts {
  const issues = facts.issues.map((issue) =>
    rules[issue.severity].resolveBy === maintenanceMilestone ? { ...issue, resolveMinutes: null } : issue,
  )
  return { ...facts, issues }
}

export function openIssuesOf({ issues }: WeekFigures): readonly IssueFigures[] {
  return issues.filter(({ resolvedMinutes }) => resolvedMinutes === null)
}

/** Only what people could have done counts: holidays, excuses, and Rounds' own absence are nobody's miss. */
export function ratesOf(counts: Readonly<Record<LedgerState, number>>): Rates {
  const possible = counts.done + counts['done-late'] + counts.missed
  if (possible === 0) return { completion: null, onTime: null }
  return {
    completion: percent(counts.done + counts['done-late'], possible),
    onTime: percent(counts.done, possible),
  }
}

/** What a post told, with what has become of its occurrences since. */
export function corrected(frozen: WeekFigures, states: readonly LedgerState[]): WeekFigures {
  const counts = countStates(states)
  return { ...frozen, counts: { ...counts, open: frozen.counts.open }, rates: ratesOf(counts) }
}

/** A frozen rate that has changed since: what was said, and what is true now. */
export function restated(frozen: WeekFigures, now: WeekFigures): { readonly was: number; readonly is: number } | null {
  const [was, is] = [frozen.rates.completion, now.rates.completion]
  return was === null || is === null || was === is ? null : { was, is }
}

function countStates(states: readonly LedgerState[]): Record<LedgerState, number> {
  const counts: Record<LedgerState, number> = {
    open: 0,
    done: 0,
    'done-late': 0,
    missed: 0,
    excused: 0,
    holiday: 0,
    paused: 0,
    'bot-down': 0,
    'not-delivered': 0,
  }
  for (const state of states) counts[state] += 1
  return counts
}

function byRitual(occurrences: readonly OccurrenceFact[]): RitualFigures[] {
  const rituals = [...new Map(occurrences.map((occurrence) => [lineOf(occurrence), occurrence.title]))]
  const figures = rituals.map(([ritual, title]) => {
    const own = occurrences.filter((occurrence) => lineOf(occurrence) === ritual)
    const counts = countStates(own.map(({ state }) => state))
    const { done: onTime, 'done-late': late, missed, open } = counts
    return { ritual, title, due: onTime + late + missed + open, onTime, late, missed, open }
  })
  return figures.filter(({ due }) => due > 0)
}

/** A section that falls due by itself has a line of its own. */
function lineOf({ ritual, section }: OccurrenceFact): string {
  return section ? `${ritual}/${section}` : ritual
}

function issueFigures(issue: IssueFact): IssueFigures {
  const { number, title, severity, incident, owner, ownerTitle, openedAt, respondMinutes, resolveMinutes, next } = issue
  const took = (met: Date | null) => (met === null ? null : wholeMinutes(openedAt, met))
  return {
    ...{ number, title, severity, incident, owner, ownerTitle, respondMinutes, resolveMinutes },
    openedAt: openedAt.toISOString(),
    acknowledgedMinutes: took(issue.acknowledgedAt),
    acknowledgedBy: issue.acknowledgedBy,
    resolvedMinutes: took(issue.resolvedAt),
    next: next && nextFigures(next),
  }
}

function nextFigures({ at, deadline, ...next }: NextClock<Date>): NextClock<string> {
  return { ...next, at: at.toISOString(), ...(deadline ? { deadline: deadline.toISOString() } : {}) }
}

function figuresOf(severity: Severity, { from, issues }: WeekFacts, asOf: Date, clocks: ClockRule): SeverityFigures {
  const own = issues.filter((issue) => issue.severity === severity)
  const opened = own.filter(({ openedAt }) => openedAt >= from)
  const timed = clocks === 'opened' ? opened : own
  const response = timed.map(({ openedAt, respondMinutes, respondBy, acknowledgedAt }) => ({
    length: respondMinutes,
    start: openedAt,
    by: respondBy,
    met: acknowledgedAt,
  }))
  const resolution = timed.map(({ openedAt, resolveMinutes, resolveBy, resolvedAt }) => ({
    length: resolveMinutes,
    start: openedAt,
    by: resolveBy,
    met: resolvedAt,
  }))
  return {
    severity,
    opened: opened.length,
    resolved: own.filter(({ resolvedAt }) => resolvedAt !== null).length,
    open: own.filter(({ resolvedAt }) => resolvedAt === null).length,
    response: clockFigures(response, from, asOf),
    resolution: clockFigures(resolution, from, asOf),
  }
}

function hasSomething({ opened, resolved, open }: SeverityFigures): boolean {
  return opened + resolved + open > 0
}

function byHeading(answers: readonly AnswerFact[]): WeekFigures['answers'] {
  const headings = [...new Set(answers.map(({ heading }) => heading))]
  return headings.map((heading) => ({
    heading,
    quotes: answers
      .filter((answer) => answer.heading === heading)
      .map(({ heading: _, at: __, ...quote }): Quote => quote),
  }))
}

/** Rounded down, so that 100 % is said only of everything. */
function percent(part: number, whole: number): number {
  return Math.floor((part * 100) / whole)
}
