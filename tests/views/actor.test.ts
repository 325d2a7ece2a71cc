import { expect, test } from 'vitest'
import { actorOf, type Sender, type Slack } from '../../src/slack/slack.ts'

const alone = { enterprise: '', team: 'T1' }
const grid = { enterprise: 'E1', team: 'T1' }
const from = (team_id: string | undefined, more: Omit<Sender, 'user'> = {}): Sender => ({
  user: { id: 'U1', ...(team_id === undefined ? {} : { team_id }) },
  ...more,
})

test.each([
  ['a member', alone, from('T1'), false],
  ['somebody of whom no team is told', alone, from(undefined), false],
  ['an outsider', alone, from('T9'), true],
  ['an outsider of a grid', alone, from('T9', { team: { id: 'T9', enterprise_id: 'E9' } }), true],
  ['a member in a grid', grid, from('T1', { team: { id: 'T1', enterprise_id: 'E1' } }), false],
  ['a member of a sister workspace', grid, from('T2', { team: { id: 'T2', enterprise_id: 'E1' } }), false],
  ['somebody whose team is the grid itself', grid, from('E1'), false],
  ['a sister where only the grid is told', grid, from('T2', { team: null, enterprise: { id: 'E1' } }), false],
  ['an outsider of whom nothing more is told', grid, from('T9'), true],
  ['an outsider without a grid', grid, from('T9', { team: { id: 'T9' }, enterprise: null }), true],
  ['an outsider of another grid', grid, from('T9', { team: { id: 'T9', enterprise_id: 'E9' } }), true],
  ['an outsider who tells another grid', grid, from('T9', { team: null, enterprise: { id: 'E9' } }), true],
])('%s', (_, workspace, sender, external) => {
  const slack = { deps: { workspace }, admins: new Set() } as unknown as Slack
  expect(actorOf(slack, sender).external).toBe(external)
})
