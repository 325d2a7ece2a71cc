import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyPlanFiles } from '../../src/operations/apply-plan-files.ts'
import { figuresOf } from '../../src/operations/freeze-summary.ts'
import { moveLaunch, previewLaunch } from '../../src/operations/move-launch.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { entriesAfter } from '../../src/store/journal.ts'
import { occurrencesBetween } from '../../src/store/occurrences.ts'
import { findPlan } from '../../src/store/plans.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

const lines = [
  'plan: shop',
  'title: Corner shop',
  'timezone: America/New_York',
  'channel: "#ops"',
  'owner: "@maria"',
  'admins: ["@maria"]',
  'launch: 2026-11-17T09:00',
  'rituals:',
  '  watch:',
  '    title: Watch',
  '    every: 30 minutes from T+1h to T+2h',
  '    sections:',
  '      - { title: Users, items: [People can log in] }',
  '      - { title: Health, every: 15 minutes from T+1h to T+1h15m, takes: 5m, items: [The site answers] }',
  '  review: { title: First review, every: T+1d at 08:00, items: [Look at the figures] }',
  '  round: { title: Round, every: day at 07:00, items: [Lights on] }',
]

function fileOf(text: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'rounds-launch-')), 'shop.yaml')
  writeFileSync(file, text.join('\n'))
  return file
}

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (text: readonly string[] = lines, at = '2026-11-16T08:55:00-05:00') => {
    team = await startTeam({ opened: await open(), at, plans: fileOf(text), admins: ['U0000000'] })
  }
  beforeEach(() => begin())
  afterEach(() => team.close())

  const at = (time: string) => team.clockReaches(`2026-11-${time}:00-05:00`)
  const scope = () => scopeOf(team.rounds.deps)
  const plan = async () => (await findPlan(scope(), 'shop'))?.plan
  const ledger = async () => {
    const rows = await occurrencesBetween(scope(), 'shop', new Date('2026-11-01'), new Date('2026-12-31'))
    return rows.map(({ dueAt, title, section }) => [dueAt.toISOString().slice(8, 16), title, section].join(' ').trim())
  }
  const told = async (line: string, who: 'maria' | 'ben' = 'maria') => {
    await team[who].runs(line, { in: '#ops' })
    await team.settled()
    return team[who].ephemerals('#ops').at(-1) ?? ''
  }
  const applyAgain = async (text: readonly string[]) => {
    const people = [{ id: team.maria.id, names: ['maria'] }]
    const channels = [{ id: (await plan())?.channel ?? '', name: 'ops' }]
    await applyPlanFiles(team.rounds.deps, fileOf(text), { by: null, directory: { people, channels } })
  }

  describe('a section with a cadence of its own', () => {
    test('has cards of its own, beside those of its ritual', async () => {
      await at('17T10:00')
      expect(team.maria.sees('#ops').slice(-2)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/Watch: Health[\s\S]*The site answers/),
          expect.stringMatching(/Watch\n[\s\S]*People can log in/),
        ]),
      )
      expect(
        team.maria
          .sees('#ops')
          .join('\n')
          .match(/The site answers/g),
      ).toHaveLength(1)
      const card = team.maria.sees('#ops').find((text) => text.startsWith('Watch: Health')) ?? ''
      expect(card).toContain('about 5 min')
      expect(card).toContain('0 of 1\nThe site answers [Done]')
      await team.maria.clicks('Done', 'The site answers')
      await team.settled()
      await at('17T11:30')
      expect(await ledger()).toEqual([
        '17T12:00 Round',
        '17T15:00 Watch',
        '17T15:00 Watch: Health Health',
        '17T15:15 Watch: Health Health',
        '17T15:30 Watch',
        '17T16:00 Watch',
      ])
    })

    test('is started by hand by its name or its title, and once at a time', async () => {
      expect(await told('/rounds start watch/health')).toContain('Watch: Health is open in #ops')
      expect(await told('/rounds start Watch: Health')).toContain('already open')
      expect(await told('/rounds start watch')).toContain('Watch is open in #ops')
      expect(await told('/rounds start nothing')).toContain('watch/Health')
    })

    test('stands in Home by its own next time, and is started there', async () => {
      await team.maria.opensHome()
      await team.settled()
      expect(team.maria.home()).toContain('Watch: Health')
      await team.maria.clicks('Start now', 'Watch: Health', { in: 'home' })
      await team.settled()
      expect(team.maria.sees('#ops').at(-1)).toContain('The site answers')
    })

    test('has a line of its own in the summary', async () => {
      await at('17T10:00')
      await team.maria.clicks('Done', 'The site answers')
      await team.settled()
      await at('17T11:30')
      // A database that reads a whole table gives last what it changed last, unless it is asked for an order.
      const { db } = team.rounds.deps
      await db.execute(sql`update occurrences set title = title where section = ''`)
      for (const way of ['enable_indexscan', 'enable_bitmapscan']) await db.execute(sql.raw(`set ${way} = off`))
      const shop = await plan()
      const figures = shop && (await figuresOf(scope(), shop, '2026-W47', team.now()))
      expect(figures?.rituals.map(({ title, due }) => [title, due])).toEqual([
        ['Round', 1],
        ['Watch', 3],
        ['Watch: Health', 2],
      ])
    })
  })

  describe('the launch', () => {
    test('is moved by a plan admin, who sees before and after and confirms', async () => {
      await team.maria.runs('/rounds launch 2026-11-18 10:00', { in: '#ops' })
      await team.settled()
      expect(team.maria.modal()?.text).toContain('Tue 17 Nov 2026 09:00 → Wed 18 Nov 2026 10:00')
      expect(team.maria.modal()?.text).toContain('First review: Wed 18 Nov 08:00 New York → Thu 19 Nov 08:00 New York')
      expect(team.maria.modal()?.text).not.toContain('Round:')
      expect((await plan())?.launch).toBe('2026-11-17T09:00')

      await team.maria.fills({ 'Why does it move?': 'The printer is late' })
      expect(await team.maria.submits()).toBeUndefined()
      await team.settled()
      expect((await plan())?.launch).toBe('2026-11-18T10:00')
      const entries = await entriesAfter(scope(), 0)
      expect(entries.map(({ what, by }) => ({ what, by }))).toContainEqual({
        what: {
          kind: 'launch-moved',
          from: '2026-11-17T09:00',
          to: '2026-11-18T10:00',
          note: 'The printer is late',
        },
        by: team.maria.id,
      })
      await at('19T09:00')
      expect((await ledger()).filter((line) => !line.includes('Round'))).toEqual([
        '18T16:00 Watch',
        '18T16:00 Watch: Health Health',
        '18T16:15 Watch: Health Health',
        '18T16:30 Watch',
        '18T17:00 Watch',
        '19T13:00 First review',
      ])
    })

    test('that moves takes nothing along that was posted', async () => {
      await at('17T10:20')
      const before = await ledger()
      await team.maria.runs('/rounds launch 2026-11-19', { in: '#ops' })
      await team.settled()
      expect(team.maria.modal()?.text).toContain(
        'Watch: Tue 17 Nov 10:30 New York → Thu 19 Nov 10:30 New York and 1 more · in addition on Thu 19 Nov 10:00 New York',
      )
      await team.maria.submits()
      await team.settled()
      expect(await ledger()).toEqual(before)
      await at('19T10:00')
      expect((await ledger()).filter((line) => line.endsWith('Watch'))).toEqual(['17T15:00 Watch', '19T15:00 Watch'])
    })

    test('keeps its time where only a day is given, and begins with the day of the plan where it had none', async () => {
      for (const [launch, given, from] of [
        ['launch: 2026-11-17T10:30', '2026-11-18', 'Tue 17 Nov 2026 10:30 → Wed 18 Nov 2026 10:30'],
        ['day-starts: "07:30"', '2026-11-18', 'no launch date → Wed 18 Nov 2026 07:30'],
      ] as const) {
        await team.close()
        await begin(lines.map((line) => (line.startsWith('launch') ? launch : line)))
        await team.maria.runs(`/rounds launch ${given}`, { in: '#ops' })
        await team.settled()
        expect(team.maria.modal()?.text).toContain(from)
      }
    })

    test('moves what has a zone and a calendar of its own by these', async () => {
      await team.close()
      const own = 'timezone: Europe/Paris, calendar: { holidays: [2026-11-20] }, on-holiday: next-working-day'
      await begin([...lines, `  paris: { title: Paris review, every: T+1d at 08:00, ${own}, items: [Look] }`])
      await team.maria.runs('/rounds launch 2026-11-19', { in: '#ops' })
      await team.settled()
      expect(team.maria.modal()?.text).toContain('Paris review: Wed 18 Nov 08:00 Paris → Mon 23 Nov 08:00 Paris')
      await team.maria.submits()
      await team.settled()
      await at('22T23:00')
      expect((await ledger()).filter((line) => line.includes('Paris'))).toEqual([])
      await at('23T03:00')
      expect((await ledger()).filter((line) => line.includes('Paris'))).toEqual(['20T07:00 Paris review'])
    })

    const moves = (launch: string, receipt?: string) =>
      moveLaunch(team.rounds.deps, { plan: 'shop', launch, by: null, note: null, ...(receipt && { receipt }) })

    test('is moved once by a form, however often that arrives, and one that was refused can be sent again', async () => {
      expect(await moves('tomorrow', 'a form')).toMatchObject({ kind: 'launch-not-understood' })
      expect(await moves('2026-11-18', 'a form')).toMatchObject({ to: '2026-11-18T09:00' })
      expect(await moves('2026-11-19')).toMatchObject({ to: '2026-11-19T09:00' })
      expect(await moves('2026-11-18', 'a form')).toBeUndefined()
      expect((await plan())?.launch).toBe('2026-11-19T09:00')
    })

    test('that stays where it is is no news', async () => {
      expect(await moves('2026-11-17')).toMatchObject({ shifts: [] })
      expect((await findPlan(scope(), 'shop'))?.version).toBe(1)
      expect((await entriesAfter(scope(), 0)).filter(({ what }) => what.kind === 'launch-moved')).toEqual([])
    })

    test('of a plan that is not there is neither shown nor moved', async () => {
      const request = { plan: 'shp', launch: '2026-11-18', by: null }
      expect(await previewLaunch(scope(), request, team.now())).toEqual({ kind: 'no-plan' })
      expect(await moveLaunch(team.rounds.deps, { ...request, note: null })).toEqual({ kind: 'no-plan' })
    })

    test('that moves back opens nothing whose time is past', async () => {
      await at('16T11:30')
      await team.maria.runs('/rounds launch 2026-11-16 10:00', { in: '#ops' })
      await team.settled()
      await team.maria.submits()
      await team.settled()
      await at('16T12:30')
      expect(await ledger()).toEqual(['16T17:00 Watch'])
    })

    test('that moves leaves alone what does not count from it, and waits for a holiday to pass', async () => {
      await team.close()
      await begin([
        ...lines,
        '  count: { title: Stocktake, every: on 2026-11-16 at 10:00, items: [Shelves] }',
        'calendar: { holidays: [2026-11-16] }',
      ])
      await at('16T12:00')
      await team.maria.runs('/rounds launch 2026-11-19', { in: '#ops' })
      await team.settled()
      await team.maria.submits()
      await team.settled()
      await at('17T10:00')
      expect(await ledger()).toContainEqual('16T15:00 Stocktake')
    })

    test('is told to whoever asks, and moved by no one else', async () => {
      expect(await told('/rounds launch', 'ben')).toContain('The launch of Corner shop is on Tue 17 Nov 2026 09:00')
      expect(await told('/rounds launch 2026-11-18', 'ben')).toContain(
        'You cannot move the launch here. Please ask @maria',
      )
      expect(team.ben.modal()).toBeUndefined()
      expect(await told('/rounds launch shop tomorrow')).toContain('I could not read “tomorrow” as a launch date')
      expect((await plan())?.launch).toBe('2026-11-17T09:00')
    })

    test('that is the same moves nothing', async () => {
      await team.maria.runs('/rounds launch 2026-11-17', { in: '#ops' })
      await team.settled()
      expect(team.maria.modal()?.text).toContain('Nothing moves')
    })

    test('that was moved stays moved when its file is applied again, until the file says another', async () => {
      await team.maria.runs('/rounds launch 2026-11-18', { in: '#ops' })
      await team.settled()
      await team.maria.submits()
      await team.settled()
      await applyAgain(lines)
      expect((await plan())?.launch).toBe('2026-11-18T09:00')
      await applyAgain([...lines, '  more: { every: day at 12:00, items: [x] }'])
      expect((await plan())?.launch).toBe('2026-11-18T09:00')
      await applyAgain(lines.map((line) => line.replace('2026-11-17T', '2026-11-20T')))
      expect((await plan())?.launch).toBe('2026-11-20T09:00')
    })

    test('is waited for, and set', async () => {
      await team.close()
      await begin(lines.filter((line) => !line.startsWith('launch')))
      await at('18T12:00')
      expect((await ledger()).every((line) => line.endsWith('Round'))).toBe(true)
      expect(await told('/rounds launch')).toContain('has no launch date')
      await team.maria.runs('/rounds launch 2026-11-19 09:00', { in: '#ops' })
      await team.settled()
      expect(team.maria.modal()?.text).toContain('First review: in addition on Fri 20 Nov 08:00 New York')
      await team.maria.submits()
      await team.settled()
      await at('20T08:00')
      expect(await ledger()).toContainEqual('20T13:00 First review')
    })
  })
})
