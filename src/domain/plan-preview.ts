import { cadenceInWords } from './cadence/say.ts'
import { nextWindows } from './cadence/window.ts'
import type { DraftPlan } from './document.ts'
import { dueRituals } from './due-rituals.ts'
import { calendarOf, type Person, type Plan } from './plan.ts'
import { changesBetween, type PlanChanges } from './plan-changes.ts'
import { everybodyIn } from './role.ts'

/** What a document would be as a plan, for whoever looks it over. */
export type PlanPreview = Pick<DraftPlan, 'counts' | 'unplaced'> & {
  readonly name: string
  readonly title: string
  readonly zone: string
  readonly channel: string
  readonly rituals: readonly RitualAhead[]
  /** What the document leaves open, other than what whoever applies it is asked for. */
  readonly chosen: DraftPlan['chosen']
  /** Whether it still has to be said who sees to what names nobody. */
  readonly wantsOwner: boolean
  readonly roles: readonly { readonly name: string; readonly title: string; readonly people: readonly Person[] }[]
  /** The plan of that name as it is now; null where there is none. */
  readonly before: {
    readonly title: string
    readonly version: number
    readonly retiredAt: Date | null
    readonly changes: PlanChanges
  } | null
}

/** The newest version of a plan, which may be out of use. */
type Before = { readonly plan: Plan; readonly version: number; readonly retiredAt: Date | null }

export function previewOf(draft: DraftPlan, before: Before | undefined, now: Date): PlanPreview {
  const { plan, counts, unplaced } = draft
  return {
    ...{ counts, unplaced, name: plan.name, title: plan.title, zone: plan.timezone, channel: plan.channel },
    rituals: ritualsAhead(plan, now),
    wantsOwner: plan.owner === null || plan.roles[plan.owner] === undefined,
    chosen: draft.chosen.flatMap(({ at, value }) => {
      const way = at.split('/')
      return isAsked(way) ? [] : [{ at: wordsFor(plan, way), value }]
    }),
    roles: Object.entries(plan.roles).map(([name, role]) => ({ name, title: role.title, people: everybodyIn(role) })),
    before: before
      ? {
          title: before.plan.title,
          version: before.version,
          retiredAt: before.retiredAt,
          changes: changesBetween(before.plan, plan),
        }
      : null,
  }
}

/** Whoever applies it chooses these themselves; what names a channel of its own goes there too. */
function isAsked(way: readonly string[]): boolean {
  return ['plan', 'timezone', 'owner', 'roles'].includes(way[0] ?? '') || way.at(-1) === 'channel'
}

/** By the title of the ritual that it stands in. */
function wordsFor({ rituals }: Plan, way: readonly string[]): string {
  const [first = '', id = '', ...rest] = way
  const ritual = first === 'rituals' || first === 'procedures' ? rituals.find((one) => one.id === id) : undefined
  if (ritual === undefined || rest.length === 0) return way.join(', ')
  return rest.join() === 'every' ? ritual.title : `${ritual.title}, ${rest.join(', ')}`
}

/** When a ritual falls due, and what is in it. */
export type RitualAhead = {
  readonly title: string
  readonly every: string
  /** Null of what nobody waits for, or what waits for a launch. */
  readonly nextAt: Date | null
  readonly zone: string
  readonly sections: number
  readonly items: number
}

/** Every ritual of a plan, and every section with a cadence of its own, in the plan's order. */
export function ritualsAhead(plan: Plan, now: Date): readonly RitualAhead[] {
  return dueRituals(plan).map((ritual) => {
    const calendar = calendarOf(plan, ritual)
    return {
      title: ritual.title,
      every: cadenceInWords(ritual.every, calendar),
      nextAt: nextWindows(plan, ritual, now).find(({ holiday }) => !holiday)?.opensAt ?? null,
      zone: calendar.zone,
      sections: ritual.sections.length,
      items: ritual.sections.reduce((sum, { items }) => sum + items.length, 0),
    }
  })
}

/** The first of them to fall due. */
export function firstAhead(ahead: readonly RitualAhead[]): (RitualAhead & { readonly nextAt: Date }) | null {
  const due = ahead.flatMap((ritual) => (ritual.nextAt === null ? [] : [{ ...ritual, nextAt: ritual.nextAt }]))
  return due.reduce<(typeof due)[number] | null>(
    (first, one) => (first === null || one.nextAt < first.nextAt ? one : first),
    null,
  )
}

/** Where its checklists and summaries appear, each once. */
export function placesOf(plan: Plan): readonly string[] {
  return [...new Set([plan.channel, ...plan.rituals.map(({ channel }) => channel ?? plan.channel)])]
}
