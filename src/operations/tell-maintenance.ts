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
import { type MessageKey, messagesBelow } from '../store/messages.ts'
import type { Scope } from '../store/scope.ts'
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
  for (const { subject, channel } of await calledOff(unit, { before, after }, unit.now)) {
    unit.wish({ surface: 'maintenance', subject, channel, urgency: urgencies.scheduled })
  }
}

/** The announcements that one plan has made and another does not keep; what has begun is not called off. */
export async function calledOff(
  scope: Scope,
  { before, after }: { readonly before: Plan; readonly after: Plan | null },
  now: Date,
): Promise<readonly CalledOff[]> {
  const found: CalledOff[] = []
  for (const window of before.maintenance ?? []) {
    const kept = after && maintenanceOf(after, maintenanceRitualOf(window.id))
    for (const { subject, channel } of await messagesBelow(scope, 'maintenance', `${before.name}/${window.id}/`)) {
      const startsAt = new Date(Number(subject.split('/').at(-2)))
      if (startsAt <= now || !isPlanned(before, window, startsAt)) continue
      if (!(after && kept && isPlanned(after, kept, startsAt))) {
        found.push({ subject, channel, title: window.title, startsAt })
      }
    }
  }
  return found
}

type CalledOff = Pick<MessageKey, 'subject' | 'channel'> & { readonly title: string; readonly startsAt: Date }

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
