import { expect, test } from 'vitest'
import { scopeOf } from '../../src/operations/transact.ts'
import { lockCursor, saveCursor } from '../../src/store/cursors.ts'
import { checklists } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { startTeam } from '../support/team.ts'

test.each(databases())('a ritual that cannot be opened holds up no escalation ($name)', async ({ open }) => {
  const opened = await open()
  const team = await startTeam({ opened, at: '2026-11-17T03:10:00-05:00', plans: 'tests/data/shop.yaml' })
  await team.maria.runs('/incident payments are down', { in: '#ops' })
  await team.settled()
  // As a plan would be that an older version applied and this one cannot read.
  await opened.db.execute(`update plans set body = jsonb_set(body, '{rituals,0,every}', '"whenever"')`)
  await opened.db.execute(`update cursors set next_at = '2026-11-17T08:12:00Z' where ritual = 'open-up'`)
  team.outageUntil('2026-11-17T03:26:00-05:00')
  await expect(team.rounds.beat()).rejects.toThrow()
  await team.settled()
  expect(team.dana.seesThread('#incidents', 'payments are down').at(-1)).toContain('@dana')
  await team.close()
})

test.each(databases())('what a plan does not have any more is over, and holds up nothing ($name)', async ({ open }) => {
  const at = '2026-11-16T08:59:00-05:00'
  const team = await startTeam({ opened: await open(), at, plans: 'tests/data/shop.yaml' })
  const scope = scopeOf(team.rounds.deps)
  const lost = ['gone', '@hand-over/gone', '@maintenance/gone']
  for (const ritual of lost)
    await saveCursor(scope, { plan: 'shop', ritual, cadence: '', reached: new Date(at), nextAt: new Date(at) })
  await team.clockReaches('2026-11-16T09:00:00-05:00')
  expect(team.maria.sees('#ops')).toEqual([expect.stringContaining('Opening round')])
  for (const ritual of lost) expect(await lockCursor(scope, 'shop', ritual)).toMatchObject({ nextAt: null })
  await team.close()
})

test.each(databases())('who asks for a beat during another waits for what is due ($name)', async ({ open }) => {
  const opened = await open()
  const team = await startTeam({ opened, at: '2026-11-16T08:59:00-05:00', plans: 'tests/data/shop.yaml' })
  team.outageUntil('2026-11-16T09:00:00-05:00')
  const first = team.rounds.beat()
  await team.rounds.beat()
  expect(await opened.db.$count(checklists)).toBe(1)
  await first
  await team.close()
})
