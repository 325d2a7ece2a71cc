import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, readyIn, soonEnough } from './house.ts'
import { answer, committed, request, statement, uncommitted } from './moments.ts'
import { places } from './places.ts'

/** A morning for each moment. */
const moments = [
  { when: 'it asks what is due', day: 16, moment: statement(/^in transaction: .*from "cursors".*for update/) },
  {
    when: 'everything is written and nothing is committed',
    day: 17,
    moment: uncommitted(/\binsert into "checklists"/),
  },
  {
    when: 'the checklist is committed and its card not claimed',
    day: 18,
    moment: committed(/\binsert into "checklists"/),
  },
  { when: 'the card is claimed and not drawn', day: 19, moment: statement(/^select .*from "checklists" inner join/) },
  {
    when: 'the card is drawn and nothing says that it will be posted',
    day: 20,
    moment: statement(/^update "messages" set "posting_since"/),
  },
  { when: 'the request is ready and not sent', day: 21, moment: request(/^chat\.postMessage/) },
  { when: 'Slack has posted it and the answer is unread', day: 22, moment: answer(/^chat\.postMessage/) },
  {
    when: 'the answer is read and not recorded',
    day: 23,
    moment: statement(/\bupdate "messages" set "posted_in"/),
  },
  { when: 'the post is recorded', day: 24, moment: 'all recorded' },
] as const

describe.each(places())('the card of a round, in $name', { timeout: soonEnough }, ({ where }) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await where(), '2026-11-16T08:55:00-05:00')
  }, readyIn)
  beforeEach(() => house.hasBot(), soonEnough)
  afterAll(() => house.close())

  for (const { when, day, moment } of moments) {
    test(`is in the channel once when the bot dies as ${when}`, async () => {
      const morning = `2026-11-${day}T`
      await house.clockReaches(`${morning}08:59:00-05:00`)
      await house.isKilled(moment, async () => {
        await house.moveClock(`${morning}09:00:00-05:00`)
        await house.bot().beats()
        await house.bot().settles()
      })
      await house.isStartedAgain()
      expect(await factsOf(house, `${morning}14:00:00Z`)).toEqual({
        ...{ occurrences: 1, checklists: 1, entries: 1, messages: 1, behind: 0, leased: 0 },
      })
      expect(cardsOf(house, day)).toHaveLength(1)
    })
  }
})

const cardsOf = ({ sandbox }: House, day: number) =>
  sandbox.messages('ops').filter(({ threadTs, readable }) => threadTs === null && readable.includes(`${day} Nov 09:00`))

async function factsOf(house: House, dueAt: string) {
  const [facts] = await house.bot().sql(`
    with due as (select id from occurrences where ritual = 'round' and due_at = '${dueAt}')
    select (select count(*)::int from due) as occurrences,
      (select count(*)::int from checklists where id in (select id from due)) as checklists,
      (select count(*)::int from journal where kind = 'checklist-opened' and subject in (select id from due)) as entries,
      (select count(*)::int from messages where surface = 'checklist' and subject in (select id from due)) as messages,
      (select count(*)::int from messages where shown < wanted or parked is not null) as behind,
      (select count(*)::int from messages where lease_until is not null) as leased`)
  return facts
}
