import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...lines: readonly string[]) =>
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
    ...['rituals:', '  a: { every: day, items: [Lights on] }'],
    ...lines,
  ].join('\n')
const faultsOf = (...lines: readonly string[]) =>
  readPlan(source(...lines), 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

test('a procedure has a limit, phases and steps, and a severity names the one that it brings along', () => {
  const plan = planOf(
    source(
      'procedures:',
      '  rollback: { takes: 10m, limit: 15m, owner: "@ben", items: [Stop the deployment, { item: CTO approves, owner: "@dana" }] }',
      '  response:',
      '    sections:',
      '      - { title: Immediate, phase: 0m to 15m, items: [Commander assigned] }',
      '      - { title: Resolution, phase: 15m to 2h, items: [Root cause identified] }',
      'severities: { P0: { procedure: response } }',
    ),
  )
  const [, rollback, response] = plan.rituals
  expect(rollback).toMatchObject({
    id: 'rollback',
    title: 'Rollback',
    every: [{ kind: 'on-demand' }],
    openForMinutes: 15,
    takesMinutes: 10,
    procedure: true,
  })
  expect(response?.sections.map(({ phase }) => phase)).toEqual([
    { fromMinutes: 0, toMinutes: 15 },
    { fromMinutes: 15, toMinutes: 120 },
  ])
  expect(plan.severities.P0.procedure).toBe('response')
  expect(planOf(planYaml(plan))).toEqual(plan)
})

describe('a fault', () => {
  test.each<[string, readonly string[]]>([
    [
      'procedures: { b: { steps: [x] } }',
      ['7:15 a ritual has either "items" or "sections"', '7:20 unknown key "steps": did you mean "items"?'],
    ],
    [
      'procedures: { b: { every: day, items: [x] } }',
      [
        '7:20 unknown key "every": known are title, takes, limit, owner, channel, severity, if-failed, items, sections, report',
      ],
    ],
    [
      'procedures: { b: { limit: soon, items: [x] } }',
      ['7:27 "limit" must be a length of time such as 15m, 2h, 1d or 1h30m'],
    ],
    ['procedures: { a: { items: [x] } }', ['7:15 there is a ritual called "a" already: name it otherwise']],
    ['procedures: { b: {} }', ['7:15 a ritual has either "items" or "sections"']],
    ['procedures: [x]', ['7:13 "procedures" must hold keys with values']],
    [
      'procedures: { b: { sections: [{ title: A, phase: 15m to 5m, items: [x] }] } }',
      ['7:50 "phase" must be a stretch of time since the start, such as 0m to 15m'],
    ],
    [
      'procedures: { b: { sections: [{ title: A, phase: 5m to 5m, items: [x] }] } }',
      ['7:50 "phase" must be a stretch of time since the start, such as 0m to 15m'],
    ],
    [
      'procedures: { b: { sections: [{ title: A, every: day, items: [x] }, { title: B, items: [x] }] } }',
      ['7:43 a procedure is started when it is needed, and its sections with it: leave "every" out'],
    ],
    [
      'procedures: { b: { sections: [{ title: A, every: day, open-for: 2h, items: [x] }] } }',
      [
        '7:43 a procedure is started when it is needed, and its sections with it: leave "every" out',
        '7:55 a procedure is started when it is needed, and its sections with it: leave "open-for" out',
      ],
    ],
    [
      'severities: { P0: { procedure: rolback } }\nprocedures: { rollback: { items: [x] } }',
      ['7:32 unknown procedure "rolback": did you mean "rollback"?'],
    ],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})
