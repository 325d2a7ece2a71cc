import { type Issue, nextAsk } from '../domain/issue.ts'
import type { JournalEntry } from '../domain/journal.ts'
import { summaryRitualId } from '../domain/plan.ts'
import type { Rounds } from '../main.ts'
import { scopeOf } from '../operations/transact.ts'
import type { HappenedInfo, Playing, TimeMachine } from '../sandbox/protocol.ts'
import { playTo } from '../scheduler/play.ts'
import { homeState } from '../slack/home-state.ts'
import { plain, when } from '../slack/text/mrkdwn.ts'
import { happeningSentence } from '../slack/views/happenings.ts'
import { allCursors } from '../store/cursors.ts'
import { findIssues, nextWakingIssue } from '../store/issues.ts'
import { entriesAfter, newestEntry } from '../store/journal.ts'
import { postsOf } from '../store/messages.ts'
import { occurrenceTitles } from '../store/occurrences.ts'
import type { Scope } from '../store/scope.ts'
import type { MovableClock } from './movable-clock.ts'

type Stop = Awaited<ReturnType<TimeMachine['stops']>>[number]

/** The bot's clock in the hands of the page: what lies ahead, and playing up to it. */
export function timeMachine(rounds: Rounds, clock: MovableClock): TimeMachine {
  const scope = scopeOf(rounds.deps)
  return {
    isRunning: clock.isRunning,
    run: clock.run,
    async stops() {
      const stops = [
        await nextRituals(scope, clock.now()),
        await nextClock(scope),
        await nextWeekly(scope, clock.now()),
      ].filter((stop) => stop !== null)
      return stops.sort((a, b) => a.at.getTime() - b.at.getTime())
    },
    async playTo(at, { signal, tell }) {
      const { beat, settle, nextMoment, keepHouse } = rounds
      const tellNew = await teller(scope, clock, tell)
      const deliver = async () => {
        await settle()
        await tellNew()
        // A move of a year must not keep the page from being served.
        await new Promise(setImmediate)
      }
      await playTo({ now: clock.now, moveTo: clock.moveTo, nextMoment, beat, deliver, keepHouse }, at, signal)
    },
  }
}

/** The next moment at which rituals are due, under the names of all of them. */
async function nextRituals(scope: Scope, now: Date): Promise<Stop | null> {
  const { next } = await homeState(scope, '', now)
  if (next.length === 0) return null
  const soonest = Math.min(...next.map(({ dueAt }) => dueAt.getTime()))
  const titles = next.filter(({ dueAt }) => dueAt.getTime() === soonest).map(({ title }) => title)
  return { id: 'ritual', label: 'Next ritual', what: together(titles), at: new Date(soonest) }
}

function together([first = '', second = '', ...more]: readonly string[]): string {
  if (more.length > 0) return `${first} and ${more.length + 1} more`
  return second === '' ? first : `${first} and ${second}`
}

async function nextClock(scope: Scope): Promise<Stop | null> {
  const issue = await nextWakingIssue(scope)
  const next = issue && nextAsk(issue)
  if (!next) return null
  return { id: 'clock', label: 'Next clock', what: `${issueName(issue)}: ${next.clock}`, at: next.at }
}

const issueName = ({ incident, number }: Issue): string => `${incident ? 'Incident' : 'Issue'} ${number}`

/** Of several plans the earliest, under the name of its day. */
async function nextWeekly(scope: Scope, now: Date): Promise<Stop | null> {
  const weekly = (await allCursors(scope)).find((cursor) => cursor.ritual === summaryRitualId)
  if (!weekly?.nextAt) return null
  const { zone } = await homeState(scope, '', now)
  const label = weekly.nextAt.toLocaleDateString('en-GB', { weekday: 'long', timeZone: zone })
  return { id: 'weekly', label, what: 'Summary', at: weekly.nextAt }
}

/** Each call tells what has happened since the one before. */
async function teller(scope: Scope, clock: MovableClock, tell: Playing['tell']): Promise<() => Promise<void>> {
  let told = (await newestEntry(scope))?.id ?? 0
  const { zone } = await homeState(scope, '', clock.now())
  return async () => {
    const entries = await entriesAfter(scope, told)
    told = entries.at(-1)?.id ?? told
    if (entries.length > 0) tell(await linesOf(scope, entries, zone))
  }
}

/** One line of mrkdwn for each thing that happened, with what it happened to and where that is shown. */
async function linesOf(scope: Scope, entries: readonly JournalEntry[], zone: string): Promise<readonly HappenedInfo[]> {
  const subjects = [...new Set(entries.map(({ subject }) => subject))]
  const rituals = await occurrenceTitles(scope, subjects)
  const issues = new Map((await findIssues(scope, subjects)).map((issue) => [issue.id, issueName(issue)]))
  const posts = await postsOf(scope, subjects)
  return entries.map((entry) => {
    const { subject, what } = entry
    const otherwise = what.kind === 'summary-frozen' ? 'Weekly summary' : 'Rounds'
    const about = rituals.get(subject) ?? issues.get(subject) ?? otherwise
    const text = `${when(entry.at, zone)} · ${plain(about)}: ${happeningSentence(entry)}`
    return { text, message: posts.get(subject) ?? null }
  })
}
