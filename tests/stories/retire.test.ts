import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyPlanFiles } from '../../src/operations/apply-plan-files.ts'
import { moveLaunch } from '../../src/operations/move-launch.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { directoryClient, readDirectory } from '../../src/slack/directory.ts'
import { entriesAfter } from '../../src/store/journal.ts'
import { occurrencesBetween } from '../../src/store/occurrences.ts'
import { retiredPlans } from '../../src/store/plans.ts'
import { databases } from '../support/databases.ts'
import { planFile } from '../support/plan-file.ts'
import { configFor, startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team
  let folder: string

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rounds-retire-'))
    copyFileSync('tests/data/shop.yaml', join(folder, 'shop.yaml'))
    copyFileSync(other(), join(folder, 'other.yaml'))
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:59:00-05:00', plans: folder })
    await team.clockReaches('2026-11-16T09:01:00-05:00')
  })
  afterEach(() => team.close())

  const other = () =>
    planFile(
      ...['plan: other', 'title: Other shop', 'timezone: America/New_York', 'channel: "#incidents"', 'owner: "@ben"'],
      ...['rituals:', '  a: { every: day at 12:00, items: [Lights on] }'],
    )
  const ledger = async () => {
    const rows = await occurrencesBetween(scopeOf(team.rounds.deps), 'shop', new Date(0), new Date('2027-01-01'))
    return rows.map(({ title, state, reason }) => `${title}: ${state}${reason ? ` (${reason})` : ''}`)
  }
  const openingRound = () => team.ben.sees('#ops').find((text) => text.startsWith('Opening round')) ?? ''
  const press = async (who: Team['maria'], button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const retires = async (why = 'The shop is closed') => {
    await team.maria.opensHome()
    await team.settled()
    await press(team.maria, 'Retire this plan', 'Corner shop')
    await team.maria.fills({ 'Why?': why })
    const refused = await team.maria.submits()
    await team.settled()
    return refused
  }

  test('an admin retires a plan from Home: what is open is paused, nothing falls due, and the ledger says why', async () => {
    expect(await retires()).toBeUndefined()
    expect(openingRound()).toContain('Paused: nothing is expected.')
    expect(openingRound()).not.toContain('[Done]')
    expect(team.maria.home()).not.toContain('Corner shop')
    expect(await team.rounds.nextMoment(), 'nothing of it waits').toEqual(new Date('2026-11-16T12:00:00-05:00'))
    const entries = await entriesAfter(scopeOf(team.rounds.deps), 0)
    expect(entries.slice(-2).map(({ what }) => what)).toEqual([
      { kind: 'checklist-closed', state: 'paused' },
      { kind: 'plan-retired', why: 'The shop is closed' },
    ])
    await team.clockReaches('2026-11-20T17:00:00-05:00')
    expect(await ledger()).toEqual(['Opening round: paused (The shop is closed)'])
    expect(team.dana.sees('#leadership')).toEqual([])
  })

  test('who is no admin finds no button for it', async () => {
    await team.ben.opensHome()
    await team.settled()
    expect(team.ben.home()).not.toContain('Retire this plan')
    const by = { id: 'U0BEN0000', external: false, admin: false }
    const refused = await retirePlan(team.rounds.deps, { plan: 'shop', why: 'x', by })
    expect(refused).toMatchObject({ kind: 'not-permitted', action: 'retire' })
  })

  test('an admin of the plan alone retires it, once however often the form arrives, and others are told whom to ask', async () => {
    const { deps } = team.rounds
    const text = readFileSync(join(folder, 'other.yaml'), 'utf8')
    writeFileSync(join(folder, 'other.yaml'), text.replace('rituals:', 'admins: ["@ben"]\nrituals:'))
    await applyPlanFiles(deps, folder, { directory: await known(), by: null })
    await team.clockReaches('2026-11-16T12:00:00-05:00')
    const request = { plan: 'other', why: 'It is closed', receipt: 'a form' }
    const by = (id: string) => ({ id, external: false, admin: false })
    expect(await retirePlan(deps, { ...request, by: by(team.cara.id) })).toMatchObject({ ask: [team.ben.id] })
    expect(await retirePlan(deps, { ...request, by: by(team.ben.id) })).toEqual({ title: 'Other shop', paused: 1 })
    expect(await retirePlan(deps, { ...request, by: by(team.ben.id) })).toEqual({ title: 'Other shop', paused: 0 })
  })

  test('a plan whose file is gone is retired, and its file brings it back', async () => {
    rmSync(join(folder, 'shop.yaml'))
    const { deps } = team.rounds
    expect(await applyPlanFiles(deps, folder, { directory: await known(), by: null })).toMatchObject({
      retired: ['shop'],
    })
    expect(await retiredPlans(scopeOf(deps))).toEqual([{ name: 'shop', at: team.now() }])
    expect(await applyPlanFiles(deps, folder, { directory: await known(), by: null })).toMatchObject({ retired: [] })
    copyFileSync('tests/data/shop.yaml', join(folder, 'shop.yaml'))
    const back = await applyPlanFiles(deps, folder, { directory: await known(), by: null })
    expect(back).toMatchObject({
      applied: [
        { plan: 'other', changed: false },
        { plan: 'shop', changed: true },
      ],
    })
    await team.clockReaches('2026-11-17T09:01:00-05:00')
    expect(await ledger()).toEqual(['Opening round: paused (The plan has no file any more.)', 'Opening round: open'])
  })

  test('the launch of a retired plan stays where it was, and whoever asks is told why', async () => {
    await retires()
    await team.maria.runs('/rounds launch shop 2026-12-01', { in: '#ops' })
    await team.settled()
    expect(team.maria.ephemerals('#ops').at(-1)).toContain('Corner shop was retired')
    const asked = { plan: 'shop', launch: '2026-12-01', by: null, note: null }
    expect(await moveLaunch(team.rounds.deps, asked)).toMatchObject({ kind: 'plan-retired' })
  })

  test('once the last plan is retired, whoever asks for the week hears that, and what still asks people, and where', async () => {
    await press(team.maria, 'Enter', 'Fridge')
    await team.maria.fills({ Fridge: '9' })
    await team.maria.submits()
    await team.settled()
    await retirePlan(team.rounds.deps, { plan: 'other', why: 'It is closed', by: null })
    await team.clockReaches('2026-11-16T09:30:00-05:00')
    await retires()
    const told = async (line: string) => {
      await team.ben.runs(line, { in: '#ops' })
      await team.settled()
      return team.ben.ephemerals('#ops').at(-1)
    }
    const retired = 'Corner shop was retired today at 09:30, and no plan is in force any more.'
    const open = '1 issue is still open and goes on asking people; the Rounds Home tab shows it.'
    const again = 'Applying the plan again brings it back.'
    expect(await told('/summary')).toBe(`${retired} ${open} ${again}`)
    expect(await told('/incident payments are down')).toBe(`${retired} ${open} ${again}`)
    await team.ben.opensHome()
    await team.settled()
    expect(team.ben.home()).toContain('Fridge: 9 °C')
    await press(team.maria, 'Resolve', 'Fridge: 9 °C')
    await team.maria.submits()
    await team.settled()
    expect(await told('/rounds start stocktake')).toBe(`${retired} No issue is open. ${again}`)
  })

  test('a plan is retired once', async () => {
    await retires()
    expect(await retirePlan(team.rounds.deps, { plan: 'shop', why: 'x', by: null })).toMatchObject({
      kind: 'plan-retired',
    })
    expect(await retirePlan(team.rounds.deps, { plan: 'shp', why: 'x', by: null })).toMatchObject({ kind: 'no-plan' })
  })

  const known = () => readDirectory(directoryClient({ ...configFor(team.sandbox, 'socket-mode', 0, {}).slack }))
})
