import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:59:00-05:00', plans: 'tests/data/shop.yaml' })
    await team.clockReaches('2026-11-16T09:01:00-05:00')
  })
  afterEach(() => team.close())

  const press = async (who: MemberDriver, button: string, near?: string) => {
    await who.clicks(button, near)
    await team.settled()
  }
  const send = async (who: MemberDriver, values: Parameters<MemberDriver['fills']>[0] = {}) => {
    await who.fills(values)
    const errors = await who.submits()
    await team.settled()
    return errors
  }
  const told = (who: MemberDriver) => who.sees('dm')
  const signOff = async () => {
    await press(team.maria, 'Fill in')
    await send(team.maria, { 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: '3', 'Till float': '200' })
    await press(team.maria, 'Sign off')
    await send(team.maria)
  }

  test('what others settled meanwhile is told with the words that were typed; the rest is saved', async () => {
    await press(team.ben, 'Fill in')
    await team.ben.fills({ 'Tick what is done': ['Lights on', 'Alarm off'], Fridge: '4.5', Wins: 'A new regular' })
    await press(team.maria, 'Done', 'Lights on')
    await press(team.maria, 'Enter', 'Fridge')
    await send(team.maria, { Fridge: '3' })
    expect(await send(team.ben)).toBeUndefined()
    expect(team.ben.modal()).toBeUndefined()
    expect(told(team.ben)).toMatchInlineSnapshot(`
      [
        "Saved, except what others had settled before you:
      • Lights on: @maria already marked it done today at 09:01. To change it, undo it first.
      • Fridge: @maria already marked it done today at 09:01. To change it, undo it first.
      > Fridge: 4.5",
      ]
    `)
  })

  test('a form sent after the sign-off gives every word back, and says that nothing was saved', async () => {
    await press(team.ben, 'Fill in')
    await team.ben.fills({ 'Tick what is done': ['Alarm off'], Fridge: '4.5', Wins: 'A new regular\nand *two* more' })
    await signOff()
    expect(await send(team.ben)).toBeUndefined()
    expect(told(team.ben)).toMatchInlineSnapshot(`
      [
        "Nothing was saved.
      • @maria signed this off today at 09:01, so it can no longer be changed. If something is wrong now, declare an incident.
      > Fridge: 4.5
      > Wins: A new regular
      > and ∗two∗ more",
      ]
    `)
  })

  test('a failure that comes too late keeps its note under the refusal', async () => {
    await press(team.ben, 'Something failed')
    await team.ben.fills({ 'What failed?': 'Lights on', 'What did you see?': 'A long and careful note' })
    await press(team.maria, 'Done', 'Lights on')
    expect(await send(team.ben)).toBeUndefined()
    expect(team.ben.modal()?.text).toContain('@maria already marked it done')
    await team.ben.cancels()
    expect(Object.values(team.ben.modal()?.values ?? {})).toContain('A long and careful note')
  })

  test('a message that Slack refuses does not make a saved form unsaved', async () => {
    await press(team.ben, 'Fill in')
    await team.ben.fills({ 'Tick what is done': ['Lights on', 'Alarm off'] })
    await press(team.maria, 'Done', 'Lights on')
    await team.settled()
    team.sandbox.faults.failAfter({ method: 'chat.postMessage', times: 1 })
    expect(await team.ben.submits()).toBeUndefined()
    await team.settled()
    expect(team.ben.modal()).toBeUndefined()
    expect(team.maria.sees('#ops').at(-1)).toContain('2 of 5')
  })
})
