import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, readyIn, soonEnough } from './house.ts'
import { committed, statement, uncommitted } from './moments.ts'
import { places } from './places.ts'

const moments = [
  {
    when: 'it has arrived and nothing is begun',
    pump: 'Pump one',
    moment: statement(/^in transaction: .*for update$/),
  },
  {
    when: 'everything is written and nothing is committed',
    pump: 'Pump two',
    moment: uncommitted(/^insert into "receipts"/),
  },
  {
    when: 'it is committed and the form is still open',
    pump: 'Pump three',
    moment: committed(/^insert into "receipts"/),
  },
] as const

describe.each(places())('a form, in $name', { timeout: soonEnough }, ({ where }) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await where(), '2026-11-16T08:55:00-05:00')
    await house.clockReaches('2026-11-16T09:00:00-05:00')
  }, readyIn)
  beforeEach(() => house.hasBot(), soonEnough)
  afterAll(() => house.close())

  for (const { when, pump, moment } of moments) {
    test(`counts once when the bot dies as ${when} and the person sends it again`, async () => {
      const { maria } = house
      await maria.clicks('Something failed')
      await house.bot().settles()
      await maria.fills({ 'What failed?': pump, 'What did you see?': 'It drips' })
      await house.isKilled(moment, () => maria.submits())
      expect(maria.modal()?.values).toMatchObject({ 'What did you see?': 'It drips' })

      await house.isStartedAgain()
      await maria.submits()
      expect(maria.modal()).toBeUndefined()
      await house.bot().settles()
      expect(await factsOf(house, pump)).toEqual({ state: 'failed', issues: 1, entries: 1, behind: 0 })
    })
  }
})

async function factsOf(house: House, pump: string) {
  const [facts] = await house.bot().sql(`select state,
    (select count(*)::int from issues where source_item = items.id) as issues,
    (select count(*)::int from journal where kind = 'item-failed' and what->>'title' = '${pump}') as entries,
    (select count(*)::int from messages where shown < wanted or parked is not null) as behind
    from items where definition->>'title' = '${pump}'`)
  return facts
}
