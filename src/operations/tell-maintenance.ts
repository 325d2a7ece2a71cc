import {
  isPlanned,
  type Maintenance,
  maintenanceOf,
  maintenanceRitualOf,
  maintenanceSince,
} from '../domain/maintenance.ts'
import type { Plan } from '../domain/plan.ts'
import { urgencies } from '../domain/surface.ts'
import { type Cursor, lockCursor, saveCursor } from '../store/cursors.ts'
import { messagesBelow } from '../store/messages.ts'
import { cadenceKey, isSameKey } from './cadence-key.ts'
import type { Unit } from './transact.ts'

/** Announces the windows of a plan that was applied, or tells anew what it says of them; an unchanged one goes on. */
export async function lookAtMaintenance(unit: Unit, plan: Plan): Promise<void> {
  for (const window of plan.maintenance ?? []) {
    const ritual = maintenanceRitualOf(window.id)
    const { every, lastsMinutes, noticeMinutes, channel = plan.channel, text = '' } = window
    const clock = [plan.timezone, plan.dayStarts]
    const cadence = cadenceKey(plan, every, lastsMinutes, noticeMinutes, channel, text, ...clock)
    const cursor = await lockCursor(unit, plan.name, ritual)
    const since = cursor && isSameKey(cursor.cadence, cadence) ? cursor.reached : null
    await tellMaintenance(unit, plan, window, { plan: plan.name, ritual, cadence, reached: since, nextAt: null })
  }
}

/** Calls off what a plan has announced and does not plan any more; null: it plans nothing any more. */
export async function callOffMaintenance(unit: Unit, before: Plan, after: Plan | null): Promise<void> {
  for (const window of before.maintenance ?? []) {
    const kept = after && maintenanceOf(after, maintenanceRitualOf(window.id))
    for (const { subject, channel } of await messagesBelow(unit, 'maintenance', `${before.name}/${window.id}/`)) {
      const startsAt = new Date(Number(subject.split('/').at(-2)))
      // What has begun is not called off.
      if (startsAt <= unit.now || (after && kept && isPlanned(after, kept, startsAt))) continue
      unit.wish({ surface: 'maintenance', subject, channel, urgency: urgencies.scheduled })
    }
  }
}

/** Tells what has come of a window since its cursor was moved; one without a cursor is new to the plan. */
export async function tellMaintenance(
  unit: Unit,
  plan: Plan,
  window: Maintenance,
  cursor: Omit<Cursor, 'reached'> & { readonly reached: Date | null },
): Promise<void> {
  const { news, nextAt } = maintenanceSince(plan, window, cursor.reached, unit.now)
  for (const { moment, startsAt } of news) unit.wish(wishOf(plan, window, `${startsAt.getTime()}/${moment}`))
  await saveCursor(unit, { ...cursor, reached: unit.now, nextAt })
}

function wishOf(plan: Plan, { id, channel }: Maintenance, moment: string) {
  const subject = `${plan.name}/${id}/${moment}`
  return { surface: 'maintenance', subject, channel: channel ?? plan.channel, urgency: urgencies.scheduled } as const
}
