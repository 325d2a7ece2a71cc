import { describe, expect, test } from 'vitest'
import { type Action, type Actor, actingIn, forbids } from '../../src/domain/permission.ts'
import { planWith } from '../plans/plans.ts'

const maria = { id: 'maria', external: false, admin: false }
const standings = {
  member: { ...maria, id: 'ben' },
  owner: maria,
  commander: { ...maria, id: 'cara' },
  admin: { ...maria, id: 'dana', admin: true },
  outsider: { ...maria, external: true, admin: true },
} satisfies Record<string, Actor>

const may = (action: Action) =>
  Object.entries(standings)
    .filter(([, actor]) => forbids(action, actor, { owners: ['maria'], commander: 'cara' }) === undefined)
    .map(([name]) => name)

const everybody = ['member', 'owner', 'commander', 'admin']
const allowed: Readonly<Record<Action, readonly string[]>> = {
  settle: everybody,
  'undo-own': everybody,
  declare: everybody,
  acknowledge: everybody,
  start: everybody,
  import: everybody,
  'undo-others': ['owner', 'admin'],
  'sign-off': ['owner', 'admin'],
  discard: ['owner', 'admin'],
  'update-issue': ['owner', 'commander', 'admin'],
  'resolve-issue': ['owner', 'commander', 'admin'],
  'move-launch': ['admin'],
  retire: ['admin'],
  apply: ['admin'],
}

describe('who may do what', () => {
  test.each(Object.entries(allowed) as [Action, readonly string[]][])('%s: %j', (action, expected) => {
    expect(may(action)).toEqual(expected)
  })

  test('an outsider only looks, and is told so', () => {
    expect(forbids('settle', standings.outsider, { owners: [] })?.refusal).toEqual({ kind: 'external-member' })
  })

  test('a refusal names whom to ask, each once', () => {
    const asked = (standing: Parameters<typeof forbids>[2]) => forbids('sign-off', standings.member, standing)?.refusal
    const refused = { kind: 'not-permitted', action: 'sign-off' }
    expect(asked({ owners: ['maria', 'maria'], commander: 'cara' })).toEqual({ ...refused, ask: ['cara', 'maria'] })
    expect(asked({ owners: ['maria'], commander: null })).toEqual({ ...refused, ask: ['maria'] })
    expect(asked({ owners: ['maria'], ask: ['dana', 'dana'] })).toEqual({ ...refused, ask: ['dana'] })
  })

  test('whom a plan names as its admin is one in it, beside those of the workspace', () => {
    const plan = planWith('every: day', 'admins: ["@ben"]')
    const isAdmin = (actor: Actor) => actingIn(plan, actor).admin
    expect([{ ...maria, id: '@ben' }, standings.admin, maria].map(isAdmin)).toEqual([true, true, false])
  })
})
