import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/domain/plan.ts'
import { type Directory, type Groups, nameOf, resolvePlan } from '../../src/domain/resolve.ts'
import { planOf } from '../plans/plans.ts'

const member = (id: string, ...names: readonly string[]) => ({ id, names })
const directory: Directory = {
  people: [
    member('U0MARIA00', 'maria', 'Maria', 'Maria Rossi'),
    member('U0BEN0000', 'ben', 'Benny', 'Ben'),
    member('U0BENTWO0', 'b.two', 'Ben', 'Two'),
    member('U0SAM0001', 'sam1', 'Sam', 'Benny'),
    member('U0SAM0002', 'sam2', 'Sam', 'Sammy'),
    member('U0NOBODY0', '', '', ''),
  ],
  channels: [
    { id: 'C0OPS0000', name: 'ops' },
    { id: 'C0INC0000', name: 'incidents' },
    { id: 'C0LEAD000', name: 'leadership' },
  ],
}
const head = ['plan: shop', 'timezone: America/New_York']
const tail = 'rituals: { a: { every: day, items: [Lights on] } }'
const planWith = (...lines: readonly string[]) => planOf([...head, 'channel: "#ops"', ...lines, tail].join('\n'))
const resolved = (plan: Plan, groups?: Groups): Plan => {
  const outcome = resolvePlan(plan, groups ? { ...directory, groups } : directory)
  if ('unresolved' in outcome) throw new Error(outcome.unresolved.map(({ message }) => message).join('\n'))
  return outcome.plan
}
const told = (plan: Plan, groups?: Groups) => {
  const outcome = resolvePlan(plan, groups ? { ...directory, groups } : directory)
  return 'unresolved' in outcome ? outcome.unresolved.map(({ message }) => message) : []
}
const ownedBy = (who: string) => resolved(planWith(`owner: "${who}"`)).roles[who]?.people

test('every place that a plan names becomes its channel, and what names none goes on without', () => {
  const source = [
    ...[...head, 'channel: "#ops"', 'incidents: "#incidents"', 'fallback: "#leadership"', 'owner: "@maria"'],
    'summary: { channel: "#leadership" }',
    'maintenance:',
    '  - { title: Updates, every: Sunday at 02:00, lasts: 2h, channel: "#leadership" }',
    '  - { title: Backup, every: Sunday at 04:00, lasts: 1h }',
    'templates: { customers: { title: To customers, channel: "#leadership", text: Sorry } }',
    'rituals:',
    '  a: { every: day, channel: "#incidents", items: [Lights on], report: { channel: "#leadership", text: Done } }',
    '  b: { every: day, items: [Lights on], report: { text: Done } }',
  ]
  const plan = resolved(planOf(source.join('\n')))
  expect(plan).toMatchObject({
    ...{ channel: 'C0OPS0000', incidents: 'C0INC0000', fallback: 'C0LEAD000' },
    summary: { channel: 'C0LEAD000' },
    maintenance: [{ channel: 'C0LEAD000' }, {}],
    templates: { customers: { channel: 'C0LEAD000', text: 'Sorry' } },
    rituals: [
      { channel: 'C0INC0000', report: { channel: 'C0LEAD000', text: 'Done' } },
      { channel: null, report: {} },
    ],
  })
  for (const without of [plan.maintenance?.[1], plan.rituals[1]?.report]) expect(without).not.toHaveProperty('channel')
})

test('whoever administers a plan or has a role in it becomes a member of the workspace', () => {
  const plan = resolved(
    planWith(
      ...['admins: ["@maria"]', 'owner: manager', 'roles:', '  manager: { people: ["@maria", "@ben"] }'],
      '  watch: { rotation: ["@maria", "@ben"], hand-over: Monday at 09:00, cover: [{ from: 2026-11-25, person: "@b.two" }] }',
    ),
  )
  expect(plan.admins).toEqual(['U0MARIA00'])
  expect(plan.roles).toMatchObject({
    manager: { title: 'Manager', people: ['U0MARIA00', 'U0BEN0000'] },
    watch: { rotation: { people: ['U0MARIA00', 'U0BEN0000'], cover: [{ person: 'U0BENTWO0' }] } },
  })
  expect(Object.keys(plan.roles)).toEqual(['manager', 'watch'])
})

test('a person in the place of a role is a role of one, called as the plan calls them', () => {
  const source = [
    ...[...head, 'channel: "#ops"', 'owner: "@maria"', 'escalation: ["@ben", { role: "@b.two", after: 1h }]'],
    'severities: { P0: { escalate: "@sam1" } }',
    'rituals:',
    '  a: { every: day, owner: "@sam2", items: [{ item: Lights on, owner: U0BEN0000 }] }',
  ]
  expect(resolved(planOf(source.join('\n'))).roles).toEqual({
    '@maria': { title: '@maria', people: ['U0MARIA00'] },
    '@ben': { title: '@ben', people: ['U0BEN0000'] },
    '@b.two': { title: '@b.two', people: ['U0BENTWO0'] },
    '@sam1': { title: '@sam1', people: ['U0SAM0001'] },
    '@sam2': { title: '@sam2', people: ['U0SAM0002'] },
    U0BEN0000: { title: '', people: ['U0BEN0000'] },
  })
})

test('people are known by handle, then display name, then full name, however it is written, and by ID', () => {
  expect(ownedBy('@ben'), 'a handle comes before a display name').toEqual(['U0BEN0000'])
  expect(ownedBy('@benny'), 'a display name comes before a full name').toEqual(['U0BEN0000'])
  expect(ownedBy('@two')).toEqual(['U0BENTWO0'])
  expect(ownedBy('@MARIA')).toEqual(['U0MARIA00'])
  expect(ownedBy('U0SAM0002')).toEqual(['U0SAM0002'])
})

