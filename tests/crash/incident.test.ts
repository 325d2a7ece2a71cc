import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse, readyIn, soonEnough } from './house.ts'
import { answer, committed, request, statement, uncommitted } from './moments.ts'
import { places } from './places.ts'

const lost = [
  {
    when: 'it has arrived and nothing is begun',
    title: 'Leak one',
    moment: statement(/^in transaction: .*from "plans"/),
  },
  {
    when: 'everything is written and nothing is committed',
    title: 'Leak two',
    moment: uncommitted(/^insert into "issues"/),
  },
] as const

const kept = [
  { when: 'it is committed and not acknowledged', title: 'Leak three', moment: committed(/^insert into "issues"/) },
  { when: 'it is acknowledged and not claimed', title: 'Leak four', moment: 'acknowledged, nothing claimed' },
  { when: 'the card is claimed and not drawn', title: 'Leak five', moment: statement(/^select .*from "issues"/) },
  {
    when: 'nothing says yet that the card will be posted',
    title: 'Leak six',
    moment: statement(/^update "messages" set "posting_since"/),
  },
  { when: 'the request is ready and not sent', title: 'Leak seven', moment: request(/^chat\.postMessage/) },
  {
    when: 'Slack has posted the card and the answer is unread',
    title: 'Leak eight',
    moment: answer(/^chat\.postMessage/),
  },
  {
    when: 'the answer is read and not recorded',
    title: 'Leak nine',
    moment: statement(/\bupdate "messages" set "posted_in"/),
  },
  {
    when: 'Slack has posted the notice in its thread and the answer is unread',
    title: 'Leak ten',
    moment: answer(/^chat\.postMessage/, 2),
  },
  { when: 'everything is recorded', title: 'Leak eleven', moment: 'all recorded' },
] as const

describe.each(places())('an incident, in $name', { timeout: soonEnough }, ({ where }) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse(await where(), '2026-11-16T03:10:00-05:00')
  }, readyIn)
  beforeEach(() => house.hasBot(), soonEnough)
  afterAll(() => house.close())

  const declares = (title: string) => house.maria.runs(`/incident ${title}`, { in: '#ops' })

  for (const { when, title, moment } of lost) {
    test(`is lost whole when the bot dies as ${when}, and can be declared again`, async () => {
      const before = await everythingOf(house)
      const { ok: acknowledged } = await house.isKilled(moment, () => declares(title))
      expect(acknowledged).toBe(false)
      await house.isStartedAgain()
      expect(await everythingOf(house)).toEqual(before)

      await declares(title)
      await house.bot().settles()
      await isThereOnce(house, title)
    })
  }

  for (const { when, title, moment } of kept) {
    test(`is kept, shown once and asks once when the bot dies as ${when}`, async () => {
      await house.isKilled(moment, () => declares(title))
      await house.isStartedAgain()
      await isThereOnce(house, title)
    })
  }
})

async function isThereOnce(house: House, title: string): Promise<void> {
  const [facts] = await house.bot().sql(`
    with named as (select id from issues where title = '${title}')
    select (select count(*)::int from named) as issues,
      (select count(*)::int from journal where kind = 'issue-opened' and subject in (select id from named)) as entries,
      (select count(*)::int from messages where shown < wanted or parked is not null) as behind,
      (select max(number) - count(*)::int from issues) as gaps`)
  expect(facts).toEqual({ issues: 1, entries: 1, behind: 0, gaps: 0 })
  const cards = house.sandbox
    .messages('incidents')
    .filter(({ threadTs, readable }) => threadTs === null && readable.includes(title))
  expect(cards).toHaveLength(1)
  const asked = house.sandbox
    .messages('incidents')
    .filter(({ threadTs }) => threadTs !== null && threadTs === cards[0]?.ts)
  expect(asked).toHaveLength(1)
}

/** Every row that a declaration could have left. */
async function everythingOf(house: House) {
  const [counts] = await house.bot().sql(`select
    (select count(*)::int from issues) as issues, (select count(*)::int from journal) as journal,
    (select count(*)::int from receipts) as receipts, (select coalesce(sum(value), 0)::int from counters) as numbers,
    (select count(*)::int from messages) as messages`)
  return { ...counts, posts: house.sandbox.messages('incidents').length }
}
