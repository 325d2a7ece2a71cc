import { expect, test } from 'vitest'
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
