import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyPlan } from '../../src/operations/apply-plan.ts'
import { openDatabase } from '../../src/store/database/open.ts'
import { planWith } from '../plans/plans.ts'
import { embeddedFolder } from '../support/databases.ts'
import { rounds } from './run.ts'

describe('rounds retire', { timeout: 120_000 }, () => {
  const folder = embeddedFolder()
  const run = (...line: readonly string[]) => rounds(['retire', ...line], { ROUNDS_DATA: folder })

  beforeAll(async () => {
    const opened = await openDatabase({ kind: 'embedded', folder })
    await opened.migrate()
    const clock = () => new Date('2026-11-16T14:00:00Z')
    const workspace = { enterprise: '', team: 'T0000001' }
    const deps = { db: opened.db, workspace, clock, newId: randomUUID, committed: () => undefined }
    await applyPlan(deps, { plan: planWith('every: day at 09:00'), source: 'shop', origin: 'file', by: null })
    await opened.close()
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('takes a plan out of use, and says what brings it back', async () => {
    const misspelt = await run('shp')
    expect(misspelt.code).toBe(1)
    expect(misspelt.stderr).toBe('There is no plan named shp in this database; it holds shop.\n')
    const retired = await run('shop')
    expect(retired).toEqual({
      code: 0,
      stdout: [
        'Shop is retired: nothing of it falls due any more, and its history stays.',
        'Take its file out of ROUNDS_PLANS too: while it is there, the next start brings the plan back.',
        '',
      ].join('\n'),
      stderr: '',
    })
    expect((await run('shop')).code).toBe(1)
  })
})
