import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPlan } from '../../src/operations/apply-plan.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { planOf } from '../plans/plans.ts'
import { embeddedFolder } from '../support/databases.ts'
import { rounds } from './run.ts'

const source = [
  'plan: shop',
  'title: Corner shop',
  'timezone: America/New_York',
  'channel: "#ops"',
  'owner: "@maria"',
  'launch: 2099-12-01T09:00',
  'roles:',
  '  lead: { title: Lead, rotation: ["@ben", "@cara"], from: 2026-11-16, hand-over: T+1d at 08:00 }',
  'summary: { every: T+4d at 10:00 }',
  'phases: [{ title: Immediate, from: T+0, to: T+1w }, { title: Later, from: T+1w }, { title: Winter, from: 2099-12-21 }]',
  'maintenance: [{ title: Updates, every: T+2d at 02:00, lasts: 2h }]',
  'rituals:',
  '  review: { title: First review, every: T+1d at 08:00, items: [x] }',
  '  gate: { title: Gate, every: T+1w, items: [x] }',
  '  desk: { title: Desk, every: "day at 18:00 until T+1w, then week", items: [x] }',
  '  load: { every: day at 07:00, items: [{ item: Load, percent: "< 90", targets: [{ from: T+1w, target: "< 70" }] }] }',
].join('\n')

describe('rounds launch', { timeout: 120_000 }, () => {
  const folder = embeddedFolder()
  const run = (...line: readonly string[]) => rounds(['launch', ...line], { ROUNDS_DATA: folder })

  beforeAll(async () => {
    const opened = await openDatabase({ kind: 'embedded', folder })
    await opened.migrate()
    const clock = () => new Date('2026-11-16T14:00:00Z')
    const workspace = { enterprise: '', team: 'T0000001' }
    const deps = { db: opened.db, workspace, clock, newId: randomUUID, committed: () => undefined }
    await applyPlan(deps, { plan: planOf(source), source, origin: 'file', by: null })
    await opened.close()
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('tells before and after, and moves only when it is meant', async () => {
    const moved = [
      '  First review           2099-12-02 08:00 → 2099-12-09 08:00',
      '  Gate                   2099-12-08 09:00 → 2099-12-15 09:00',
      '  Desk                   in addition on 2099-12-08 18:00, 2099-12-09 18:00, 2099-12-10 18:00 and 4 more; no more on 2099-12-14 09:00',
      '  Updates (maintenance)  2099-12-03 02:00 → 2099-12-10 02:00',
      '  Hand-over of Lead      2099-12-02 08:00 → 2099-12-09 08:00',
      '  Weekly summary         2099-12-05 10:00 → 2099-12-12 10:00',
      '  Phases that move along: Immediate, Later',
      '  Later targets that move along: Load',
      '',
    ]
    const from = 'from 2099-12-01 09:00 to 2099-12-08 09:00.'
    expect(await run('shop', '2099-12-08', '--dry-run')).toEqual({
      code: 0,
      stdout: [`The launch of Corner shop would move ${from}`, ...moved].join('\n'),
      stderr: '',
    })
    expect(await run('shop', '2099-12-08')).toEqual({
      code: 0,
      stdout: [`The launch of Corner shop moved ${from}`, ...moved].join('\n'),
      stderr: '',
    })
    const again = await run('shop', '2099-12-08')
    expect(again.stdout).toBe('The launch of Corner shop is on 2099-12-08 09:00 already. Nothing moves.\n')
  })

  test('tells the time that is meant by one that the clocks skip, and what closes at another time', async () => {
    const skipped = await run('shop', '2100-03-14T02:30', '--dry-run')
    expect(skipped.stdout).toContain('to 2100-03-14 03:30, since the clocks skip 02:30.\n')
    await run('shop', '2099-12-12')
    expect((await run('shop', '2099-12-13', '--dry-run')).stdout).toContain(
      '  Gate                   2099-12-21 09:00, open until 2099-12-26 00:00 → 2099-12-27 00:00\n',
    )
  })

  test('says what is wrong', async () => {
    expect(await run('bakery', '2099-12-08')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no plan named bakery in this database; it holds shop.\n',
    })
    expect(await run('shop', 'tomorrow')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'I could not read “tomorrow” as a launch date. Write a day, or a day and a time, such as 2026-12-01 09:00.\n',
    })
  })
})
