import { dueSince } from '../domain/due.ts'
import type { Plan } from '../domain/plan.ts'
import { type HandOverRitual, handOverAt } from '../domain/role.ts'
import { urgencies } from '../domain/surface.ts'
import { type Cursor, saveCursor } from '../store/cursors.ts'
import type { Unit } from './transact.ts'

/** Tells both sides of a hand-over that has come; one that is a day old is nobody's news. */
export async function handOver(unit: Unit, plan: Plan, ritual: HandOverRitual, cursor: Cursor): Promise<void> {
  const { entries, reached, nextAt } = dueSince(plan, ritual, cursor.reached, unit.now)
  const newest = entries.findLast(({ state }) => state === 'open')
  const change = newest && handOverAt(plan, ritual.role, newest.dueAt)
  if (change) {
    const { from, to } = change
    await unit.record({ plan: plan.name, subject: plan.name, by: null }, [
      { kind: 'role-handed-over', role: ritual.title, from, to },
    ])
    const subject = `${plan.name}/${ritual.role}/${newest.dueAt.getTime()}`
    unit.wish({ surface: 'hand-over', subject, channel: plan.channel, urgency: urgencies.scheduled })
  }
  await saveCursor(unit, { ...cursor, reached, nextAt })
}
