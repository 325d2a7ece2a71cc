import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Act, ActResult, HappenedInfo } from '../../src/sandbox/protocol.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('the time machine, on $name', { timeout: 90_000 }, ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({
      ...{ opened: await open(), at: '2026-11-16T08:55:00-05:00', plans: 'plans/shop.yaml', page: true },
    })
  })
  afterEach(() => team.close())

  async function act(deed: Act): Promise<ActResult> {
    const body = JSON.stringify({ as: team.maria.id, act: deed })
    const answer = await fetch(`${team.sandbox.url}/sandbox/act`, { method: 'POST', body })
    return (await answer.json()) as ActResult
  }
  const machine = () => {
    const { clock } = team.maria.snapshot()
    if (clock.machine === null) throw new Error('There is no time machine.')
    return clock.machine
  }
  const jumpsTo = (at: string) => act({ kind: 'play-to', at: new Date(at).toISOString() })
  const newYork = (at: string) => new Date(`${at}:00-05:00`).toISOString()

  test('offers the next ritual, the next clock with what runs out, and the weekly post under its day', async () => {
    expect(machine().stops).toEqual([
      { id: 'ritual', label: 'Next ritual', what: 'Opening round', at: newYork('2026-11-16T09:00') },
      { id: 'weekly', label: 'Friday', what: 'Summary', at: newYork('2026-11-20T16:30') },
    ])
    await team.maria.runs('/incident Card payments are down', { in: '#ops' })
    const clock = { id: 'clock', label: 'Next clock', what: 'Incident 1: response', at: newYork('2026-11-16T09:10') }
    await expect.poll(() => machine().stops).toContainEqual(clock)
    expect(await jumpsTo(clock.at)).toEqual({ ok: true })
    await team.maria.clicks('Acknowledge', 'incident 1', { in: '#incidents' })
    await expect
      .poll(() => machine().stops)
      .toContainEqual({
        ...{ id: 'clock', label: 'Next clock', what: 'Incident 1: resolution', at: newYork('2026-11-16T09:55') },
      })
  })

  test('plays a jump in order, tells what happened, and where each thing is shown', async () => {
    expect(await jumpsTo('2026-11-16T11:00:00-05:00')).toEqual({ ok: true })
    expect(machine().happened.count).toBe(3)
    const [opened, reminded, closed] = machine().happened.newest as [HappenedInfo, HappenedInfo, HappenedInfo]
    expect(opened.text).toMatch(/Opening round: Opened\.$/u)
    expect(reminded.text).toContain('Reminded')
    expect(closed.text).toMatch(/Opening round: Closed with items open\.$/u)
    const [card] = team.sandbox.messages('#ops')
    expect(opened.message).toEqual({ channel: team.sandbox.channel('#ops').id, ts: card?.ts })
    expect(closed.message).toEqual(opened.message)
  })

  test('dates a message by the moment at which it was due, and the bot by the same clock', async () => {
    await jumpsTo('2026-11-20T16:30:00-05:00')
    const posted = team.sandbox.messages('#leadership').map(({ ts }) => new Date(Math.floor(Number(ts)) * 1000))
    expect(posted.at(0)).toEqual(new Date(newYork('2026-11-20T16:30')))
    const mornings = team.sandbox
      .messages('#ops')
      .filter(({ text, threadTs }) => text.includes('Opening round') && threadTs === null)
      .map(({ ts }) => new Date(Math.floor(Number(ts)) * 1000).toISOString())
    expect(mornings).toEqual(['16', '17', '18', '19', '20'].map((day) => newYork(`2026-11-${day}T09:00`)))
    expect(team.maria.snapshot().clock.now).toBe(team.now().toISOString())
    expect(machine().happened.newest.at(-1)).toMatchObject({
      text: expect.stringContaining('Weekly summary'),
      message: { channel: team.sandbox.channel('#leadership').id },
    })
  })

  test('stops after the moment in progress, and the rest happens later', async () => {
    const held = team.sandbox.faults.holdBefore({ method: 'chat.postMessage' })
    const jumping = jumpsTo('2026-11-17T12:00:00-05:00')
    await held.reached
    expect(await act({ kind: 'stop-playing' })).toEqual({ ok: true })
    held.release()
    expect(await jumping).toEqual({ ok: true })
    expect(team.now().toISOString()).toBe(newYork('2026-11-16T09:00'))
    expect(team.sandbox.messages('#ops')).toHaveLength(1)
    await jumpsTo('2026-11-17T12:00:00-05:00')
    expect(team.now().toISOString()).toBe(newYork('2026-11-17T12:00'))
  })
})
