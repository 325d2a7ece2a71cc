import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Act, ActResult } from '../../src/sandbox/protocol.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({
      opened: await open(),
      at: '2026-11-16T08:59:00-05:00',
      plans: 'tests/data/shop.yaml',
      page: true,
    })
    await team.clockReaches('2026-11-16T09:00:00-05:00')
  })
  afterEach(() => team.close())

  /** What somebody does on the sandbox's page. */
  async function onPage(act: Act): Promise<ActResult> {
    const body = JSON.stringify({ as: team.maria.id, act })
    return (await (await fetch(`${team.sandbox.url}/sandbox/act`, { method: 'POST', body })).json()) as ActResult
  }

  const card = () => team.maria.sees('#ops').at(-1) ?? ''
  const socketsAsked = () => team.sandbox.traffic.to('apps.connections.open').map(({ status }) => status)

  test('with the plug pulled a click is said to be lost; put back, Rounds returns by itself and the card is right', async () => {
    await onPage({ kind: 'fault', fault: { kind: 'outage' } })
    expect(await team.maria.clicks('Done', 'Lights on')).toMatchObject({
      ok: false,
      error: expect.stringContaining('trouble'),
    })
    expect(team.maria.snapshot().app.connected).toBe(false)
    await expect.poll(socketsAsked, { timeout: 20_000 }).toContain(503)
    await onPage({ kind: 'faults-off' })
    await expect.poll(team.sandbox.connections, { timeout: 30_000 }).toBe(1)
    expect(card()).not.toContain('✓')
    expect(await team.maria.clicks('Done', 'Lights on')).toEqual({ ok: true })
    await team.settled()
    expect(card()).toContain('1 of 5')
    expect(card()).toContain('✓ Lights on — @maria 09:00')
  }, 60_000)

  test('a click asks Slack for nothing before it counts', async () => {
    await onPage({ kind: 'fault', fault: { kind: 'fail-before', scope: 'auth.test' } })
    const asked = team.sandbox.traffic.to('auth.test').length
    expect(await team.maria.clicks('Done', 'Lights on')).toEqual({ ok: true })
    await team.settled()
    expect(card()).toContain('✓ Lights on — @maria 09:00')
    expect(team.sandbox.traffic.to('auth.test')).toHaveLength(asked)
  })

  test('a tick whose answers Slack loses is shown once and counted once', async () => {
    await onPage({ kind: 'fault', fault: { kind: 'drop-after', scope: 'chat.update', times: 1 } })
    await onPage({ kind: 'fault', fault: { kind: 'duplicate', scope: 'interactive', times: 1 } })
    expect(await team.maria.clicks('Done', 'Lights on')).toEqual({ ok: true })
    await team.settled()
    await team.clockReaches('2026-11-16T09:10:00-05:00')
    expect(team.maria.snapshot().faults.map(({ kind, hits }) => `${kind} ${hits}`)).toEqual([
      'drop-after 1',
      'duplicate 1',
    ])
    expect(team.maria.sees('#ops')).toHaveLength(1)
    expect(card()).toContain('1 of 5')
  })
})
