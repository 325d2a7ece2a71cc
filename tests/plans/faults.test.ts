import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'

const good = [
  'plan: shop',
  'timezone: Europe/Paris',
  'channel: "#ops"',
  'owner: manager',
  'roles:',
  '  manager: { people: ["@maria"] }',
  'rituals:',
  '  open-up:',
  '    every: weekday at 09:00',
  '    items:',
  '      - Lights on',
  '      - Disk used: percent < 80',
  '      - item: Fridge 1',
  '        number: "< 5"',
  '        unit: °C',
]

/** Every fault of the plan with one of its lines replaced, as `line:column message`. */
function faultsWith(line: number, ...text: readonly string[]): string[] {
  return faultsOf([...good.slice(0, line - 1), ...text, ...good.slice(line)].join('\n'))
}

function faultsOf(source: string): string[] {
  return readPlan(source, 'shop.yaml').faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

test('a good plan has no faults', () => {
  expect(faultsOf(good.join('\n'))).toEqual([])
})

describe('what YAML reads otherwise than it looks', () => {
  test.each<[number, string, string]>([
    [12, '      - Disk used: >95%', '12:20 YAML reads ">" as folded text: write - Disk used: percent > 95'],
    [14, '        number: >5', '14:17 YAML reads ">" as folded text: write number: ">5"'],
    [14, '        percent: > 80', '14:18 YAML reads ">" as folded text: write percent: "> 80"'],
    [14, '        number: >= 4.5 # stars', '14:17 YAML reads ">" as folded text: write number: ">= 4.5"'],
    [4, 'owner: @maria', '4:8 a value cannot begin with @ in YAML: write owner: "@maria"'],
    [6, '  manager: { people: [@maria] }', '6:23 @maria needs quotes in YAML: write "@maria"'],
    [11, '      - @maria checks', '11:9 a value cannot begin with @ in YAML: write - "@maria checks"'],
    [4, 'owner: @Maria Silva # nights', '4:8 a value cannot begin with @ in YAML: write owner: "@Maria Silva"'],
    [
      6,
      '  manager: { people: [@Maria Silva, "@ben"] }',
      '6:23 @Maria Silva needs quotes in YAML: write "@Maria Silva"',
    ],
    [3, 'channel: #ops', '3:10 YAML reads "#ops" as a comment: write channel: "#ops"'],
    [11, '      - #5 is on', '11:9 YAML reads "#5 is on" as a comment: write - "#5 is on"'],
    [
      11,
      '      - { item: Lights, note: Ask in #ops first }',
      '11:31 YAML reads "#ops first }" as a comment: write "Ask in #ops first"',
    ],
    [6, '  manager: { people: ["@maria"], title: Team #4 }', '6:41 YAML reads "#4 }" as a comment: write "Team #4"'],
    [12, '      - Disk used: percent < 1_000', '12:30 "1_000" has "_" in its number: write 1000'],
    [11, '      - Rate: percent: > 95', '11:15 YAML reads the second ":" as another key: write - Rate: percent > 95'],
    [11, '      - Lights: on: all', '11:17 YAML reads the second ":" as another key: write - Lights: "on: all"'],
    [11, '      - *important*', '11:9 quote what begins with *: write "*important*"'],
    [11, '      - &lights on', '11:17 quote what begins with &: write "&lights"'],
    [11, '      - !lights on', '11:17 quote what begins with !: write "!lights"'],
    [9, '\tevery: day', '9:1 a tab stands where spaces belong: indent with spaces'],
    [
      15,
      '  b: { every: day at 09:00, 17:00, items: [x] }',
      '15:15 a comma in braces ends a value: put the whole in quotes, every: "day at 09:00, 17:00"',
    ],
    [
      15,
      '  b: { every: weekly until 1 March, then monthly, items: [x] }',
      '15:15 a comma in braces ends a value: put the whole in quotes, every: "weekly until 1 March, then monthly"',
    ],
    [4, 'owner:', '4:1 "owner" has no value: give one or leave it out'],
    [4, 'owner: null', '4:1 "owner" has no value: give one or leave it out'],
  ])('line %i, %s', (line, text, fault) => {
    expect(faultsWith(line, text)).toEqual([fault])
  })

  test('times, versions, dates and words without quotes stay as they are written', () => {
    const { plan } = readPlan(
      ['day-starts: 9:00', 'version: 1.0', 'updated: 2025-12-06', ...good].join('\n'),
      'shop.yaml',
    )
    expect(plan).toMatchObject({ dayStarts: '09:00', version: '1.0', updated: '2025-12-06' })
    expect(faultsWith(11, '      - no', '      - 7', '      - true')).toEqual([])
  })
})

describe('what is not YAML', () => {
  test.each<[string, string]>([
    ['a: "x', '1:6 a quote is opened before this and never closed'],
    ['a: [x, Table #4, y]\nb: 3', '1:8 YAML reads "#4, y]" as a comment: write "Table #4"'],
    ['a: [1, "#4", 2 # two\nb: 3', '2:1 this line is indented otherwise than the lines it belongs to'],
    ['a: [1, 2\nb: 3', '2:1 this line is indented otherwise than the lines it belongs to'],
    ['a: 1\n---\nb: 2', '2:1 a file holds one plan: "---" begins a second one'],
    ['a:b\nc: d', '1:1 a colon and a space are missing after this key'],
    ['', '1:1 a plan begins with "plan:" and its name'],
    ['- a', '1:1 a plan begins with "plan:" and its name'],
    ['x'.repeat(600_000), '1:1 a plan is at most 512 KB long'],
    [`x: ${'['.repeat(40)}${']'.repeat(40)}`, '1:28 this is nested too deeply'],
  ])('%.20s', (source, fault) => {
    expect(faultsOf(source)).toContain(fault)
  })

  test('a file of nothing but brackets is refused, not fatal', () => {
    expect(faultsOf('['.repeat(50_000))).toEqual([expect.stringContaining('nested too deeply')])
  })

  test('a great many repeated keys are read in no time', () => {
    const source = Array.from({ length: 40_000 }, (_, row) => `k${row % 20_000}: 1`).join('\n')
    const before = performance.now()
    expect(faultsOf(source).length).toBeGreaterThan(20_000)
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

describe('a plan has no more of anything than one can read', () => {
  const head = ['plan: shop', 'timezone: Europe/Paris', 'channel: "#ops"', 'rituals:']
  const round = (...keys: readonly string[]) => [...head, '  a:', '    every: day', ...keys.map((key) => `    ${key}`)]
  const each = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`)

  test.each<[string, number, (count: number) => readonly string[], string]>([
    [
      'letters of a name',
      60,
      (count) => [`plan: ${'x'.repeat(count)}`, ...round('items: [x]').slice(1)],
      '1:7 "plan" must be at most 60 characters long',
    ],
    [
      'letters of a line',
      300,
      (count) => round(`title: ${'x'.repeat(count)}`, 'items: [x]'),
      '7:12 "title" must be at most 300 characters long',
    ],
    [
      'letters of a text',
      3000,
      (count) => round(`if-failed: ${'x'.repeat(count)}`, 'items: [x]'),
      '7:16 "if-failed" must be at most 3000 characters long',
    ],
    [
      'letters of a person',
      80,
      (count) => [`admins: ["@${'x'.repeat(count)}"]`, ...round('items: [x]')],
      '1:10 an entry of "admins" must be at most 80 characters long',
    ],
    [
      'rituals',
      200,
      (count) => [...head, ...each(count).map((id) => `  ${id}: { every: day, items: [x] }`)],
      '5:3 a plan has 1 to 200 rituals',
    ],
    ['items', 500, (count) => round(`items: [${each(count).join()}]`), '5:3 a ritual has at most 500 items, not 501'],
    [
      'things that one is repeated for',
      100,
      (count) => round(`items: [{ item: y, for-each: [${each(count).join()}] }]`),
      '7:34 "for-each" names 1 to 100 things',
    ],
    [
      'letters of the word in braces',
      31,
      (count) => round(`items: [{ item: y, for-each: { name: ${'x'.repeat(count)}, of: [z] } }]`),
      '7:42 "name" must be small letters, digits and hyphens',
    ],
    [
      'words of a status',
      5,
      (count) => round(`items: [{ item: y, status: [${each(count).join()}] }]`),
      '7:32 a status has at most five words, from good to bad',
    ],
    [
      'lines of a list',
      20,
      (count) => round(`items: ["Wins", { Best: text top ${count} }]`),
      '7:38 a list has 1 to 20 lines, not 21',
    ],
  ])('%s: %i', (_, most, source, fault) => {
    expect(faultsOf(source(most).join('\n'))).toEqual([])
    expect(faultsOf(source(most + 1).join('\n'))).toEqual([fault])
  })

  test.each<[string, readonly string[], string]>([
    ['rituals', [...head.slice(0, 3), 'rituals: {}'], '4:10 a plan has 1 to 200 rituals'],
    ['time', round('takes: 0m', 'items: [x]'), '7:12 "takes" must be longer than nothing'],
    [
      'things that one is repeated for',
      round('items: [{ item: y, for-each: [] }]'),
      '7:34 "for-each" names 1 to 100 things',
    ],
    ['lines of a list', round('items: [{ Best: text top 0 }]'), '7:30 a list has 1 to 20 lines, not 0'],
  ])('and no %s is too few', (_, source, fault) => {
    expect(faultsOf(source.join('\n'))).toEqual([fault])
  })
})

test('a section whose cadence cannot be read is told of, and not its ritual for want of one', () => {
  const sections = ['    sections:', '      - { title: A, every: dayly, items: [x] }']
  const lines = ['plan: a', 'timezone: Europe/Paris', 'channel: "#a"', 'rituals:', '  r:', ...sections]
  expect(faultsOf(lines.join('\n'))).toEqual(['7:28 "dayly" is not a day such as "weekday" or "Monday": perhaps "day"'])
})

describe('what is no plan', () => {
  test.each<[number, readonly string[], readonly string[]]>([
    [3, ['chanel: "#ops"'], ['1:1 "channel" is missing', '3:1 unknown key "chanel": did you mean "channel"?']],
    [1, ['plan: My Shop'], ['1:7 "plan" must be small letters, digits and hyphens, such as morning-checklist']],
    [1, ['plan: shop', 'plan: shop'], ['2:1 "plan" is given twice']],
    [
      2,
      ['timezone: Paris'],
      ['2:11 "timezone" must be an IANA time zone such as Europe/Paris: did you mean Europe/Paris?'],
    ],
    [
      2,
      ['timezone: Europe/Pariss'],
      ['2:11 "timezone" must be an IANA time zone such as Europe/Paris: did you mean Europe/Paris?'],
    ],
    [2, ['timezone: EST'], ['2:11 "timezone" must be an IANA time zone such as Europe/Paris']],
    [3, ['channel: ops'], ['3:10 "channel" must be a channel such as "#ops"']],
    [4, ['owner: manger'], ['4:8 unknown role "manger": did you mean "manager"?']],
    [4, ['owner: manager', 'escalation: [manager, cto]'], ['5:23 unknown role "cto": known are manager']],
    [4, ['owner: manager', 'severities: { P0: { escalate: boss } }'], ['5:31 unknown role "boss": known are manager']],
    [4, ['owner: manager', 'severities: { P4: {} }'], ['5:15 unknown severity "P4": did you mean "P0"?']],
    ...(
      [
        ['20 min', '20m'],
        ['2 hours', '2h'],
        ['every 1 hour 30 minutes', '1h30m'],
      ] as const
    ).map(([said, meant]): [number, string[], string[]] => [
      4,
      ['owner: manager', `severities: { P0: { respond: ${said} } }`],
      [`5:30 "respond" must be a length of time such as 15m, 2h, 1d or 1h30m: write ${meant}`],
    ]),
    [
      4,
      ['owner: manager', 'severities: { P0: { respond: soon } }'],
      ['5:30 "respond" must be a length of time such as 15m, 2h, 1d or 1h30m'],
    ],
    [
      4,
      ['owner: manager', 'calendar: { holidays: [2026-12-25, 2026-13-01] }'],
      ['5:36 an entry of "holidays" must be a date such as 2026-03-06'],
    ],
    [
      4,
      ['owner: manager', 'summary: { every: Fridays at 16:30 }'],
      ['5:19 "Fridays" is not a day such as "weekday" or "Monday": perhaps "Friday at 16:30"'],
    ],
    [4, ['owner: manager', 'launch: 1 December'], ['5:9 "launch" must be a day and a time such as 2026-12-01T09:00']],
    [
      4,
      ['owner: manager', 'calendar: { working-days: [Monday, Funday] }'],
      ['5:27 "working-days" must be days such as [Monday, Tuesday] or Sunday to Thursday'],
    ],
    [
      4,
      ['owner: manager', 'calendar: { working-days: Sunday to Thursday at 09:00 }'],
      ['5:27 "working-days" must be days such as [Monday, Tuesday] or Sunday to Thursday'],
    ],
    [
      4,
      ['owner: manager', 'calendars: { us: { holiday: [] } }'],
      ['5:20 unknown key "holiday": did you mean "holidays"?'],
    ],
    [
      4,
      ['owner: manager', 'calendars: { us: {} }', 'calendar: uk'],
      ['6:11 unknown calendar "uk": did you mean "us"?'],
    ],
    [9, ['    every: day', '    calendar: fr'], ['10:15 unknown calendar "fr": the plan has none']],
    [6, ['  manager: { people: "@maria" }'], ['6:22 "people" must be a list']],
    [
      6,
      ['  manager: { people: [maria] }'],
      ['6:23 an entry of "people" must be a person such as "@maria" or "@Maria Silva"'],
    ],
    [
      6,
      ['  manager: { rotation: ["@maria"] }'],
      ['6:14 a rotation needs "hand-over", such as hand-over: Monday at 09:00'],
    ],
    [
      9,
      ['    every: weekday at 9am'],
      ['9:23 "9am" is not a time of the 24 hour clock, such as 09:00 or 17:30: perhaps "weekday at 09:00"'],
    ],
    [
      9,
      ['    every: every other Friday'],
      [
        '9:12 "every" is not a day such as "weekday" or "Monday": perhaps "2 weeks on Friday from 2026-01-02", with the date of your first one in place of 2026-01-02',
      ],
    ],
    [
      9,
      ['    every: [day at 09:00, "Monday at 25:00"]'],
      ['9:38 "25:00" is not a time of the 24 hour clock, such as 09:00 or 17:30'],
    ],
    [9, ['    takes: 15m'], ['8:3 "every" is missing']],
    [
      9,
      ['    every: day', '    open-for: 2 hours'],
      ['10:15 "open-for" must be a length of time such as 15m, 2h, 1d or 1h30m: write 2h'],
    ],
    [9, ['    every: day', '    on-holiday: move'], ['10:17 "on-holiday" must be skip, next-working-day or keep']],
    [9, ['    every: day', '    sections: []'], ['8:3 a ritual has either "items" or "sections"']],
    [
      11,
      ['      - Lights: on'],
      [expect.stringContaining('for a check write "Lights: on" in quotes') as unknown as string],
    ],
    [11, ['      - Lights: { number: "< 5" }'], ['11:17 write the item on one line: Lights: percent < 80']],
    [11, ['      - [Lights]'], ['11:9 an item is a line, or a key with its kind']],
    [
      12,
      ['      - Disk used: procent < 80'],
      [
        '12:20 "procent" is not a kind of item: did you mean "percent"?; for a check write "Disk used: procent < 80" in quotes',
      ],
    ],
    [
      12,
      ['      - Disk used: "< 80"'],
      [
        '12:20 "<" is not a kind of item: check, number, percent, money, duration, rating, yes-no, choice, status, text, date: write Disk used: number < 80',
      ],
    ],
    [
      12,
      ['      - Disk used: percent < 80, < x'],
      ['12:36 "x" is not a target of a percent: write "< 5", ">= 4.5" or "18..25"'],
    ],
    [
      14,
      ['        number: "5"'],
      ['14:17 "5" is not a target of a number: write "< 5", ">= 4.5" or "18..25"; perhaps "= 5"'],
    ],
    [14, ['        number: "< 5"', '        percent: "< 5"'], ['15:9 an item has one kind, not number and percent']],
    [
      14,
      ['        number: "< 5"', '        critical: { when: "> 9 K", severity: P1 }'],
      ['15:27 one unit for all: "K" differs from "°C"'],
    ],
    [14, ['        number: "< 5"', '        critical: { when: "> 9" }'], ['15:9 "severity" is missing']],
    [14, ['        number: "< 5"', '        optional: maybe'], ['15:19 "optional" must be true or false']],
    [
      12,
      ['      - { item: System, status: [check: All good, Bad] }'],
      ['12:34 an entry of "status" must be text: put an answer with a colon in quotes'],
    ],
    [14, ['        number: "< 5"', '        flag: [Poor]'], ['15:9 only a choice has answers to flag']],
  ])('line %i, %s', (line, text, faults) => {
    expect(faultsWith(line, ...text)).toEqual(faults)
  })

  test('every fault is told at once, in the order of the file', () => {
    const source = [
      'plan: Shop!',
      'timezone: Mars',
      'chanel: x',
      'rituals:',
      '  a:',
      '    every: dayly',
      '    items: [1, [2]]',
      '  b: {}',
    ]
    expect(faultsOf(source.join('\n')).map((fault) => fault.split(' ')[0])).toEqual([
      '1:1',
      '1:7',
      '2:11',
      '3:1',
      '6:12',
      '7:16',
      '8:3',
      '8:3',
    ])
  })
})
