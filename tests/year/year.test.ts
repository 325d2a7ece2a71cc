import { subMinutes } from 'date-fns'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schedule } from '../../src/cli/schedule.ts'
import type { LocalDate } from '../../src/domain/cadence/cadence.ts'
import { addDays, instantOf } from '../../src/domain/cadence/time.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { trafficKept } from '../../src/sandbox/tools-protocol.ts'
import { rowsOf } from '../../src/store/database/differences.ts'
import { countBehind } from '../../src/store/messages.ts'
import { occurrencesBetween } from '../../src/store/occurrences.ts'
import { databases } from '../support/databases.ts'
import { playYear, type Year } from './play-year.ts'

/** Its first and its last day, both included, and how many Fridays it has. */
const from: LocalDate = '2027-01-01'
const to: LocalDate = '2027-12-31'
const fridays = 53
/** The hours of all five plans, though one calls them Toronto's. */
const zone = 'America/New_York'
/** Some days more, for what a holiday moves beyond the last one. */
const daysAfter = 4
/** Milliseconds. A year takes some hundred seconds on a fast core, and others may be testing beside it on a slow one. */
const patience = 15 * 60_000

const [embedded] = databases()
const begins = instantOf(from, '00:00', zone)
const ends = instantOf(addDays(to, 1), '00:00', zone)

describe(`a year of the five plans in one workspace, their people at work, ${embedded?.name}`, () => {
  let year: Year

  beforeAll(async () => {
    if (!embedded) throw new Error('There is always an embedded database.')
    const until = instantOf(addDays(to, daysAfter), '12:00', zone)
    year = await playYear(await embedded.open(), { from: subMinutes(begins, 1), until })
  }, patience)
  afterAll(() => year?.team.close())

  const db = () => year.team.rounds.deps.db
  const select = async <Row extends object>(query: ReturnType<typeof sql>) => rowsOf<Row>(await db().execute(query))

  test('enters in the ledger what the schedules foresee, row by row', async () => {
    for (const { file, plan } of year.plans) {
      const foreseen = (await scheduled(file)).filter(({ state }) => state !== 'maintenance').map(rowOfSchedule)
      const byHand = new Set(
        plan.rituals.flatMap(({ id, every }) =>
          every.length > 0 && every.every(({ kind }) => kind === 'on-demand') ? [id] : [],
        ),
      )
      const rows = await occurrencesBetween(scopeOf(year.team.rounds.deps), plan.name, begins, ends)
      const entered = rows.filter(({ ritual, section }) => section !== '' || !byHand.has(ritual)).map(rowOfLedger)
      expect(entered.toSorted(), plan.name).toEqual(foreseen.toSorted())
      expect(foreseen, plan.name).not.toEqual([])
    }
    expect(year.plans).toHaveLength(5)
  })

  test('is played with everything that becomes of a checklist and an issue', async () => {
    const states = await select<{ state: string }>(sql`select distinct state from occurrences order by state`)
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'done-late', 'missed']))
    const happened = await select<{ kind: string }>(sql`select distinct kind from journal order by kind`)
    expect(happened.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'checklist-closed',
        'checklist-reminded',
        'checklist-signed-off',
        'issue-acknowledged',
        'issue-asked',
        'issue-resolved',
        'issue-updated',
        'item-failed',
        'procedure-started',
        'summary-frozen',
      ]),
    )
    const why = await select<{ why: string }>(
      sql`select distinct what ->> 'why' as why from journal where kind = 'issue-asked' order by why`,
    )
    expect(why.map(({ why }) => why)).toEqual(['not-acknowledged', 'not-resolved', 'opened', 'update-due'])
  })

  test('has every card posted and shown as it should be', async () => {
    expect(await countBehind(scopeOf(year.team.rounds.deps))).toEqual({ stale: 0, parked: 0 })
    const [cards] = await select<{ opened: number; posted: number }>(
      sql`select count(*)::int as opened, count(messages.ts)::int as posted
    from checklists left join messages on subject = checklists.id and surface = 'checklist'`,
    )
    expect(cards?.posted).toBe(cards?.opened)
  })

  test('has no call refused, no message over the limits, and nothing to complain of', () => {
    const { watch, complaints, team } = year
    expect(watch.unseen()).toBe(0)
    expect(watch.refused).toEqual([])
    expect(team.sandbox.traffic.problems).toEqual([])
    expect(complaints).toEqual([])
    expect(watch.mostBlocks()).toBeLessThanOrEqual(50)
    expect(watch.calls.get('chat.postMessage')).toBeGreaterThan(5_000)
    const { calls, deliveries } = team.sandbox.traffic
    expect(calls.length + deliveries.length).toBeLessThanOrEqual(trafficKept)
  })

  test('tells each plan’s week once', async () => {
    const posts = await select<{ plan: string; posts: number }>(
      sql`select plan, count(*)::int as posts from summaries
    where due_at >= ${begins.toISOString()} and due_at < ${ends.toISOString()} group by plan order by plan`,
    )
    expect(posts).toEqual(year.plans.map(({ plan }) => ({ plan: plan.name, posts: fridays })).toSorted(byPlan))
  })

  async function scheduled(file: string): Promise<readonly ScheduleLine[]> {
    const lines: string[] = []
    const out = { line: (text: string) => void lines.push(text), fault: (text: string) => expect.fail(text) }
    await schedule([file], { from, to, json: true, now: ends }, out)
    return lines.map((line) => JSON.parse(line) as ScheduleLine)
  }
})

type ScheduleLine = Readonly<Record<'ritual' | 'section' | 'due_at' | 'opens_at' | 'closes_at' | 'state', string>>

const rowOfSchedule = ({ ritual, section, due_at, opens_at, closes_at, state }: ScheduleLine): string =>
  [ritual, section, due_at, opens_at, closes_at, state === 'holiday' ? 'holiday' : ''].join(' | ')

type LedgerRow = Awaited<ReturnType<typeof occurrencesBetween>>[number]

const rowOfLedger = ({ ritual, section, dueAt, opensAt, closesAt, state }: LedgerRow): string =>
  [
    ...[ritual, section, dueAt.toISOString(), opensAt.toISOString(), closesAt?.toISOString()],
    state === 'holiday' ? 'holiday' : '',
  ].join(' | ')

const byPlan = (a: { readonly plan: string }, b: { readonly plan: string }): number => (a.plan < b.plan ? -1 : 1)
