import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'
import { planOf } from './plans.ts'

const head = [
  'plan: shop',
  'timezone: Europe/Paris',
  'channel: "#ops"',
  'owner: "@maria"',
  'rituals:',
  '  round:',
  '    every: day at 09:00',
]

const withItems = (...items: readonly string[]) =>
  [...head, '    items:', ...items.map((item) => `      - ${item}`)].join('\n')
const withSections = (...sections: readonly string[]) =>
  [...head, '    sections:', ...sections.map((section) => `      - ${section}`)].join('\n')

/** Every item of a plan; a plan that is written and read again has the same. */
function itemsOf(source: string) {
  const plan = planOf(source)
  expect(planOf(planYaml(plan))).toEqual(plan)
  return plan.rituals.flatMap(({ sections }) => sections.flatMap(({ items }) => items))
}

/** The faults as `column message`, all of the first item's line. */
function faultsOf(source: string): string[] {
  return readPlan(source, 'shop.yaml').faults.map(({ line, column, message }) => `${line - 9 + 1}:${column} ${message}`)
}

describe('the long form', () => {
  test.each<[string, object]>([
    ['{ item: A, rating: "> 4.5", statistic: average }', { kind: 'rating', unit: 'of 5', statistic: 'average' }],
    ['{ item: A, duration: < 200 ms, stretch: < 150 ms }', { stretch: { op: '<', value: 150 } }],
    ['{ item: A, percent: "< 90", warning: "> 80" }', { warning: { when: { op: '>', value: 80 }, severity: null } }],
    [
      '{ item: A, percent: "< 90", warning: { when: "> 80", severity: P3, respond: 1h, do: Clear it } }',
      { warning: { when: { op: '>', value: 80 }, severity: 'P3', respondMinutes: 60, do: 'Clear it' } },
    ],
    [
      '{ item: A, percent: true, critical: { when: "> 95", severity: P1, respond: 15m, do: Call them } }',
      { critical: { when: { op: '>', value: 95 }, severity: 'P1', respondMinutes: 15, do: 'Call them' } },
    ],
    [
      '{ item: A, status: [Good, Fair, Poor], critical: { when: poor, severity: P0 } }',
      {
        kind: 'status',
        options: ['Good', 'Fair', 'Poor'],
        critical: { when: { op: 'is', word: 'Poor' }, severity: 'P0' },
      },
    ],
    ['{ item: A, text: = fine, warning: = well }', { warning: { when: { op: 'is', word: 'well' }, severity: null } }],
    [
      '{ item: A, number: "> 5", targets: [{ from: 2026-01-01, target: "> 9" }, { from: T+1w, target: rising }] }',
      {
        later: [
          { from: '2026-01-01', targets: [{ op: '>', value: 9 }] },
          {
            from: { months: 0, weeks: 1, days: 0, minutes: 0 },
            targets: [{ op: 'trend', way: 'rising', by: null, on: 'last time' }],
          },
        ],
      },
    ],
    ['{ item: A, number: true, compare: same month last year }', { compare: ['last year'] }],
    ['{ item: A, number: true, compare: [last week, Last  Time, last week] }', { compare: ['last week', 'last time'] }],
    ['{ item: A, money: $, annual: "$500,000" }', { annual: 500_000 }],
    [
      '{ item: A, run: ls -l, expect: total 0, steps: [Look, Listen] }',
      { run: 'ls -l', expect: 'total 0', steps: ['Look', 'Listen'] },
    ],
    [
      '{ item: A, choice: "Good, Fair, Poor!", flag: [Fair] }',
      { options: ['Good', 'Fair', 'Poor'], flag: ['Fair', 'Poor'] },
    ],
    ['{ item: A, if-failed: Restart it }', { ifFailed: 'Restart it' }],
    ['{ item: A, text: top 3 }', { top: 3 }],
    ['{ item: A, number: true, warning: > 5 }', {}],
  ])('%s', (entry, expected) => {
    if (Object.keys(expected).length === 0) expect(faultsOf(withItems(entry))).not.toEqual([])
    else expect(itemsOf(withItems(entry))).toMatchObject([expected])
  })

  test('an item that says nothing of a key does not have it, so that older records read the same', () => {
    expect(Object.keys(itemsOf(withItems('A: number < 5'))[0] ?? {}).sort()).toEqual([
      ...['critical', 'flag', 'group', 'id', 'into', 'kind', 'look', 'note', 'optional', 'options', 'owner'],
      ...['severity', 'targets', 'title', 'unit'],
    ])
  })

  test.each([
    '{ item: Health, choice: [Good, Fair, Poor!] }',
    '{ item: Health, choice: "Good, Fair, Poor!" }',
    '{ item: Health, choice: "Good, Fair, Poor", flag: [Poor] }',
    '{ item: Health, choice: [Good, Fair, Poor!], flag: [Poor] }',
  ])('%s fails where it is poor', (line) => {
    expect(itemsOf(withItems(line))).toMatchObject([{ options: ['Good', 'Fair', 'Poor'], flag: ['Poor'] }])
  })

  test('what is flagged in the words of a choice stays flagged beside others', () => {
    const line = '{ item: Health, choice: "Good, Fair, Poor!", flag: [Fair] }'
    expect(itemsOf(withItems(line))).toMatchObject([{ flag: ['Fair', 'Poor'] }])
  })

  test('the id of an item goes without accents, and keeps the vowel signs that tell words of other scripts apart', () => {
    const ids = ['Kühlraum à côté', 'Άλφα', 'আলো', 'আলা', 'Чайник'].map((title) => itemsOf(withItems(title))[0]?.id)
    expect(ids).toEqual(['kuhlraum-a-cote', 'αλφα', 'আলো', 'আলা', 'чайник'])
  })

  test('the id of an item stays when its targets change', () => {
    const ids = ['A: number', 'A: percent < 5', '{ item: A, rating: true, warning: "< 2" }'].map(
      (one) => itemsOf(withItems(one))[0]?.id,
    )
    expect(ids).toEqual(['a', 'a', 'a'])
  })

  test.each<[string, string]>([
    ['{ item: A, number: true, statistic: mean }', '1:45 unknown statistic "mean": did you mean "average"?'],
    [
      '{ item: A, number: true, compare: last wek }',
      '1:43 "last wek" is not a period to compare with: did you mean "last week"?',
    ],
    ['{ item: A, number: true, compare: [annual target] }', '; an annual target is written annual: 5000'],
    ['{ item: A, money: rising, unit: Total }', 'is no unit: write statistic: total'],
    ['{ item: A, number: true, annual: lots }', 'is not what a year of this comes to'],
    ['{ item: A, money: $, annual: €5 }', 'one unit for all: "€" differs from "$"'],
    ['{ item: A, number: true, warning: { when: "> 5", respond: 1h } }', 'give the warning a "severity" too'],
    ['{ item: A, number: true, warning: { wen: "> 5" } }', 'unknown key "wen": did you mean "when"?'],
    ['{ item: A, number: true, stretch: 5 }', '"5" is not a target of a number'],
    ['{ item: A, number: true, stretch: "< 5, > 1" }', 'this is one target, such as "> 50"'],
    ['{ item: A, number: true, stretch: "< 5, warning > 1" }', 'this is a target, such as "> 50"'],
    ['{ item: A, number: true, stretch: °C }', 'this is a target, such as "> 50"'],
    ['{ item: A, status: true, critical: { when: Blue, severity: P1 } }', '"Blue" is not one of the answers'],
    ['{ item: A, text: long, stretch: "< 5" }', 'a text is no figure: it has no "stretch"'],
    ['{ item: A, yes-no: no, compute: { sum: [B, C] } }', 'a yes-no is no figure: it has no "compute"'],
    ['{ item: A, text: long, annual: 5 }', '1:32 a text is no figure: it has no "annual"'],
    ['{ item: A, date: true, annual: 5 }', 'a date has no annual target'],
    ['{ item: A, status: [Good, Poor], unit: kg }', '1:48 a status has no unit'],
    ['{ item: A, choice: [Good, Poor], unit: kg }', '1:48 a choice has no unit'],
    ['{ item: A, number: true, targets: ["> 5"] }', 'write { from: 2026-01-01, target: "< 5" }'],
    [
      '{ item: A, number: true, targets: [{ from: soon, target: "> 5" }] }',
      '"soon" is not a day such as 2026-01-01, or T+1w',
    ],
    ['{ item: A, number: true, targets: [{ from: T+1h, target: "> 5" }] }', '"T+1h" is not a day'],
    ['{ item: A, number: true, warnin: "> 5" }', 'unknown key "warnin": did you mean "warning"?'],
    ['{ item: A, number: true, goal: { at-least: B, at-most: C } }', '"goal" is the item that sets it'],
  ])('%s is refused', (entry, message) => {
    expect(faultsOf(withItems(entry)).join('\n')).toContain(message)
  })
})

