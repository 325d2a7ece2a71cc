import type { JournalEntry } from '../domain/journal.ts'
import { summaryRitualId } from '../domain/plan.ts'
import type { Rounds } from '../main.ts'
import { scopeOf } from '../operations/transact.ts'
import type { TimeMachine } from '../sandbox/protocol.ts'
import { playTo } from '../scheduler/play.ts'
import { homeState } from '../slack/surfaces.ts'
import { plain, when } from '../slack/text/mrkdwn.ts'
import { happeningSentence } from '../slack/views/happenings.ts'
import { allCursors } from '../store/cursors.ts'
import { findIssues, nextIssueWake } from '../store/issues.ts'
import { entriesAfter, newestEntry } from '../store/journal.ts'
import { occurrenceTitles } from '../store/occurrences.ts'
import type { Scope } from '../store/scope.ts'
import type { MovableClock } from './movable-clock.ts'

/** The bot's clock in the hands of the page: what lies ahead, and playing up to it. */
export function timeMachine(rounds: Rounds, clock: MovableClock): TimeMachine {
  const scope = scopeOf(rounds.deps)
  return {
    async stops() {
      const { next } = await homeState(scope, '', clock.now())
      const clockAt = await nextIssueWake(scope)
      const summary = (await allCursors(scope)).find((cursor) => cursor.ritual === summaryRitualId)
      return [
        ...nextRituals(next),
        ...(clockAt ? [{ label: 'Next clock runs out', at: clockAt }] : []),
        ...(summary?.nextAt ? [{ label: 'Weekly summary', at: summary.nextAt }] : []),
      ].sort((a, b) => a.at.getTime() - b.at.getTime())
    },
    async playTo(at) {
      const before = await newestEntry(scope)
      const { beat, settle, nextMoment } = rounds
      await playTo({ now: clock.now, moveTo: clock.moveTo, nextMoment, beat, deliver: settle }, at)
      return tell(scope, await entriesAfter(scope, before?.id ?? 0), clock.now())
    },
  }
}

type Ahead = { readonly title: string; readonly dueAt: Date }

/** The next moment at which rituals are due, under the names of all of them. */
function nextRituals(ahead: readonly Ahead[]): readonly { label: string; at: Date }[] {
  if (ahead.length === 0) return []
  const soonest = Math.min(...ahead.map(({ dueAt }) => dueAt.getTime()))
  const titles = ahead.filter(({ dueAt }) => dueAt.getTime() === soonest).map(({ title }) => title)
  return [{ label: together(titles), at: new Date(soonest) }]
}

function together([first = '', second = '', ...more]: readonly string[]): string {
  if (more.length > 0) return `${first} and ${more.length + 1} more`
  return second === '' ? first : `${first} and ${second}`
}

/** One line of mrkdwn for each thing that happened, with what it happened to. */
async function tell(scope: Scope, entries: readonly JournalEntry[], now: Date): Promise<readonly string[]> {
  const { zone } = await homeState(scope, '', now)
  const subjects = [...new Set(entries.map(({ subject }) => subject))]
  const rituals = await occurrenceTitles(scope, subjects)
  const issues = new Map((await findIssues(scope, subjects)).map(({ id, number }) => [id, `Issue ${number}`]))
  return entries.map((entry) => {
    const about = rituals.get(entry.subject) ?? issues.get(entry.subject) ?? 'Rounds'
    return `${when(entry.at, zone)} · ${plain(about)}: ${happeningSentence(entry)}`
  })
}
