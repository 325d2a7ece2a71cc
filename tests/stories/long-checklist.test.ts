import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { startTeam, type Team } from '../support/team.ts'

const shelves = Array.from({ length: 16 }, (_, shelf) => `        - Shelf ${shelf + 1}`)

describe.each(databases())('a checklist of more items than a card holds, $name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    const plans = shopWith(
      {},
      ...['  count:', '    every: day at 08:00', '    sections:'],
      ...['      - title: Front', '        items:', ...shelves],
      ...['      - title: Back', '        items:', ...shelves, '        - Cellar: number < 5'],
    )
    team = await startTeam({ opened: await open(), at: '2026-11-16T07:55:00-05:00', plans })
    await team.clockReaches('2026-11-16T08:00:00-05:00')
  })
  afterEach(() => team.close())

  const press = async (button: string) => {
    await team.maria.clicks(button, 'Cellar')
    await team.settled()
  }
  const back = () => team.maria.seesThread('#ops', 'Count').find((text) => text.startsWith('2 Back')) ?? ''

  test('tells in the section of the item what becomes of its issue', async () => {
    await press('Enter')
    await team.maria.fills({ Cellar: '7' })
    expect(await team.maria.submits()).toBeUndefined()
    await team.settled()
    expect(back()).toMatch(/✗ Cellar.*issue 1, P2/u)
    const opened = back()
    await press('Acknowledge')
    expect(back()).toMatch(/✗ Cellar.*issue 1, P2/u)
    expect(back()).not.toBe(opened)
  })
})
