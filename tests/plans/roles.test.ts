import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...roles: readonly string[]) =>
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: lead', 'roles:'],
    ...roles.map((role) => `  ${role}`),
    ...['rituals:', '  a: { every: day, items: [Lights on] }'],
  ].join('\n')
const faultsOf = (...roles: readonly string[]) =>
  readPlan(source(...roles), 'shop.yaml').faults.map(
    ({ line, column, message }) => `${line}:${column} ${message.replace(/: perhaps.*/, '')}`,
  )

const full =
  'lead: { title: Lead, rotation: ["@ben", "@cara"], hand-over: Monday at 09:00, from: 2026-11-16, cover: [{ from: 2026-12-24, to: 2026-12-27, person: "@dana" }], contacts: [{ name: Ben, email: ben@shop.example, phone: "+1 555 0100" }] }'

test('a role says who has it: people, a group or a rotation with its cover and contacts', () => {
  const plan = planOf(source(full, 'cto: { group: "@cto" }', 'ceo: { people: ["@eli"] }'))
  expect(plan.roles).toEqual({
    lead: {
      title: 'Lead',
      people: [],
      rotation: {
        people: ['@ben', '@cara'],
        handOver: [{ kind: 'weekdays', days: [1], at: ['09:00'] }],
        from: '2026-11-16',
        cover: [{ from: '2026-12-24', to: '2026-12-27', person: '@dana' }],
      },
      contacts: [{ name: 'Ben', email: 'ben@shop.example', phone: '+1 555 0100' }],
    },
    cto: { title: 'Cto', people: [], group: '@cto' },
    ceo: { title: 'Ceo', people: ['@eli'] },
  })
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test('a person may be written with the spaces of their name, wherever one is named, and two are not one', () => {
  const person = (who: string) => [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', `owner: "${who}"`, `admins: ["${who}"]`],
    ...[
      'roles:',
      `  lead: { people: ["${who}"] }`,
      `  night: { rotation: ["${who}"], hand-over: day, cover: [{ from: 2026-12-24, person: "${who}" }] }`,
    ],
    ...[
      `severities: { P0: { escalate: "${who}" } }`,
      `escalation: [lead, night, "${who}", { role: "${who}", after: 1h }]`,
    ],
    ...['rituals:', `  a: { every: day, owner: "${who}", items: [{ item: Lights on, owner: "${who}" }] }`],
  ]
  const plan = planOf(person('@Maria  da Silva').join('\n'))
  expect(plan).toEqual(planOf(person('@Maria da Silva').join('\n')))
  expect(plan.roles.lead?.people).toEqual(['@Maria da Silva'])
  expect(planOf(planYaml(plan))).toEqual(plan)
  expect(faultsOf('lead: { people: ["@maria @ben"] }')).toEqual([
    '6:20 an entry of "people" must be a person such as "@maria" or "@Maria Silva"',
  ])
  for (const none of ['@maria, ben', '@ maria', ' @maria', '@maria ', 'maria silva', `@${'a'.repeat(81)}`])
    expect(faultsOf(`lead: { people: ["${none}"] }`), none).toHaveLength(1)
})

test('cover of one day needs no end; a rotation without a first day counts from a Monday', () => {
  const { roles } = planOf(
    source('lead: { rotation: ["@a", "@b"], hand-over: day, cover: [{ from: 2026-12-24, person: "@c" }] }'),
  )
  expect(roles.lead?.rotation).toMatchObject({
    from: '2024-01-01',
    cover: [{ from: '2026-12-24', to: '2026-12-24', person: '@c' }],
  })
})

describe('a fault', () => {
  test.each<[string, readonly string[]]>([
    ['lead: { peeple: ["@ben"] }', ['6:11 unknown key "peeple": did you mean "people"?']],
    [
      'lead: { people: ["@ben"], group: "@cto" }',
      ['6:29 a role is held by "people", a "group" or a "rotation", not by people and group'],
    ],
    ['lead: { rotation: ["@ben"] }', ['6:11 a rotation needs "hand-over", such as hand-over: Monday at 09:00']],
    ['lead: { rotation: [], hand-over: day }', ['6:21 "rotation" is empty: name who has it in turn']],
    ['lead: { people: ["@ben"], from: 2026-01-01 }', ['6:29 "from" stands only beside "rotation"']],
    ['lead: { rotation: ["@ben"], hand-over: daily }', ['6:42 "daily" is not a day such as "weekday" or "Monday"']],
    ['lead: { group: cto }', ['6:18 "group" must be a user group such as "@support"']],
    [
      'lead: { rotation: ["@ben"], hand-over: day, cover: [{ from: 2026-02-02, to: 2026-02-01, person: "@a" }] }',
      ['6:79 "to" is before "from": 2026-02-01 is earlier than 2026-02-02'],
    ],
    [
      'lead: { rotation: ["@ben"], hand-over: day, cover: [{ form: 2026-02-02, person: "@a" }] }',
      ['6:55 "from" is missing', '6:57 unknown key "form": did you mean "from"?'],
    ],
    ['lead: { contacts: [{ name: Ben }] }', ['6:22 a contact has an "email", a "phone" or both']],
    ['lead: { contacts: [{ mail: x }] }', ['6:24 unknown key "mail": did you mean "email"?']],
  ])('%s', (role, faults) => {
    expect(faultsOf(role)).toEqual(faults)
  })
})
