import type { Plan, Ritual, Section } from './plan.ts'

/** What falls due by itself: a ritual, or a section that has a cadence of its own. */
export type DueRitual = Ritual & {
  /** The section's title; absent: the whole ritual. */
  readonly section?: string
}

/** Each ritual with the sections that fall due with it, followed by those that do not. */
export function dueRituals({ rituals }: Pick<Plan, 'rituals'>): readonly DueRitual[] {
  return rituals.flatMap((ritual) => [...whole(ritual), ...ritual.sections.flatMap((one) => ofItsOwn(ritual, one))])
}

/** The name by which it keeps its place among the due times, and can be started; an id has no slash. */
export function dueName({ id, section }: DueRitual): string {
  return section === undefined ? id : `${id}/${section}`
}

export function findDueRitual(plan: Plan, name: string): DueRitual | undefined {
  const rituals = plan.rituals.filter(({ id }) => name === id || name.startsWith(`${id}/`))
  return dueRituals({ rituals }).find((one) => dueName(one) === name)
}

function whole(ritual: Ritual): DueRitual[] {
  const sections = ritual.sections.filter(({ due }) => due === undefined)
  return sections.length === 0 ? [] : [{ ...ritual, sections }]
}

function ofItsOwn(ritual: Ritual, section: Section): DueRitual[] {
  const { due, ...rest } = section
  if (due === undefined) return []
  return [
    {
      ...ritual,
      section: section.title,
      title: `${ritual.title}: ${section.title}`,
      every: due.every,
      onHoliday: due.onHoliday,
      openForMinutes: due.openForMinutes ?? ritual.openForMinutes,
      takesMinutes: section.takesMinutes,
      // Its title and its length are the checklist's own by now, and no heading in it.
      sections: [{ ...rest, title: '', takesMinutes: null }],
    },
  ]
}