describe('an owner', () => {
  test('is no item that is only titled so', () => {
    expect(itemsOf(withItems('owner: text', 'escalate: yes-no')).map(({ title }) => title)).toEqual([
      'owner',
      'escalate',
    ])
  })

  test('is a person in a plan without roles', () => {
    expect(faultsOf(withItems('{ item: A, owner: ana }'))).toEqual([
      '1:27 unknown role "ana": the plan has none; a person is written "@maria"',
    ])
  })
})

describe('what refers to other items', () => {
  const inputs = ['A: number', 'B: number', 'C: money $', 'D: text']
  const computed = (compute: string, kind = 'number') =>
    faultsOf(withItems(...inputs, `{ item: Z, ${kind}: true, compute: ${compute} }`))

  test('finds them by title, whatever its case, or by id', () => {
    const [, , , , z] = itemsOf(withItems(...inputs, '{ item: Z, percent: true, compute: { share: [a, B] } }'))
    expect(z?.compute).toEqual({ of: 'share', items: ['a', 'b'] })
  })

  test('means the item of its own group or section, where several have the title', () => {
    const sections = ['Ana', 'Ben'].map(
      (name) =>
        `{ title: ${name}, items: [Calls: number, Booked: number, { item: Rate, percent: true, compute: { share: [Booked, Calls] } }] }`,
    )
    const computes = itemsOf(withSections(...sections)).flatMap(({ compute }) => compute?.items ?? [])
    expect(computes).toEqual(['ana.booked', 'ana.calls', 'ben.booked', 'ben.calls'])
  })

  test.each<[string, string, string]>([
    ['{ sum: [A, Q] }', 'number', 'no item of this checklist is called "Q": did you mean'],
    ['{ sum: [A, Z] }', 'number', '"Z" cannot be counted from itself'],
    ['{ sum: [A] }', 'number', 'a sum is counted from two items or more'],
    ['{ sum: [A, B, C: 1] }', 'number', 'a sum names its items by their titles, as text'],
    ['{ share: [A, B, A] }', 'percent', 'a share is counted from two items'],
    ['{ ratio: [A, B, A] }', 'number', 'a ratio is counted from two items'],
    ['{ difference: [A, B, A] }', 'number', 'a difference is counted from two items'],
    ['{ share: [A, B] }', 'number', 'a share is a percent, not a number'],
    ['{ som: [A, B] }', 'number', '"som" is not a way to count: did you mean "sum"?'],
    ['{ sum: [A, B], average: [A, B] }', 'number', '"compute" is one of sum, difference'],
    ['{ sum: [A, C] }', 'number', '"C" is a money in $, and "Z" a number: a sum is of one kind'],
    ['{ average: [A] }', 'number', 'an average is counted from two items or more'],
    ['{ average: [A, C] }', 'number', '"C" is a money in $, and "Z" a number: an average is of one kind'],
    ['{ ratio: [A, D] }', 'number', '"D" is a text: it has no figure to count from'],
  ])('%s as %s is refused', (compute, kind, message) => {
    expect(computed(compute, kind).join('\n')).toContain(message)
  })

  test('adds up what has one unit, and times in any', () => {
    const sumOf = (kind: string, one: string, other: string) =>
      faultsOf(
        withItems(`A: ${kind} ${one}`, `B: ${kind} ${other}`, `{ item: S, ${kind}: ${one}, compute: { sum: [A, B] } }`),
      ).join('\n')
    expect(sumOf('money', '$', '€')).toContain('"B" is a money in €, and "S" a money in $: a sum is of one kind')
    expect([sumOf('money', '$', '$'), sumOf('duration', 's', 'h')]).toEqual(['', ''])
  })

  test('never in a circle', () => {
    const circle = withItems(
      '{ item: A, number: true, compute: { sum: [B, C] } }',
      '{ item: B, number: true, compute: { sum: [A, C] } }',
      'C: number',
    )
    expect(faultsOf(circle)).toEqual(['1:34 "A" is counted from itself', '2:34 "B" is counted from itself'])
  })

  test('says which, where several are called so', () => {
    const sections = ['{ title: X, items: [Calls: number] }', '{ title: Y, items: [Calls: number] }']
    const own = '{ title: Z, items: [N: number, { item: S, number: true, compute: { sum: [Calls, N] } }] }'
    expect(faultsOf(withSections(...sections, own)).join()).toContain(
      'several items are called "Calls": write "X: Calls" or "Y: Calls"',
    )
  })

  test('finds one of several by the name under which it is told', () => {
    const shops = ['{ group: "{each}", for-each: [Paris, Lyon], items: [Size: number] }', 'Size: number']
    const sums = (name: string) => `{ item: S, number: true, compute: { sum: [${name}, "paris: size"] } }`
    const inputsOf = (name: string) => itemsOf(withItems(...shops, sums(name))).at(-1)?.compute?.items
    expect(inputsOf('"Lyon: Size"')).toEqual(['lyon.size', 'paris.size'])
    expect(inputsOf('size')).toEqual(['size', 'paris.size'])
  })

  test('finds the one of its own group before the others', () => {
    const sum = '{ item: All, number: true, compute: { sum: [Size, Spare] } }'
    const shops = `{ group: "{each}", for-each: [Paris, Lyon], items: [Size: number, Spare: number, ${sum}] }`
    expect(itemsOf(withItems(shops)).flatMap(({ compute }) => compute?.items ?? [])).toEqual([
      ...['paris.size', 'paris.spare'],
      ...['lyon.size', 'lyon.spare'],
    ])
  })

  test.each([
    ['"Pariz: Size"', 'no item of this checklist is called "Pariz: Size": did you mean "Paris: Size"?'],
    ['Sice', 'no item of this checklist is called "Sice": did you mean "Paris: Size" or "Lyon: Size"?'],
    ['Size', 'several items are called "Size": write "Paris: Size" or "Lyon: Size"'],
    ['Twin', 'several items are called "Twin": write "twin" or "twin-2"'],
    ['Paris: Size', 'a sum names its items by their titles, as text: put "Paris: Size" in quotes'],
  ])('where it says %s, tells what can be written', (name, message) => {
    const shops = [
      '{ group: "{each}", for-each: [Paris, Lyon], items: [Size: number] }',
      'Twin: number',
      'Twin: number',
    ]
    const sum = `{ item: S, number: true, compute: { sum: ["Lyon: Size", ${name}] } }`
    expect(faultsOf(withItems(...shops, sum)).join()).toContain(message)
  })

  test('a section with a cadence of its own is another checklist: nothing is counted across, but goals are', () => {
    const daily = '{ title: Day, items: [Calls: number, Goal: number] }'
    const weekly = (item: string) => `{ title: Week, every: Friday at 16:00, items: [N: number, ${item}] }`
    const sum = weekly('{ item: S, number: true, compute: { sum: [Calls, N] } }')
    expect(faultsOf(withSections(daily, sum)).join()).toContain('no item of this checklist is called "Calls"')
    const counting = '{ title: All, items: [M: number, { item: S, number: true, compute: { sum: [M, Visits] } }] }'
    expect(faultsOf(withSections(counting, weekly('Visits: number'))).join()).toContain(
      'no item of this checklist is called "Visits"',
    )
    expect(itemsOf(withSections(daily, weekly('{ item: S, number: true, goal: Goal }')))[3]?.goal).toEqual({
      op: '>=',
      item: 'day.goal',
    })
  })

  test('a goal is set by an item of the same kind', () => {
    expect(itemsOf(withItems('A: number', '{ item: B, number: true, goal: { at-most: A } }'))[1]?.goal).toEqual({
      op: '<=',
      item: 'a',
    })
    expect(faultsOf(withItems('A: percent', '{ item: B, number: true, goal: A }')).join()).toContain(
      '"A" is a percent, not a number',
    )
    expect(faultsOf(withItems('A: number', '{ item: B, number: true, goal: Q }')).join()).toContain('is called "Q"')
  })
})

