import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'tests/data/shop.yaml' })
  })
  afterEach(() => team.close())

  test('the card appears when the ritual falls due, and a tick is shown on it', async () => {
    expect(team.maria.sees('#ops')).toEqual([])
    await team.clockReaches('2026-11-16T09:00:00-05:00')
    await team.maria.clicks('Done', 'Lights on')
    await team.settled()
    const cards = team.maria.sees('#ops')
    expect(cards).toHaveLength(1)
    expect(cards[0]).toMatchInlineSnapshot(`
      "Opening round
      Corner shop · Mon 16 Nov 09:00 New York (your time 9:00 AM) · open until 11:00 · owner @maria
      ▓▓░░░░░░░░░░  1 of 5
      ✓ Lights on — @maria 09:00 [⋯]
      Alarm off [Done]
      Fridge (target < 5 °C) [Enter]
      Till float: money = 200 $ [Done]
      Wins (optional) [Enter]
      [Fill in] [Something failed] [Sign off] [⋯]"
    `)
  })
})
