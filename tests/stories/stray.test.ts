import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { controls } from '../../src/slack/controls.ts'
import { databases } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

const scopes = manifest.oauth_config.scopes.bot.filter((scope) => !scope.endsWith(':history'))
const withoutHistory = {
  ...manifest,
  oauth_config: { scopes: { bot: scopes } },
  settings: { ...manifest.settings, event_subscriptions: { bot_events: ['app_home_opened'] } },
}

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  beforeEach(async () => {
    team = await startTeam({
      opened: await open(),
      at: '2026-11-17T03:10:00-05:00',
      plans: 'tests/data/shop.yaml',
      manifest: withoutHistory,
      page: true,
    })
  })
  afterEach(() => team.close())

  /** Presses Acknowledge on one message among several that look alike. */
  const acknowledgeOn = async (message: { readonly ts: string; readonly blocks: readonly object[] }) => {
    const blocks = message.blocks as readonly { block_id: string; elements?: readonly { action_id?: string }[] }[]
    const block = blocks.find(({ elements }) => elements?.some((one) => one.action_id === controls.acknowledgeIssue))
    const act = {
      kind: 'element',
      where: { message: message.ts, channel: team.sandbox.channel('#incidents').id, ephemeral: false },
      blockId: block?.block_id,
      actionId: controls.acknowledgeIssue,
      action: {},
    }
    await fetch(`${team.sandbox.url}/sandbox/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: team.ben.id, act }),
    })
    await team.settled()
  }
  const cards = () => team.sandbox.messages('#incidents').filter(({ threadTs }) => threadTs === null)

  test('a copy that nobody could look for is found out by a click on it, and what was clicked counts', async () => {
    team.sandbox.faults.failAfter({ method: 'chat.postMessage', times: 1 })
    await team.maria.runs('/incident payments are down', { in: '#ops' })
    await team.settled()
    await team.clockReaches('2026-11-17T03:14:00-05:00')
    expect(cards()).toHaveLength(2)
    const [copy] = cards()
    if (copy) await acknowledgeOn(copy)
    expect(cards()).toHaveLength(1)
    expect(cards()[0]?.readable).toContain('@ben has it')
  })
})
