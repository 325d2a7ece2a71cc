import { canonicalName, emojiNames } from '../../../src/sandbox/reading/emoji.ts'
import type { reactionRules } from '../../../src/sandbox/rules/reaction-rules.ts'
import { emojiOnMessageMax, reactionsOfOneMax } from '../../../src/sandbox/workspace/reactions.ts'
import { refuses, type Scenario, type Scenarios, type Stage, withScopes } from './stage.ts'

const withReactions = withScopes('reactions:read', 'reactions:write')

const react = ({ slack, ops }: Stage, timestamp: string, name = 'eyes', more: object = {}) =>
  slack.apiCall('reactions.add', { channel: ops, timestamp, name, ...more })

const refusesReaction = (prepare: (stage: Stage, ts: string) => object | Promise<object>): Scenario => ({
  ...withReactions,
  show: async (stage) => {
    const ts = await stage.post('Freezer alarm')
    await stage.refused(react(stage, ts, 'eyes', await prepare(stage, ts)))
  },
})

const emoji = emojiNames.filter((name) => canonicalName(name) === name)

export const reactionScenarios: Scenarios<typeof reactionRules> = {
  'a reaction has the name of an emoji': refusesReaction(() => ({ name: 'no_such_emoji' })),
  'a reaction is added once': refusesReaction(async (stage, ts) => {
    await react(stage, ts)
    return {}
  }),
  'somebody adds up to 23 reactions': refusesReaction(async (stage, ts) => {
    for (const name of emoji.slice(0, reactionsOfOneMax)) await react(stage, ts, name)
    return { name: emoji[reactionsOfOneMax] }
  }),
  'a message has up to 50 emoji': refusesReaction(async ({ sandbox }) => {
    const members = ['@maria', '@ben', '@cara']
    for (const [at, name] of emoji.slice(0, emojiOnMessageMax).entries())
      await sandbox.member(members[at % 3] ?? '').reacts(name, 'Freezer alarm', { in: '#ops' })
    return { name: emoji[emojiOnMessageMax] }
  }),
  'a reaction names its message': refuses(
    ({ slack }) => slack.apiCall('reactions.add', { name: 'eyes' }),
    withReactions,
  ),
  'a reaction is to a message that is there': refusesReaction(() => ({ timestamp: '1.000000' })),
  'an app reacts where it is a member': refusesReaction(({ sandbox }) => {
    sandbox.channel('#ops').removes('@little')
    return {}
  }),
  'nobody reacts in archived channels': refusesReaction(({ sandbox }) => {
    sandbox.channel('#ops').archive()
    return {}
  }),
  'a reaction is removed by who added it': {
    ...withReactions,
    show: async (stage) => {
      const timestamp = await stage.post('Freezer alarm')
      await stage.refused(stage.slack.reactions.remove({ channel: stage.ops, timestamp, name: 'eyes' }))
    },
  },
}
