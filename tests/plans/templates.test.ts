import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const source = (...lines: readonly string[]) =>
  [
    ...['plan: shop', 'timezone: America/New_York', 'channel: "#ops"', 'owner: "@maria"'],
    ...lines.slice(0, 1),
    ...['rituals:', '  a:', '    every: day', '    items: [Lights on, { Calls answered: number }]'],
    ...lines.slice(1),
  ].join('\n')
const faultsOf = (...lines: readonly string[]) =>
  readPlan(source(...lines), 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

test('templates and reports are kept as they are written', () => {
  const plan = planOf(
    source(
      'templates: { customers: { audience: Customers, channel: "#status", text: "Status: {status}\\n\\nNext update {next-update}" } }',
      '    report: { channel: "#leadership", text: "Calls: {Calls answered}, {settled} of {total}" }',
    ),
  )
  expect(plan.templates).toEqual({
    customers: {
      title: 'Customers',
      audience: 'Customers',
      channel: '#status',
      text: 'Status: {status}\n\nNext update {next-update}',
    },
  })
  expect(plan.rituals[0]?.report).toEqual({
    channel: '#leadership',
    text: 'Calls: {Calls answered}, {settled} of {total}',
  })
  expect(planOf(planYaml(plan))).toEqual(plan)
})

describe('a fault', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'templates: { a: { channel: "#x", text: "All is {staus} now" } }',
      '',
      ['5:49 unknown field "staus": did you mean "status"?'],
    ],
    ['templates: { a: { text: x } }', '', ['5:14 "channel" is missing']],
    [
      'templates: { a: { chanel: "#x", channel: "#x", text: x } }',
      '',
      ['5:19 unknown key "chanel": did you mean "channel"?'],
    ],
    [
      'version: "1"',
      '    report: { text: "Calls: {Calls anwered}" }',
      ['10:30 unknown field "Calls anwered": did you mean "Calls answered"?'],
    ],
    ['version: "1"', '    report: { channel: "#x" }', ['10:5 "text" is missing']],
    [
      'version: "1"',
      [
        '  b:',
        '    every: day',
        '    report: { text: "{Settled}: {Calls} calls, {Money} taken" }',
        '    sections:',
        '      - { title: Calls, items: [Calls, Settled] }',
        '      - { title: Money, every: Friday at 10:00, items: [Money, Calls] }',
        '      - { title: Both, every: Monday at 10:00, items: [Money, Calls] }',
      ].join('\n'),
      ['12:49 no checklist has all that this names: "Money" is of a section that falls due by itself'],
    ],
  ])('%s %s', (top, ritual, faults) => {
    expect(faultsOf(top, ritual)).toEqual(faults)
  })
})
