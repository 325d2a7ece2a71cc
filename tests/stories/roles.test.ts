import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { applyPlanFiles } from '../../src/operations/apply-plan-files.ts'
import { refreshGroups } from '../../src/operations/refresh-groups.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { directoryClient, readDirectory } from '../../src/slack/directory.ts'
import { entriesAfter } from '../../src/store/journal.ts'
import { findPlan } from '../../src/store/plans.ts'
import { databases } from '../support/databases.ts'
import { shopWith } from '../support/plan-file.ts'
import { configFor, startTeam, type Team, type TeamOptions } from '../support/team.ts'

const technician = 'technician: { title: Technician, people: ["@ben"] }'
const director = 'director: { title: Director, people: ["@dana"] }'
const manager = 'manager: { title: Manager, people: ["@maria"] }'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (options: Omit<TeamOptions, 'opened'>) => {
    team = await startTeam({ opened: await open(), ...options })
  }
  afterEach(() => team.close())

  const declare = async () => {
    await team.maria.runs('/incident payments are down', { in: '#ops' })
    await team.settled()
  }
  const asks = () => team.ben.seesThread('#incidents', 'payments are down')

  describe('a rotation', () => {
    const inTurn = shopWith({
      [technician]:
        'technician: { title: Technician, rotation: ["@ben", "@cara"], hand-over: Monday at 09:00, from: 2026-11-16, cover: [{ from: 2026-11-25, to: 2026-11-26, person: "@eli" }] }',
      'owner: manager\n    items': 'owner: technician\n    items',
    })

    test('hands over where both read it, with what is open, and the cards name the new one', async () => {
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: inTurn })
      await declare()
      await team.clockReaches('2026-11-23T09:00:00-05:00')
      const told = team.cara.sees('#ops').find((text) => text.includes('hands over')) ?? ''
      expect(told).toMatchInlineSnapshot(`
        "@ben hands over to @cara: Technician until Wed 25 Nov 09:00 New York (your time 25 Nov at 15:00).
        Open now: P0 incident 1: payments are down."
      `)
      expect(team.cara.sees('#ops').find((text) => text.includes('Opening round'))).toContain('owner @cara')
      expect(team.cara.notifications().length).toBeGreaterThan(0)
      expect(team.ben.notifications().some(({ text }) => text.includes('hands over'))).toBe(true)
      const entries = await entriesAfter(scopeOf(team.rounds.deps), 0)
      expect(entries.filter(({ what }) => what.kind === 'role-handed-over')).toMatchObject([
        { by: null, what: { role: 'Technician', from: [team.ben.id], to: [team.cara.id] } },
      ])
    })

    test('hands over what is open with the worst first and the oldest of those, whoever has touched which', async () => {
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: inTurn })
      for (const what of ['payments are down', 'the till is down', 'the door is open']) {
        await team.maria.runs(`/incident ${what}`, { in: '#ops' })
        await team.settled()
      }
      await team.ben.clicks('Acknowledge', 'payments are down', { in: '#incidents' })
      await team.settled()
      await team.clockReaches('2026-11-23T09:00:00-05:00')
      const told = team.cara.sees('#ops').find((text) => text.includes('hands over')) ?? ''
      expect(told.match(/incident \d/g)).toEqual(['incident 1', 'incident 2', 'incident 3'])
    })

    describe('beside another plan', () => {
      const annex =
        'plan: annex\ntimezone: America/New_York\nchannel: "#annex"\nowner: "@eli"\nrituals: { a: { every: on demand, items: [x] } }'
      const file = join(dirname(inTurn), 'annex.yaml')
      const told = () => team.cara.sees('#ops').find((text) => text.includes('hands over')) ?? ''

      beforeEach(async () => {
        writeFileSync(file, annex)
        const invited = { channels: ['#annex'], people: [] }
        await begin({ at: '2026-11-22T12:00:00-05:00', plans: dirname(inTurn), invited })
        await team.maria.runs('/incident the annex is flooded', { in: '#annex' })
        await team.settled()
      })
      afterEach(() => rmSync(file))

      test('is handed over with what is open of its own alone', async () => {
        await team.clockReaches('2026-11-23T09:00:00-05:00')
        expect(told()).toContain('No issue is open.')
      })

      test('misses nothing of its own, however much is open of the other', async () => {
        await team.rounds.deps.db.execute(sql`insert into issues
          select (jsonb_populate_record(issues, jsonb_build_object('id', 'flood ' || copy, 'number', copy, 'wake_at', null, 'opened_at', '2026-11-01'))).*
          from issues, generate_series(101, 1100) as copy`)
        await declare()
        await team.clockReaches('2026-11-23T09:00:00-05:00')
        expect(told()).toContain(': payments are down.')
      })
    })

    test('is covered by whoever stands in, and goes on where it was', async () => {
      await begin({ at: '2026-11-24T12:00:00-05:00', plans: inTurn })
      await team.clockReaches('2026-11-27T10:00:00-05:00')
      const told = team.ben.sees('#ops').filter((text) => text.includes('hands over'))
      expect(told.map((text) => text.split(':')[0])).toEqual(['@cara hands over to @eli', '@eli hands over to @cara'])
    })

    test('who covers over a hand-over has it until the cover ends', async () => {
      const long = shopWith({
        [technician]:
          'technician: { title: Technician, rotation: ["@ben", "@cara"], hand-over: Monday at 09:00, from: 2026-11-16, cover: [{ from: 2026-11-25, to: 2026-12-02, person: "@eli" }] }',
      })
      await begin({ at: '2026-11-24T12:00:00-05:00', plans: long })
      await team.clockReaches('2026-12-01T10:00:00-05:00')
      const told = team.ben.sees('#ops').filter((text) => text.includes('hands over'))
      expect(told).toHaveLength(1)
      expect(told[0]).toContain('@cara hands over to @eli: Technician until Thu 3 Dec 09:00 New York')
    })

    test('a card that opens late belongs to whoever has the role by then', async () => {
      const evening = shopWith({
        [technician]:
          'technician: { title: Technician, rotation: ["@ben", "@cara"], hand-over: Monday at 09:00, from: 2026-11-16 }',
        'every: day at 09:00\n    open-for: 2h\n    owner: manager':
          'every: Sunday at 17:00\n    open-for: 1d\n    owner: technician',
      })
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: evening })
      team.outageUntil('2026-11-23T10:00:00-05:00')
      await team.clockReaches('2026-11-23T10:01:00-05:00')
      const card = team.cara.sees('#ops').find((text) => text.startsWith('Opening round'))
      expect(card).toContain('owner @cara')
    })

    test('the escalation asks who has the role when the clock runs out, not who had it at the start', async () => {
      const late = shopWith({
        [director]: 'director: { rotation: ["@dana", "@eli"], hand-over: Tuesday at 03:20, from: 2026-11-10 }',
      })
      await begin({ at: '2026-11-17T03:10:00-05:00', plans: late })
      await declare()
      await team.clockReaches('2026-11-17T03:25:00-05:00')
      expect(asks().at(-1)).toContain('@eli')
      expect(asks().at(-1)).not.toContain('@dana')
    })

    test('of two hand-overs that have come at once the newest is told', async () => {
      const minutely = shopWith({
        [technician]:
          'technician: { title: Technician, rotation: ["@ben", "@cara", "@eli"], hand-over: "day at 09:00, 09:01", from: 2026-11-21 }',
      })
      await begin({ at: '2026-11-22T08:59:00-05:00', plans: minutely })
      team.outageUntil('2026-11-22T09:01:30-05:00')
      await team.clockReaches('2026-11-22T09:01:40-05:00')
      const told = team.ben.sees('#ops').filter((text) => text.includes('hands over'))
      expect(told).toEqual([expect.stringMatching(/^@\w+ hands over to @\w+: Technician until Mon 23 Nov 09:00/)])
    })

    test('is handed over with its own title and to its own end, beside another', async () => {
      const two = shopWith({
        [technician]:
          'technician: { title: Technician, rotation: ["@ben", "@cara"], hand-over: Monday at 09:00, from: 2026-11-16 }',
        [director]:
          'director: { title: Director, rotation: ["@dana", "@eli"], hand-over: day at 10:00, from: 2026-11-22 }',
      })
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: two })
      await team.clockReaches('2026-11-23T10:00:00-05:00')
      const told = team.ben.sees('#ops').filter((text) => text.includes('hands over'))
      expect(told.map((text) => text.split(' New York')[0])).toEqual([
        '@ben hands over to @cara: Technician until Mon 30 Nov 09:00',
        '@dana hands over to @eli: Director until Tue 24 Nov 10:00',
      ])
    })

    test('that stays with whoever has it is no news', async () => {
      const alone = shopWith({
        [technician]: 'technician: { title: Technician, rotation: ["@ben"], hand-over: Monday at 09:00 }',
      })
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: alone })
      await team.clockReaches('2026-11-23T09:30:00-05:00')
      expect(team.ben.sees('#ops').filter((text) => text.includes('hands over'))).toEqual([])
    })

    test('a hand-over that came while Rounds was away is told late, an old one never', async () => {
      await begin({ at: '2026-11-22T12:00:00-05:00', plans: inTurn })
      team.outageUntil('2026-11-23T13:00:00-05:00')
      await team.clockReaches('2026-11-23T13:01:00-05:00')
      expect(team.ben.sees('#ops').filter((text) => text.includes('hands over'))).toHaveLength(1)
      team.outageUntil('2026-12-02T13:00:00-05:00')
      await team.clockReaches('2026-12-02T13:01:00-05:00')
      expect(team.ben.sees('#ops').filter((text) => text.includes('hands over'))).toHaveLength(1)
    })
  })

  describe('a user group', () => {
    const plans = shopWith({ [director]: 'director: { title: Director, group: "@bosses" }' })
    const bosses = { id: 'S0BOSSES0', handle: 'bosses', name: 'Bosses', users: ['U0DANA000', 'U0ELI0000'] }
    const night = '2026-11-17T03:10:00-05:00'

    test('is asked with everybody in it', async () => {
      await begin({ at: night, plans, usergroups: [bosses] })
      await declare()
      await team.clockReaches('2026-11-17T03:25:00-05:00')
      expect(asks().at(-1)).toContain('@dana and @eli')
    })

    test('is read again, so that whoever joins is asked and nobody else is forgotten', async () => {
      await begin({ at: night, plans, usergroups: [bosses] })
      const members = ['U0DANA000', 'U0CARA000']
      await refreshGroups(team.rounds.deps, async () => ({ known: [{ ...bosses, members }] }))
      await refreshGroups(team.rounds.deps, async () => ({ unreadable: 'ratelimited' }))
      await refreshGroups(team.rounds.deps, async () => ({ known: [] }))
      await declare()
      await team.clockReaches('2026-11-17T03:25:00-05:00')
      expect(asks().at(-1)).toContain('@dana and @cara')
    })

    const joined = [
      { ...bosses, id: 'S0OTHERS0', members: ['U0BEN0000'] },
      { ...bosses, members: ['U0CARA000'] },
    ]

    test('is read again by Rounds alone, and takes nothing back that was applied meanwhile', async () => {
      await begin({ at: night, plans, usergroups: [bosses] })
      const { deps } = team.rounds
      const directory = await readDirectory(directoryClient(configFor(team.sandbox, 'socket-mode', 0, {}).slack))
      await refreshGroups(deps, async () => {
        await applyPlanFiles(deps, shopWith({ 'title: Corner shop': 'title: Shop' }), { directory, by: null })
        return { known: joined }
      })
      expect(await findPlan(scopeOf(deps), 'shop')).toMatchObject({ version: 2, plan: { title: 'Shop' } })
      await applyPlanFiles(deps, plans, { directory, by: null })
      await refreshGroups(deps, async () => ({ known: joined }))
      expect((await findPlan(scopeOf(deps), 'shop'))?.plan.roles.director?.people).toEqual(['U0CARA000'])
      expect((await entriesAfter(scopeOf(deps), 0)).at(-1)).toMatchObject({ by: null, what: { kind: 'plan-applied' } })
    })

    test('that no plan names is not asked for', async () => {
      await begin({ at: night, plans: shopWith({}), usergroups: [bosses] })
      let asked = 0
      await refreshGroups(team.rounds.deps, async () => {
        asked += 1
        return { known: joined }
      })
      expect(asked).toBe(0)
    })

    test('without the scope stops the start with what to do', async () => {
      const { bot_optional: _, ...scopes } = manifest.oauth_config.scopes
      const without = { ...manifest, oauth_config: { scopes } }
      await expect(begin({ at: night, plans, usergroups: [bosses], manifest: without })).rejects.toThrow(
        'The role "director" is the user group @bosses. Rounds may not read user groups: add the scope usergroups:read',
      )
      await begin({ at: night, plans: shopWith({}), manifest: without })
    })

    test('that is misspelt is told with the nearest one', async () => {
      await expect(begin({ at: night, plans, usergroups: [{ ...bosses, handle: 'boses' }] })).rejects.toThrow(
        'There is no user group @bosses in the workspace. Did you mean @boses?',
      )
      await begin({ at: night, plans: shopWith({}) })
    })
  })

  test('contacts stand on the incident and in the ask of whoever has to be reached', async () => {
    const plans = shopWith({
      [technician]:
        'technician: { title: Technician, people: ["@ben"], contacts: [{ name: Ben, email: ben@shop.example, phone: "+1 555 0100" }] }',
      [manager]: 'manager: { title: Manager, people: ["@maria"], contacts: [{ phone: "+1 555 0199" }] }',
    })
    await begin({ at: '2026-11-17T03:10:00-05:00', plans })
    await declare()
    expect(asks().at(-1)).toContain('Technician: Ben, +1 555 0100, ben@shop.example')
    expect(team.ben.sees('#incidents').at(-1)).toContain('Technician: Ben, +1 555 0100, ben@shop.example')
    expect(team.ben.sees('#incidents').at(-1)).not.toContain('555 0199')
  })
})
