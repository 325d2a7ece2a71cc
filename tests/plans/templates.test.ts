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
    [
      'version: "1"',
      [
        '  b:',
        '    every: day',
        '    report:',
        '      text: |',
        '        {Alpha: Taille} and {Alfa: Taille},',
        '        {Tail} and {Rome: Taille}',
        '        or {Whatever}',
        '    sections:',
        '      - { title: "{each}", for-each: [Alpha, Beta], items: [Taille: number] }',
      ].join('\n'),
      [
        '14:30 unknown field "Alfa: Taille": did you mean "Alpha: Taille"?',
        '15:10 unknown field "Tail": did you mean "Alpha: Taille" or "Beta: Taille"?',
        '15:21 unknown field "Rome: Taille": did you mean "Alpha: Taille" or "Beta: Taille"?',
        '16:13 unknown field "Whatever": known are date, ritual, settled, total, failed, Alpha: Taille, Beta: Taille',
      ],
    ],
    [
      'version: "1"',
      [
        '  b:',
        '    every: day',
        '    report: { text: "{Nobody knows this}" }',
        '    items: [{ group: "Shop {each}", for-each: [1, 2, 3, 4, 5, 6], items: [Keys, Safe] }]',
      ].join('\n'),
      [
        '12:23 unknown field "Nobody knows this": known are date, ritual, settled, total, failed, Shop 1: Keys, Shop 1: Safe, Shop 2: Keys, Shop 2: Safe, Shop 3: Keys, Shop 3: Safe, Shop 4: Keys, and 5 more',
      ],
    ],
    [
      'version: "1"',
      [
        '  b:',
        '    every: day',
        '    report: { text: "{Paris: Sizes of the shop}" }',
        '    items: [{ group: Paris, items: [Size of the shop] }, { group: Antananarivo, items: [Size of the shop, Keys] }]',
      ].join('\n'),
      ['12:23 unknown field "Paris: Sizes of the shop": did you mean "Paris: Size of the shop"?'],
    ],
    [
      'version: "1"',
      [
        '  b:',
        '    every: day',
        '    report: { text: "{The building at the end of the road: Keys}" }',
        '    items: [{ group: Paris, items: [Keys] }, { group: Lyon, items: [Keys] }]',
      ].join('\n'),
      ['12:23 unknown field "The building at the end of the road: Keys": did you mean "Paris: Keys" or "Lyon: Keys"?'],
    ],
  ])('%s %s', (top, ritual, faults) => {
    expect(faultsOf(top, ritual)).toEqual(faults)
  })
})

describe('a report names an item', () => {
  test.each([
    ['by its title', '{Keys} {keys}'],
    ['by its title under its group', '{Paris: Size}, {LYON: SIZE}'],
    ['by all of it, though less would do', '{Shops: Lyon: Size}, {Rest: Keys}'],
    ['of a section that falls due by itself, under that', '{Fridays: Size}'],
  ])('%s', (_, text) => {
    const sections = [
      ...['  b:', '    every: day', `    report: { text: "${text}" }`, '    sections:'],
      '      - { title: Shops, items: [{ group: "{each}", for-each: [Paris, Lyon], items: [Size: number] }] }',
      '      - { title: Rest, items: [Keys] }',
      '      - { title: Fridays, every: Friday at 10:00, items: [Size: number] }',
    ]
    const { plan, warnings } = readPlan(source('version: "1"', ...sections), 'shop.yaml')
    expect(plan?.rituals[1]?.report?.text).toBe(text)
    expect(warnings).toEqual([])
  })
})
