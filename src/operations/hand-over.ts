import { dueSince } from '../domain/due.ts'
import type { Plan } from '../domain/plan.ts'
import { handOverAt, handOverRituals } from '../domain/role.ts'
import { urgencies } from '../domain/surface.ts'
import { type Cursor, saveCursor } from '../store/cursors.ts'
import type { Unit } from './transact.ts'

/** Tells both sides of a hand-over that has come; one that is a day old is nobody's news. */
export async function handOver(unit: Unit, plan: Plan, cursor: Cursor, role: string): Promise<void> {
  const ritual = handOverRituals(plan).find(({ id }) => id === cursor.ritual)
  if (!ritual) return saveCursor(unit, { ...cursor, nextAt: null })
  const { entries, reached, nextAt } = dueSince(plan, ritual, cursor.reached, unit.now)
  const newest = entries.findLast(({ state }) => state === 'open')
  const change = newest && handOverAt(plan, role, newest.dueAt)
  if (change) {
    const { from, to } = change
    const title = plan.roles[role]?.title ?? role
    await unit.record({ plan: plan.name, subject: plan.name, by: null }, [
      { kind: 'role-handed-over', role: title, from, to },
    ])
    const subject = `${plan.name}/${role}/${newest.dueAt.getTime()}`
    unit.wish({ surface: 'hand-over', subject, channel: plan.channel, urgency: urgencies.scheduled })
  }
  await saveCursor(unit, { ...cursor, reached, nextAt })
}
