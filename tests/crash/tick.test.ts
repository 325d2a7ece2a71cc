import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, readyIn, soonEnough } from './house.ts'
import { answer, committed, request, statement, uncommitted } from './moments.ts'
import { places } from './places.ts'

const lost = [
  {
    when: 'it has arrived and nothing is begun',
    pump: 'Pump one',
    moment: statement(/^in transaction: .*from "checklists".*for update$/),
  },
  {
    when: 'everything is written and nothing is committed',
    pump: 'Pump two',
    moment: uncommitted(/\bupdate "items"/),
  },
] as const

const kept = [
  { when: 'it is committed and not acknowledged', pump: 'Pump three', moment: committed(/\bupdate "items"/) },
  { when: 'it is acknowledged and not claimed', pump: 'Pump four', moment: 'acknowledged, nothing claimed' },
  {
    when: 'the card is claimed and not drawn',
    pump: 'Pump five',
    moment: statement(/^select .*from "checklists" inner join/),
  },
  { when: 'the request is ready and not sent', pump: 'Pump six', moment: request(/^chat\.update/) },
  { when: 'Slack has done it and the answer is unread', pump: 'Pump seven', moment: answer(/^chat\.update/) },
  {
    when: 'the answer is read and not recorded',
    pump: 'Pump eight',
    moment: statement(/^update "messages" set "shown"/),
  },
  { when: 'it is recorded', pump: 'Pump nine', moment: 'all recorded' },
] as const

describe.each(places())('a tick, in $name', { timeout: soonEnough }, ({ where }) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await where(), '2026-11-16T08:55:00-05:00')
    await house.clockReaches('2026-11-16T09:00:00-05:00')
  }, readyIn)
  beforeEach(() => house.hasBot(), soonEnough)
  afterAll(() => house.close())

  for (const { when, pump, moment } of lost) {
    test(`is lost whole when the bot dies as ${when}, and can be made again`, async () => {
      const { ok: acknowledged } = await house.isKilled(moment, () => house.maria.clicks('Done', pump))
      expect(acknowledged).toBe(false)
      await house.isStartedAgain()
      expect(await factsOf(house, pump)).toEqual({ state: 'open', by: null, entries: 0, behind: 0 })
      expect(cards(house)).toEqual([expect.stringContaining(`${pump} [Done]`)])

      await house.maria.clicks('Done', pump)
      await house.bot().settles()
      await isThereOnce(house, pump)
    })
  }

  for (const { when, pump, moment } of kept) {
    test(`is kept and shown when the bot dies as ${when}`, async () => {
      await house.isKilled(moment, () => house.maria.clicks('Done', pump))
      await house.isStartedAgain()
      await isThereOnce(house, pump)
    })
  }
})

async function isThereOnce(house: House, pump: string): Promise<void> {
  expect(await factsOf(house, pump)).toEqual({ state: 'done', by: house.maria.id, entries: 1, behind: 0 })
  expect(cards(house)).toEqual([expect.stringMatching(`✓ ${pump} — @maria`)])
}

const cards = ({ sandbox }: House) => sandbox.messages('ops').map(({ readable }) => readable)

async function factsOf(house: House, pump: string) {
  const [facts] = await house.bot().sql(`select state, settled_by as by,
    (select count(*)::int from journal where kind like 'item-%' and what->>'title' = '${pump}') as entries,
    (select count(*)::int from messages where shown < wanted or parked is not null) as behind
    from items where definition->>'title' = '${pump}'`)
  return facts
}
