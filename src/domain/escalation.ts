import type { AskReason } from './journal.ts'
import { ownerTitle, type Person, type PlanFrame } from './plan.ts'
import { type Contact, holdersOf } from './role.ts'
import type { SeverityRule } from './severity.ts'

/** One step of a plan's escalation: a role or a person, or one of them with the rule by which it is asked. */
export type Rung = string | RungRule

export type RungRule = {
  readonly role: string
  /** Minutes after the level before it was asked, instead of the clock's own length. */
  readonly afterMinutes?: number
  /** Asked only where nobody answers, or only where the resolution is late; without it, in either case. */
  readonly on?: BreachRule
}

export const breachRules = ['no-response', 'breach'] as const
export type BreachRule = (typeof breachRules)[number]

export type Clock = 'response' | 'resolution'

/** One level of an issue: who is asked together. A person who stands for no role has no title. */
export type Level = {
  readonly title: string
  /** Those who had the role when the issue was opened; whoever has it when the level is asked stands in the ask. */
  readonly people: readonly Person[]
  /** The role's name, or a person. */
  readonly role?: string
  readonly contacts?: readonly Contact[]
  readonly afterMinutes?: number
  readonly on?: BreachRule
}

export type Ask = {
  readonly level: number
  readonly at: Date
  readonly why: AskReason
  /** Who was asked, where the level's people may have changed since the issue was opened. */
  readonly people?: readonly Person[]
}

type Asked = { readonly ladder: readonly Level[]; readonly asks: readonly Ask[] }

export function rungRule(rung: Rung): RungRule {
  return typeof rung === 'string' ? { role: rung } : rung
}

/** `escalate` first, then the levels after it in the plan's escalation; an owner of the issue's own comes before all. */
export function ladderOf(plan: PlanFrame, rule: SeverityRule, owner: string | null, now: Date): Level[] {
  const rungs = plan.escalation.map(rungRule)
  const start = rungs.findIndex(({ role }) => role === rule.escalate)
  const levels = [
    ...(owner === null ? [] : [{ role: owner }]),
    ...entryOf(rule, rungs[start]),
    ...rungs.slice(start + 1),
  ]
    .map((rung) => levelOf(plan, rung, now))
    .filter(({ people }) => people.length > 0)
  return levels.length > 0 ? levels : [levelOf(plan, { role: null }, now)]
}

/** `after` says how long the level before it has had: whoever `escalate` names is asked as the clock says. */
function entryOf({ escalate }: SeverityRule, rung: RungRule | undefined): RungRule[] {
  const { afterMinutes: _, ...entry } = rung ?? {}
  return escalate === null ? [] : [{ ...entry, role: escalate }]
}

/**
 * The level that a clock asks when it next runs out: the next one, else one that the other clock passed over, else the
 * last one again.
 */
export function nextLevel({ ladder, asks }: Asked, clock: Clock): number {
  const asked = asks.map(({ level }) => level)
  const last = asked.at(-1)
  if (last === undefined) return 0
  const next = ladder.findIndex((level, index) => index > last && listensTo(level, clock))
  if (next >= 0) return next
  const passedOver = ladder.findIndex(
    (level, index) => level.on !== undefined && !asked.includes(index) && listensTo(level, clock),
  )
  return passedOver < 0 ? last : passedOver
}

/** Minutes until a clock asks once more, where the next level has a rule of its own. */
export function ownPause(issue: Asked, clock: Clock): number | null {
  const next = nextLevel(issue, clock)
  return issue.asks.at(-1)?.level === next ? null : (issue.ladder[next]?.afterMinutes ?? null)
}

/** A level as it was asked: with those who had its role then. */
export function askedIn({ ladder }: Pick<Asked, 'ladder'>, { level, people }: Ask): Level {
  const rung = ladder[level] ?? { title: '', people: [] }
  return people ? { ...rung, people } : rung
}

/** Whoever has the role by now; a role that the plan has lost since is asked as it was. */
export function holdersNow(plan: PlanFrame, { role, people }: Level, now: Date): readonly Person[] {
  const holders = role === undefined ? [] : holdersOf(plan, role, now)
  return holders.length > 0 ? holders : people
}

function levelOf(plan: PlanFrame, rung: Omit<RungRule, 'role'> & { readonly role: string | null }, now: Date): Level {
  const { role: name, ...rule } = rung
  const role = name ?? plan.owner
  const contacts = role === null ? undefined : plan.roles[role]?.contacts
  return {
    title: ownerTitle(plan, name) ?? '',
    people: holdersOf(plan, name, now),
    ...(role === null ? {} : { role }),
    ...(contacts ? { contacts } : {}),
    ...rule,
  }
}

function listensTo({ on }: Level, clock: Clock): boolean {
  return on === undefined || on === (clock === 'response' ? 'no-response' : 'breach')
}
