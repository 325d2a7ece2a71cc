import { describe, expect, test } from 'vitest'
import { type Action, type Actor, forbids } from '../../src/domain/permission.ts'

const maria = { id: 'maria', external: false, admin: false }
const standings: Readonly<Record<string, Actor>> = {
  member: { ...maria, id: 'ben' },
  owner: maria,
  commander: { ...maria, id: 'cara' },
  admin: { ...maria, id: 'dana', admin: true },
  outsider: { ...maria, external: true, admin: true },
}

const may = (action: Action) =>
  Object.entries(standings)
    .filter(([, actor]) => forbids(action, actor, { owners: ['maria'], commander: 'cara' }) === undefined)
    .map(([name]) => name)

describe('who may do what', () => {
  test.each([
    ['settle', ['member', 'owner', 'commander', 'admin']],
    ['undo-own', ['member', 'owner', 'commander', 'admin']],
    ['declare', ['member', 'owner', 'commander', 'admin']],
    ['acknowledge', ['member', 'owner', 'commander', 'admin']],
    ['start', ['member', 'owner', 'commander', 'admin']],
    ['undo-others', ['owner', 'admin']],
    ['sign-off', ['owner', 'admin']],
    ['update-issue', ['owner', 'commander', 'admin']],
    ['resolve-issue', ['owner', 'commander', 'admin']],
    ['retire', ['admin']],
  ] satisfies [Action, string[]][])('%s: %j', (action, expected) => {
    expect(may(action)).toEqual(expected)
  })

  test('a refusal names whom to ask, each once', () => {
    const refused = forbids('sign-off', standings.member as Actor, { owners: ['maria', 'maria'], commander: 'cara' })
    expect(refused?.refusal).toEqual({ kind: 'not-permitted', action: 'sign-off', ask: ['cara', 'maria'] })
  })
})