describe('for-each', () => {
  const titles = (source: string) =>
    itemsOf(source).map(({ group, title }) => (group === null ? title : `${group} / ${title}`))

  test.each<[string, readonly string[]]>([
    ['{ item: "Fridge {each}", number: < 5, for-each: [1, 2] }', ['Fridge 1', 'Fridge 2']],
    ['{ item: Heat, number: < 5, for-each: [Lab, Office] }', ['Heat: Lab', 'Heat: Office']],
    ['{ item: "{site}", look: "{site} desk", for-each: { name: site, of: [Paris] } }', ['Paris']],
    [
      '{ group: "{each} app", for-each: [iOS, Android], items: [Crash rate: percent, "{each} tested"] }',
      ['iOS app / Crash rate', 'iOS app / iOS tested', 'Android app / Crash rate', 'Android app / Android tested'],
    ],
    ['{ group: "{each}", for-each: [Paris], items: [{ "Size of {each}": number }] }', ['Paris / Size of Paris']],
    ['{ group: Apps, items: [{ item: Crashes, number: true, for-each: [iOS] }] }', ['Apps / Crashes: iOS']],
  ])('%s', (entry, expected) => {
    expect(titles(withItems(entry))).toEqual(expected)
  })

  test('repeats a section, with what is counted in it', () => {
    const section =
      '{ title: "{who}’s week", for-each: { name: who, of: [Ana, Ben] }, items: [Calls: number, Booked: number, { item: Rate, percent: true, compute: { share: [Booked, Calls] } }] }'
    const items = itemsOf(withSections(section))
    expect(items.map(({ id }) => id)).toEqual([
      ...['ana-s-week.calls', 'ana-s-week.booked', 'ana-s-week.rate'],
      ...['ben-s-week.calls', 'ben-s-week.booked', 'ben-s-week.rate'],
    ])
    expect(items[5]?.compute?.items).toEqual(['ben-s-week.booked', 'ben-s-week.calls'])
  })

  test('keeps the ids of those that were there when one is added', () => {
    const ids = (of: string) =>
      itemsOf(withItems(`{ item: Heat, number: true, for-each: [${of}] }`)).map(({ id }) => id)
    expect(ids('Attic, Lab, Office')).toEqual(['heat-attic', ...ids('Lab, Office')])
  })

  test('puts the thing into every text of the item', () => {
    const entry = '{ item: "{each}", for-each: [Lab], look: "at {each}", steps: ["Go to {each}"], note: "{each}!" }'
    expect(itemsOf(withItems(entry))).toMatchObject([{ look: 'at Lab', steps: ['Go to Lab'], note: 'Lab!' }])
  })

  test('puts a role into its owner, and misses the one that the plan does not have', () => {
    const roles = 'roles: { cto: { people: ["@dana"] }, cfo: { people: ["@eve"] } }'
    const of = (list: string) =>
      `${roles}\n${withItems(`{ item: "Report of {each}", owner: "{each}", for-each: [${list}] }`)}`
    expect(itemsOf(of('cto, cfo')).map(({ owner }) => owner)).toEqual(['cto', 'cfo'])
    expect(faultsOf(of('cto, ceo')).join()).toContain('unknown role "ceo": did you mean "cto"?')
  })

  test.each<[string, string]>([
    ['{ item: A, for-each: [] }', '"for-each" names 1 to 100 things'],
    ['{ item: A, for-each: [Lab, lab] }', '"for-each" names "lab" twice'],
    ['{ item: A, for-each: Lab }', '"for-each" must hold keys with values'],
    ['{ item: A, for-each: { nam: x, of: [Lab] } }', 'unknown key "nam": did you mean "name"?'],
    ['{ item: "A {sit}", for-each: { name: site, of: [Lab] } }', '{sit} names nothing: did you mean {site}?'],
    ['{ item: A, for-each: [[Lab]] }', '"for-each" is a list of names, such as [Paris, Lyon]'],
    ['{ item: A, number: "< {each}", for-each: [x, y] }', '"x" is not a target of a number'],
  ])('%s is refused', (entry, message) => {
    expect(faultsOf(withItems(entry)).join('\n')).toContain(message)
  })
})

test('steps of a section are kept', () => {
  const plan = planOf(withSections('{ title: Restore, steps: [Pick one, Restore it], items: [Done] }'))
  expect(plan.rituals[0]?.sections[0]?.steps).toEqual(['Pick one', 'Restore it'])
  expect(planOf(planYaml(plan))).toEqual(plan)
})
