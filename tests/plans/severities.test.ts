import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...lines: readonly string[]) =>
  [
    ...[
      'plan: shop',
      'timezone: America/New_York',
      'channel: "#ops"',
      'owner: "@maria"',
      'roles: { cto: { group: "@cto" } }',
    ],
    ...lines,
    ...['rituals:', '  a: { every: day, items: [Lights on] }'],
  ].join('\n')
const faultsOf = (...lines: readonly string[]) =>
  readPlan(source(...lines), 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

test('a severity says when it is chosen, by when it is over, how often it is told of, and its alerts', () => {
  const plan = planOf(
    source(
      'severities:',
      '  P0: { when: [Data loss], respond: 15m, resolve: 1h, updates: 30m, alerts: ["Error rate > 5%", "Platform down > 5 min"] }',
      '  P2: { resolve: next maintenance window }',
      '  P3: { resolve: next release }',
      'escalation: ["@ben", { role: cto, after: 30m, on: no-response }, { role: "@eli", on: breach }, { role: "@dana" }]',
    ),
  )
  expect(plan.severities).toMatchObject({
    P0: { when: ['Data loss'], updatesMinutes: 30, alerts: ['Error rate > 5%', 'Platform down > 5 min'] },
    P2: { resolveMinutes: null, resolveBy: 'next maintenance window' },
    P3: { resolveMinutes: null, resolveBy: 'next release' },
  })
  expect(plan.escalation).toEqual([
    '@ben',
    { role: 'cto', afterMinutes: 30, on: 'no-response' },
    { role: '@eli', on: 'breach' },
    '@dana',
  ])
  expect(planOf(planYaml(plan))).toEqual(plan)
})

test('a severity with an empty list of alerts has none, written back too', () => {
  const plan = planOf(source('severities: { P1: { alerts: [] } }'))
  expect(plan).toEqual(planOf(source('severities: { P1: {} }')))
  expect(planOf(planYaml(plan))).toEqual(plan)
})

describe('a fault', () => {
  test.each<[string, readonly string[]]>([
    [
      'severities: { P0: { resolve: soon } }',
      ['6:30 "resolve" must be a length of time such as 1d, a milestone such as next release, or none'],
    ],
    ['severities: { P0: { update: 30m } }', ['6:21 unknown key "update": did you mean "updates"?']],
    ['severities: { P0: { alerts: yes } }', ['6:29 "alerts" must be a list']],
    ['escalation: cto', ['6:13 "escalation" must be a list']],
    ...['next', 'nextweek'].map((said): [string, readonly string[]] => [
      `severities: { P3: { resolve: ${said} } }`,
      ['6:30 "resolve" must be a length of time such as 1d, a milestone such as next release, or none'],
    ]),
    ['escalation: [cto, ceo]', ['6:19 unknown role "ceo": did you mean "cto"?']],
    ['escalation: [{ role: ceo }]', ['6:22 unknown role "ceo": did you mean "cto"?']],
    ['escalation: [{ role: cto, on: late }]', ['6:31 "on" must be no-response or breach']],
    ['escalation: [{ after: 1h }]', ['6:14 "role" is missing']],
    ['escalation: [{ role: cto, afer: 1h }]', ['6:27 unknown key "afer": did you mean "after"?']],
    ['escalation: [[cto]]', ['6:14 a level is a role, a person, or { role: …, after: 30m, on: breach }']],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
