import { and, asc, gt } from 'drizzle-orm'
import { summaryRitualId } from '../domain/plan.ts'
import type { Rounds } from '../main.ts'
import { reading } from '../operations/transact.ts'
import type { TimeMachine } from '../sandbox/protocol.ts'
import { playTo } from '../scheduler/play.ts'
import { homeState } from '../slack/surfaces.ts'
import { markdownOf } from '../slack/text/mrkdwn.ts'
import { localTime } from '../slack/text/time.ts'
import { timelineLine } from '../slack/views/happenings.ts'
import { allCursors } from '../store/cursors.ts'
import { nextIssueWake } from '../store/issues.ts'
import { journal } from '../store/schema.ts'
import { within } from '../store/scope.ts'
import type { MovableClock } from './movable-clock.ts'

/** The bot's clock in the hands of the page: what lies ahead, and playing up to it. */
export function timeMachine(rounds: Rounds, clock: MovableClock): TimeMachine {
  const scope = reading(rounds.deps)
  return {
    async stops() {
      const { next } = await homeState(scope, '', clock.now())
      const [ritual] = next
      const clockAt = await nextIssueWake(scope)
      const summary = (await allCursors(scope)).find((cursor) => cursor.ritual === summaryRitualId)
      return [
        ...(ritual ? [{ label: ritual.title, at: ritual.dueAt }] : []),
        ...(clockAt ? [{ label: 'Next clock runs out', at: clockAt }] : []),
        ...(summary?.nextAt ? [{ label: 'Weekly summary', at: summary.nextAt }] : []),
      ].sort((a, b) => a.at.getTime() - b.at.getTime())
    },
    async playTo(at) {
      const started = await lastEntry()
      const { beat, settle, nextMoment } = rounds
      await playTo({ now: clock.now, moveTo: clock.moveTo, nextMoment, beat, deliver: settle }, at)
      return happenedSince(started)
    },
  }

  async function lastEntry(): Promise<number> {
    const rows = await scope.db
      .select({ id: journal.id })
      .from(journal)
      .where(within(scope, journal))
      .orderBy(asc(journal.id))
    return rows.at(-1)?.id ?? 0
  }

  async function happenedSince(id: number): Promise<readonly string[]> {
    const { zone } = await homeState(scope, '', clock.now())
    const rows = await scope.db
      .select()
      .from(journal)
      .where(and(within(scope, journal), gt(journal.id, id)))
      .orderBy(asc(journal.id))
    return rows.map((entry) => markdownOf(timelineLine(entry, (at) => localTime(at, zone))))
  }
}