test('a name that several answer to is told with their handles, and one that nobody answers to with the nearest', () => {
  expect(told(planWith('owner: "@sam"'))).toEqual(['2 members are called @sam: write @sam1 or @sam2 instead.'])
  expect(told(planWith('owner: "@marja"', 'admins: ["@quentin"]'))).toEqual([
    'Nobody in the workspace is called @quentin.',
    'Nobody in the workspace is called @marja. Did you mean @maria?',
  ])
  expect(told(planWith('owner: "@sammi"')), 'handles are proposed').toEqual([
    'Nobody in the workspace is called @sammi. Did you mean @sam1?',
  ])
})

test('a name with spaces is looked up as Slack shows it, then as the full name', () => {
  const people = [
    member('U0SILVA01', 'msilva', 'Maria Silva', 'Maria Helena Silva'),
    member('U0SILVA02', 'mary', 'Mary', 'Maria Silva'),
    member('U0JOSE001', 'jose', '', 'José  Maria Núñez'),
    member('U0ANA0001', 'ana1', '', 'Ana Reis'),
    member('U0ANA0002', 'ana2', 'Ana Reis', 'Ana Maria Reis'),
    member('U0EVA0001', '', 'Eva Lund', ''),
    member('U0EVA0002', 'eva2', 'Eva Lund', ''),
    member('U0TWIN001', 'twin', 'One', ''),
    member('U0TWIN002', 'twin', 'Other', ''),
  ]
  const asked = (who: string) => {
    const outcome = resolvePlan(planWith(`owner: "${who}"`), { ...directory, people })
    return 'unresolved' in outcome ? outcome.unresolved.map(({ message }) => message) : outcome.plan.roles[who]?.people
  }
  expect(asked('@Maria Silva'), 'Slack shows Mary as Mary').toEqual(['U0SILVA01'])
  expect(asked('@maria helena silva')).toEqual(['U0SILVA01'])
  expect(asked(`@${'José Maria Núñez'.normalize('NFD')}`), 'however its accents and spaces are put').toEqual([
    'U0JOSE001',
  ])
  expect(asked('@Ana Reis'), 'Slack shows both of them so').toEqual([
    '2 members are called @Ana Reis: write @ana1 or @ana2 instead.',
  ])
  expect(asked('@Eva Lund'), 'without a handle there is the ID').toEqual([
    '2 members are called @Eva Lund: write U0EVA0001 or @eva2 instead.',
  ])
  expect(asked('@twin'), 'nor is a handle that two have a way').toEqual([
    '2 members are called @twin: write U0TWIN001 or U0TWIN002 instead.',
  ])
  expect(asked('@Jose Maria Nunes')).toEqual([
    'Nobody in the workspace is called @Jose Maria Nunes. Did you mean @jose?',
  ])
  expect(asked('@Quentin Tarr')).toEqual(['Nobody in the workspace is called @Quentin Tarr.'])
})

test('a channel is known by name or ID, and one that is not seen is told with the nearest', () => {
  const at = (channel: string) => planOf([...head, `channel: "${channel}"`, 'owner: "@maria"', tail].join('\n'))
  expect(resolved(at('C0OPS0000')).channel).toBe('C0OPS0000')
  expect(told(at('#op'))).toEqual([
    'There is no channel #op that Rounds can see. Did you mean #ops? Invite Rounds to it if it is private.',
  ])
  expect(told(at('#kitchen'))).toEqual([
    'There is no channel #kitchen that Rounds can see. Invite Rounds to it if it is private.',
  ])
})

describe('a user group', () => {
  const grouped = (group: string) => planWith('owner: boss', `roles: { boss: { group: "${group}" } }`)
  const known = [
    { id: 'S0CREW000', handle: 'crew', members: ['U0SAM0001'] },
    { id: 'S0BOSSES0', handle: 'Bosses', members: ['U0BEN0000', 'U0MARIA00'] },
  ]

  test('is known by its handle or its ID, and stands for its members', () => {
    for (const reference of ['@bosses', 'S0BOSSES0'])
      expect(resolved(grouped(reference), { known }).roles.boss).toMatchObject({
        group: 'S0BOSSES0',
        people: ['U0BEN0000', 'U0MARIA00'],
      })
    expect(resolved(grouped('@BOSSES'), { known }).roles.boss?.group).toBe('S0BOSSES0')
  })

  test('that is not there is told with the nearest', () => {
    expect(told(grouped('@boses'), { known })).toEqual([
      'There is no user group @boses in the workspace. Did you mean @Bosses?',
    ])
    expect(told(grouped('@kitchen'))).toEqual(['There is no user group @kitchen in the workspace.'])
  })

  test.each([
    ['missing_scope', 'Rounds may not read user groups: add the scope usergroups:read'],
    ['plan_upgrade_required', 'User groups need a paid Slack plan: list its people instead.'],
    ['paid_teams_only', 'User groups need a paid Slack plan: list its people instead.'],
    ['fatal_error', 'Slack does not tell its members (fatal_error): try again, or list its people instead.'],
  ])('that cannot be read for %s is told with what to do', (unreadable, what) => {
    expect(told(grouped('@bosses'), { unreadable })).toEqual([
      expect.stringContaining(`The role "boss" is the user group @bosses. ${what}`),
    ])
  })
})

test('a plan file calls people and places by their names, and by their IDs where they have none', () => {
  const names = ['U0BEN0000', 'U0NOBODY0', 'C0INC0000', 'U0GONE000'].map((id) => nameOf(directory, id))
  expect(names).toEqual(['@ben', 'U0NOBODY0', '#incidents', 'U0GONE000'])
})
