import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { type Bot, spawnBot } from '../crash/bot.ts'
import { describeOnServer, serverDatabase } from '../support/databases.ts'
import { bigPlan, channels, people } from './big-plan.ts'

const rituals = 200
const before = '2026-11-16T08:59:00-05:00'
const nine = '2026-11-16T09:00:00-05:00'

describeOnServer('four processes on one postgres', () => {
  let sandbox: Sandbox
  let bots: readonly Bot[]
  let plans: string
  let now = new Date(before)
  const all = <Result>(ask: (bot: Bot) => Promise<Result>) => Promise.all(bots.map(ask))
  const sql = async <Row extends object>(text: string) => (await (bots[0] as Bot).sql<Row>(text))[0]

  beforeAll(async () => {
    const rooms = ['ops', 'incidents', 'leadership', ...channels]
    sandbox = await startSandbox({
      ...{ manifest, clock: () => now, page: false },
      members: people.map((name) => ({ name })),
      channels: rooms.map((name) => ({ name, bot: true })),
    })
    plans = bigPlan(rituals)
    const where = { kind: 'server', url: await serverDatabase() } as const
    bots = Array.from({ length: 4 }, () => spawnBot(sandbox, where, plans))
  })
  afterAll(async () => {
    await all((bot) => bot.stops())
    await sandbox.close()
    rmSync(dirname(plans), { recursive: true })
  })

  test('start together, and the plan is applied once', async () => {
    await all((bot) => bot.begins(before))
    expect(sandbox.connections()).toBe(4)
    expect(await sql(`select count(*)::int as versions from plans`)).toEqual({ versions: 1 })
    expect(await sql(`select count(*)::int as entries from journal where kind = 'plan-applied'`)).toEqual({
      entries: 1,
    })
  }, 60_000)

  test('open each of two hundred rounds once and post each card once, and share the work', async () => {
    now = new Date(nine)
    await all((bot) => bot.clockShows(nine))
    await all((bot) => bot.beats())
    await all((bot) => bot.settles())
    await allIsShown()

    expect(
      await sql(`select (select count(*)::int from occurrences) as occurrences,
        (select count(distinct (ritual, due_at))::int from occurrences) as due_times,
        (select count(*)::int from checklists) as checklists,
        (select count(*)::int from journal where kind = 'checklist-opened') as entries`),
    ).toEqual({ occurrences: rituals, due_times: rituals, checklists: rituals, entries: rituals })
    const cards = channels.flatMap((name) => sandbox.messages(name)).map(({ readable }) => readable.split('\n')[0])
    expect(cards).toHaveLength(rituals)
    expect(new Set(cards).size).toBe(rituals)

    const reports = await all((bot) => bot.report())
    expect(sum(reports.map(({ checklists }) => checklists))).toBe(rituals)
    expect(sum(reports.map(({ posted }) => posted))).toBe(rituals)
    expect(reports.filter(({ checklists }) => checklists > 0).length).toBeGreaterThan(1)
    expect(reports.filter(({ posted }) => posted > 0).length).toBeGreaterThan(1)
  }, 60_000)

  test('take eight clicks on one line as one fact, and tell seven people politely', async () => {
    const clicks = people.map((name) => sandbox.member(name).clicks('Done', 'Lights of 7', { in: '#site-7' }))
    expect(await Promise.all(clicks)).toEqual(people.map(() => ({ ok: true })))
    await all((bot) => bot.settles())
    await allIsShown()
    expect((await all((bot) => bot.report())).map((report) => report.clicks)).toEqual([2, 2, 2, 2])

    const [fact] = await (bots[0] as Bot).sql<{ by: string; entries: number }>(
      `select settled_by as by, (select count(*)::int from journal where kind like 'item-%') as entries
        from items where definition->>'title' = 'Lights of 7' and state = 'done'`,
    )
    expect(fact?.entries).toBe(1)
    const first = people.find((name) => sandbox.member(name).id === fact?.by)
    for (const name of people) {
      const told = sandbox.member(name).ephemerals('#site-7')
      expect(told).toEqual(name === first ? [] : [expect.stringContaining(`@${first} already`)])
    }
    expect(
      sandbox
        .member('maria')
        .sees('#site-7')
        .filter((card) => card.includes(`✓ Lights of 7 — @${first}`)),
    ).toHaveLength(1)
    expect(sandbox.messages('site-7')).toHaveLength(rituals / channels.length)
  }, 60_000)

  /** One that settles first may leave to the others what they are still at. */
  const allIsShown = () =>
    expect
      .poll(() => sql(`select count(*)::int as behind from messages where shown < wanted or parked is not null`), {
        timeout: 20_000,
      })
      .toEqual({ behind: 0 })
})

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
