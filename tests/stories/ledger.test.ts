import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/domain/permission.ts'
import { type StartRequest, startRitual } from '../../src/operations/start-ritual.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { occurrencesBetween } from '../../src/store/occurrences.ts'
import { findPlan } from '../../src/store/plans.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

const maria: Actor = { id: 'U-MARIA', external: false, admin: false }

/** A plan in New York with these rituals, and whatever else it says. */
const shop = (rituals: readonly string[], ...more: readonly string[]) =>
  [
    'plan: shop',
    'timezone: America/New_York',
    'channel: "#ops"',
    'owner: "@maria"',
    ...more,
    'rituals:',
    ...rituals.map((ritual) => `  ${ritual}`),
  ].join('\n')

const round = (every: string, more = '') =>
  `open-up: { title: Opening round, every: ${every}, items: [Lights on]${more} }`
const daily = round('day at 09:00', ', open-for: 2h')

describe.each(databases())('$name', ({ open }) => {
  let opened: Opened
  let team: Team
  let folder: string

  beforeEach(async () => {
    opened = await open()
    folder = mkdtempSync(join(tmpdir(), 'rounds-ledger-'))
  })
  afterEach(async () => {
    await team.close()
    await opened.close()
    rmSync(folder, { recursive: true })
  })

  /** Rounds starts with these plans, on the database of this test. */
  const starts = async (at: string, ...plans: readonly string[]) => {
    for (const [index, plan] of plans.entries()) writeFileSync(join(folder, `${index}.yaml`), plan)
    team = await startTeam({ opened: { ...opened, close: async () => {} }, at, plans: folder })
  }

  const restarts = async (at: string, ...plans: readonly string[]) => {
    await team.close()
    await starts(at, ...plans)
  }

  const ledger = async (plan = 'shop') => {
    const scope = scopeOf(team.rounds.deps)
    const rows = await occurrencesBetween(scope, plan, new Date('2026-01-01'), new Date('2028-01-01'))
    return rows.map(({ ritual, dueAt, state }) => `${ritual} ${dueAt.toISOString().slice(0, 16)} ${state}`)
  }

  /** The title of what was started, or the kind of the refusal. */
  const start = async (request: Omit<StartRequest, 'by' | 'receipt'>, deps = team.rounds.deps) => {
    const started = await startRitual(deps, { ...request, by: maria, receipt: randomUUID() })
    return started && ('kind' in started ? started.kind : started.title)
  }

  describe('a checklist of only optional items', () => {
    const ideas = shop([
      'ideas: { title: Ideas, every: on demand, items: [{ item: Wins, text: true, optional: true }] }',
    ])

    beforeEach(async () => {
      await starts('2026-11-16T08:55:00-05:00', ideas)
      await team.maria.runs('/rounds start ideas', { in: '#ops' })
      await team.settled()
    })

    test('is done when it is signed off, and can be started again', async () => {
      await team.maria.clicks('Sign off')
      await team.settled()
      await team.maria.submits()
      await team.settled()
      expect(await ledger()).toEqual(['ideas 2026-11-16T13:55 done'])
      await team.clockReaches('2026-11-16T10:00:00-05:00')
      await team.maria.runs('/rounds start ideas', { in: '#ops' })
      await team.settled()
      expect(team.maria.sees('#ops')).toHaveLength(2)
    })

    test('is done when it closes, and nobody is reminded of it', async () => {
      await team.clockReaches('2026-11-17T09:00:00-05:00')
      expect(await ledger()).toEqual(['ideas 2026-11-16T13:55 done'])
      expect(team.maria.sees('#ops').at(-1)).not.toContain('Missed')
      expect(team.maria.seesThread('#ops', 'Ideas').slice(1)).toEqual([])
    })
  })

  test('a checklist in several messages no longer says that it is open once it has closed', async () => {
    const section = (title: string) =>
      `{ title: ${title}, items: [${Array.from({ length: 18 }, (_, index) => `${title} ${index}`).join(', ')}] }`
    const big = `big: { title: Big round, every: day at 09:00, open-for: 2h, sections: [${section('Front')}, ${section('Back')}] }`
    await starts('2026-11-16T08:58:00-05:00', shop([big]))
    await team.clockReaches('2026-11-16T09:01:00-05:00')
    const thread = () => team.maria.seesThread('#ops', 'Big round').join('\n')
    expect(thread()).toContain('Big round is open until 11:00')
    await team.clockReaches('2026-11-16T13:01:00-05:00')
    expect(thread()).not.toContain('is open until')
  })

  describe('a plan that is edited', () => {
    test.each([
      ['adds a holiday', shop([daily], 'calendar: { holidays: [2026-12-25] }')],
      ['begins its days earlier', shop([daily], 'day-starts: "07:00"')],
      ['moves to another time', shop([round('day at 17:00', ', open-for: 2h')])],
      ['moves to another zone', shop([daily]).replace('America/New_York', 'Europe/Paris')],
    ])('and %s keeps the round that fell due while it was away', async (_, edited) => {
      await starts('2026-11-16T08:58:00-05:00', shop([daily]))
      await team.clockReaches('2026-11-16T08:59:50-05:00')
      await restarts('2026-11-16T09:00:20-05:00', edited)
      await team.clockReaches('2026-11-16T09:30:00-05:00')
      expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 open'])
      expect(team.maria.sees('#ops')).toHaveLength(1)
    })

    test('counts an edited cadence from then on', async () => {
      await starts('2026-11-16T08:58:00-05:00', shop([daily]))
      await team.clockReaches('2026-11-16T12:00:00-05:00')
      await restarts('2026-11-16T12:30:00-05:00', shop([round('day at 10:00', ', open-for: 2h')]))
      await team.clockReaches('2026-11-17T10:30:00-05:00')
      expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 missed', 'open-up 2026-11-17T15:00 open'])
    })

    test('looks again at a round that waited for a holiday to pass', async () => {
      const christmas = (rule: string) =>
        shop([round('last Friday of month at 09:00', `, on-holiday: ${rule}`)], 'calendar: { holidays: [2026-12-25] }')
      await starts('2026-12-20T08:58:00-05:00', christmas('next-working-day'))
      await restarts('2026-12-21T09:00:00-05:00', christmas('keep'))
      await team.clockReaches('2026-12-25T09:30:00-05:00')
      expect(await ledger()).toEqual(['open-up 2026-12-25T14:00 open'])
    })
  })

  test('what waits for a holiday to pass does not hold up the days behind it', async () => {
    const plan = shop([round('day at 09:00', ', on-holiday: next-working-day')], 'calendar: { holidays: [2026-12-25] }')
    await starts('2026-12-24T12:00:00-05:00', plan)
    await team.clockReaches('2026-12-26T09:30:00-05:00')
    expect(await ledger()).toEqual(['open-up 2026-12-26T14:00 open'])
    await team.clockReaches('2026-12-28T09:30:00-05:00')
    expect(await ledger()).toEqual([
      'open-up 2026-12-25T14:00 open',
      'open-up 2026-12-26T14:00 missed',
      'open-up 2026-12-27T14:00 missed',
      'open-up 2026-12-28T14:00 open',
    ])
    expect(team.maria.sees('#ops').filter((message) => message.includes('Opening round'))).toHaveLength(4)
  })

  test('a round started by hand is not closed by the next one that falls due', async () => {
    await starts('2026-11-16T08:57:00-05:00', shop([round('day at 09:00')]))
    await team.maria.runs('/rounds start open-up', { in: '#ops' })
    await team.clockReaches('2026-11-16T09:30:00-05:00')
    expect(await ledger()).toEqual(['open-up 2026-11-16T13:57 open', 'open-up 2026-11-16T14:00 open'])
  })

  test('one who starts what another starts at the same moment is told that it is open', async () => {
    await starts('2026-11-16T07:00:00-05:00', shop([daily]))
    let moment = team.now().getTime()
    // No two people press in the same millisecond, so no two rounds have the same due time.
    const deps = { ...team.rounds.deps, clock: () => new Date(moment++) }
    const told = await Promise.all([1, 2, 3].map(() => start({ ritual: 'open-up' }, deps)))
    expect(told.sort()).toEqual(['Opening round', 'ritual-already-open', 'ritual-already-open'])
    expect(await ledger()).toHaveLength(1)
  })

  describe('of two plans with a ritual of the same name', () => {
    beforeEach(async () => {
      const bakery = shop([daily.replace('Opening round', 'Bakery opening')])
        .replace('plan: shop', 'plan: bakery')
        .replace('#ops', '#general')
      const onlyThere = '\n  ovens: { title: Ovens, every: on demand, items: [Clean them] }'
      await starts('2026-11-16T07:00:00-05:00', shop([daily]), bakery + onlyThere)
    })

    const channelOf = async (name: string) => (await findPlan(scopeOf(team.rounds.deps), name))?.plan.channel ?? null

    test('the one of the channel is started', async () => {
      expect(await start({ ritual: 'open-up', channel: await channelOf('shop') })).toBe('Opening round')
      expect(await start({ ritual: 'open-up', channel: await channelOf('bakery') })).toBe('Bakery opening')
    })

    test('the one that is named with its plan is started', async () => {
      expect(await start({ ritual: 'bakery/open-up' })).toBe('Bakery opening')
      expect(await start({ ritual: 'Shop/Opening round' })).toBe('Opening round')
    })

    test("what only another channel's plan has is found there", async () => {
      expect(await start({ ritual: 'ovens', channel: await channelOf('shop') })).toBe('Ovens')
    })

    test('whoever mistypes is told the names that lead to each', async () => {
      const told = await startRitual(team.rounds.deps, { ritual: 'ofens', by: maria, receipt: 'one' })
      expect(told).toMatchObject({ known: expect.arrayContaining(['bakery/open-up', 'shop/open-up', 'ovens']) })
    })
  })

  test('a plan that cannot be read does not hold up the others, and is told of', async () => {
    await starts('2026-11-16T08:50:00-05:00', shop([daily]))
    const { db } = team.rounds.deps
    await db.execute(sql`insert into plans (enterprise, team, name, version, body, source, applied_at)
      select enterprise, team, 'old', 1, jsonb_set(body, '{timezone}', '"No/Zone"'), source, applied_at from plans`)
    await db.execute(sql`insert into cursors (enterprise, team, plan, ritual, cadence, reached, next_at)
      select enterprise, team, 'old', ritual, cadence, reached, '2026-11-16T13:51:00Z' from cursors`)
    team.outageUntil('2026-11-16T09:00:10-05:00')
    await expect(team.rounds.beat()).rejects.toThrow(/invalid time zone/i)
    await team.settled()
    expect(await ledger()).toEqual(['open-up 2026-11-16T14:00 open'])
  })
})
