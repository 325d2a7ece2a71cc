import { describe, expect, test } from 'vitest'
import { readPlan } from '../../src/plans/load.ts'
import { type WarningRule, warningRules } from '../../src/plans/rules.ts'

const today = '2026-03-02'
const head = ['plan: shop', 'timezone: America/New_York', 'channel: "#ops"']
const owned = [...head, 'owner: "@maria"']
const daily = ['rituals:', '  a: { every: day at 09:00, items: [x] }']

type Case = {
  readonly plan: readonly string[]
  /** Each as `line:column message`. */
  readonly warns: readonly string[]
  /** What is nearly the same, and as it should be. */
  readonly but: readonly string[]
}

const cases: Readonly<Record<WarningRule, readonly Case[]>> = {
  minutes: [
    {
      plan: [
        ...[...owned, 'launch: 2026-06-01', 'phases: [{ title: A, from: T+0, to: T+1m }, { title: B, from: T+1m }]'],
        ...['rituals:', '  a: { every: "day at 09:00 until T+3m, then Monday at 09:00", items: [x] }'],
      ],
      warns: [
        '6:37 T+1m is 1 minute after the launch: for months write T+1mo',
        '6:63 T+1m is 1 minute after the launch: for months write T+1mo',
        '8:15 T+3m is 3 minutes after the launch: for months write T+3mo',
      ],
      but: [
        ...[...owned, 'launch: 2026-06-01', 'phases: [{ title: A, from: T+0, to: T+1mo }, { title: B, from: T+1mo }]'],
        ...[
          'rituals:',
          '  a: { every: "15 minutes from T+5m to T+30m; day at 09:00 from T+6h", open-for: 5m, items: [x] }',
        ],
      ],
    },
  ],
  'reading-as-check': [
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        ...['      - "Boom out: duration < 12 min, stretch < 8 min"', '      - Fridge:number < 5'],
        ...['      - { group: Cold, items: ["Freezer #2: number -80..-60 °C"] }'],
      ],
      warns: [
        '9:9 this is a check, and its title is written as a reading: if it is one, write Boom out: "duration < 12 min, stretch < 8 min"',
        '10:9 this is a check, and its title is written as a reading: if it is one, write Fridge: "number < 5"',
        '11:32 this is a check, and its title is written as a reading: if it is one, write "Freezer #2": "number -80..-60 °C"',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        ...['      - Boom out: "duration < 12 min, stretch < 8 min"', '      - "Note: check the till"'],
        ...['      - "Date: of the last visit"', '      - "Open: number plates"', '      - "10:30 number of guests"'],
      ],
    },
  ],
  comment: [
    {
      plan: [
        ...owned,
        'rituals:',
        '  a:',
        '    every: day at 09:00',
        '    items:',
        '      - Table #4 is laid',
        '      - x',
      ],
      warns: ['9:15 YAML reads "#4 is laid" as a comment: put the whole text in quotes, or a space behind #'],
      but: [
        ...owned,
        ...[
          'rituals:',
          '  a:',
          '    every: day at 09:00 # every day',
          '    items: #all',
          '      - "Table #4 is laid" #4',
        ],
        ...['      - C#4 is heard', '      - { item: x } #last', '#- y'],
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Freezer #2: number -80..-60 °C',
      ],
      warns: [
        '9:17 YAML reads "#2: number -80..-60 °C" as a comment: write - "Freezer #2": number -80..-60 °C, or a space behind #',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - "Freezer #2": number -80..-60 °C',
      ],
    },
    {
      plan: [...owned, ...daily, '    # as they say', 'practices:', '  - Ask in #ops first'],
      warns: ['9:12 YAML reads "#ops first" as a comment: put the whole text in quotes, or a space behind #'],
      but: [...owned, ...daily, 'practices:', '  - Ask in "#ops" first'],
    },
  ],
  'no-owner': [
    {
      plan: [...head, ...daily],
      warns: ['1:1 nobody owns anything here: it will belong to whoever applies the plan'],
      but: [...owned, ...daily],
    },
    {
      plan: [...head, ...daily, '  b: { every: day at 10:00, owner: "@eve", items: [x] }'],
      warns: ['5:3 nobody owns "a": it will belong to whoever applies the plan'],
      but: [
        ...head,
        'rituals:',
        '  a: { every: day at 09:00, owner: "@maria", items: [x] }',
        '  b: { every: day at 10:00, owner: "@eve", items: [x] }',
      ],
    },
    {
      plan: [
        ...head,
        'rituals:',
        '  a: { every: day at 09:00, owner: "@maria", items: [x] }',
        'procedures:',
        '  undo: { items: [x] }',
      ],
      warns: ['7:3 nobody owns "undo": it will belong to whoever applies the plan'],
      but: [...owned, ...daily, 'procedures:', '  undo: { items: [x] }'],
    },
  ],
  'empty-role': [
    {
      plan: [...head, 'owner: cto', 'roles: { cto: { people: [] } }', ...daily],
      warns: ['5:10 nobody is "cto": what it owns is nobody\'s, and an ask of it reaches no one'],
      but: [...head, 'owner: cto', 'roles: { cto: { group: "@cto" } }', ...daily],
    },
  ],
  'unused-role': [
    {
      plan: [...owned, 'roles: { cto: { people: ["@dana"] } }', ...daily],
      warns: ['5:10 nothing in the plan needs "cto"'],
      but: [
        ...[...owned, 'roles:', ...['cto', 'cfo', 'chef', 'barista'].map((role) => `  ${role}: { people: ["@dana"] }`)],
        ...['escalation: ["@lena", { role: cto, after: 1h }]', 'severities: { P0: { escalate: cfo } }', 'rituals:'],
        '  a: { every: day at 09:00, owner: chef, items: [x, { item: y, owner: barista }] }',
      ],
    },
  ],
  cover: [
    {
      plan: [
        ...[...head, 'owner: duty', 'roles:', '  duty:', '    rotation: ["@ana", "@ben"]'],
        ...['    hand-over: Monday at 09:00', '    cover:'],
        ...[
          '      - { from: 2026-03-09, to: 2026-03-11, person: "@sam" }',
          '      - { from: 2026-03-10, person: "@tom" }',
        ],
        ...['      - { from: 2026-03-11, to: 2026-03-14, person: "@eve" }', ...daily],
      ],
      warns: [
        '11:37 on 2026-03-10 @sam stands in for "duty" already, so @tom does not',
        '12:53 on 2026-03-11 @sam stands in for "duty" already, so @eve does not',
      ],
      // One after the other, the same person, and what is over.
      but: [
        ...[...head, 'owner: duty', 'roles:', '  duty:', '    rotation: ["@ana", "@ben"]'],
        ...['    hand-over: Monday at 09:00', '    cover:'],
        ...[
          '      - { from: 2026-03-09, to: 2026-03-11, person: "@sam" }',
          '      - { from: 2026-03-12, person: "@tom" }',
        ],
        '      - { from: 2026-03-10, to: 2026-03-11, person: "@sam" }',
        ...['      - { from: 2026-02-01, to: 2026-03-01, person: "@sam" }'],
        ...['      - { from: 2026-02-01, to: 2026-03-08, person: "@eve" }', ...daily],
      ],
    },
    {
      plan: [
        ...[...head, 'owner: duty', 'roles:', '  duty:', '    rotation: ["@ana", "@ben"]'],
        ...['    hand-over: Monday at 09:00', '    cover:'],
        ...['      - { from: 2026-02-20, to: 2026-03-12, person: "@sam" }'],
        ...['      - { from: 2026-03-01, to: 2026-03-10, person: "@tom" }', ...daily],
      ],
      warns: ['11:53 from 2026-03-01 to 2026-03-10 @sam stands in for "duty" already, so @tom does not'],
      but: [...head, 'owner: duty', 'roles: { duty: { rotation: ["@ana"], hand-over: Monday at 09:00 } }', ...daily],
    },
  ],
  clocks: [
    {
      plan: [...owned, 'severities:', '  P3: { respond: 3d, resolve: 2d }', ...daily],
      warns: [
        '6:3 P3 is to be resolved in 2d, before the response that is due in 3d',
        '6:3 P3 is to be resolved in 2d, sooner than P2 in 1w',
      ],
      but: [...owned, 'severities:', '  P3: { respond: 3d, resolve: 1w }', ...daily],
    },
    {
      plan: [...owned, 'severities:', '  P1: { respond: 10m, resolve: 30m }', ...daily],
      warns: [
        '6:3 P1 is to be answered in 10m, sooner than P0 in 15m',
        '6:3 P1 is to be resolved in 30m, sooner than P0 in 1h',
      ],
      but: [...owned, 'severities:', '  P1: { respond: 15m, resolve: 1h }', ...daily],
    },
    {
      plan: [...owned, 'severities:', '  P3: { resolve: next maintenance window }', ...daily],
      warns: ['6:9 the plan has no maintenance window, so no clock runs for this: add "maintenance"'],
      but: [
        ...owned,
        'severities:',
        '  P3: { resolve: next maintenance window }',
        'maintenance: [{ title: Updates, every: Sunday at 03:00, lasts: 1h }]',
        ...daily,
      ],
    },
    {
      plan: [
        ...owned,
        'targets:',
        '  Goals:',
        '    - <5 minute response to critical issues',
        '    - Uptime of 99.9 %',
        '  Support: ["Issue resolution: <30 min P0, within 2 hours high", "Respond within 10 minutes to P0"]',
        ...daily,
      ],
      warns: [
        '7:7 this target wants P0 answered in 5m, and its clock leaves 15m',
        '9:13 this target wants P0 resolved in 30m, and its clock leaves 1h',
        '9:13 this target wants P1 resolved in 2h, and its clock leaves 1d',
        '9:66 this target wants P0 answered in 10m, and its clock leaves 15m',
      ],
      but: [
        ...owned,
        'targets:',
        '  - <15 minute response to critical issues',
        '  - "Response time under high load: < 200 ms"',
        '  - Respond to high load within 5 minutes',
        '  - Respond to critical issues',
        '  - "Support response: <5 min"',
        '  - "Response time: <5 min"',
        ...daily,
      ],
    },
    {
      plan: [
        ...[...owned, 'targets: ["Issue resolution: <24 hours", "Respond to all issues within 2 days"]', 'rituals:'],
        ...['  a:', '    every: day at 09:00', '    items:', '      - Critical: number = 0'],
        ...['      - group: Issue resolution time', '        items:'],
        ...['          - Critical: duration <= 2 h', '          - P1: duration < 90 min'],
        '      - { item: Incident response P0, duration: "< 15 min" }',
      ],
      warns: [
        '5:11 this target wants every issue resolved in 1d, and the clock of P2 leaves 1w',
        '13:13 this reading wants P0 resolved in 2 h, and its clock leaves 1h: if it is an average, say so',
        '14:13 this reading wants P1 resolved in 90 min, and its clock leaves 1d: if it is an average, say so',
      ],
      but: [
        ...[...owned, 'targets: ["Issue resolution of customers: <24 hours", "Average issue resolution: <1 day"]'],
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:', '      - group: Issue resolution time'],
        ...['        items:', '          - Critical: duration average < 2 h', '          - High: duration < 24 h'],
        '      - { group: Ticket resolution time, items: [{ Critical: duration < 2 h }] }',
        '      - { group: Issue age, items: [{ Critical: duration < 2 h }] }',
        '      - item: Response to critical issues',
        '        duration: < 5 min',
        '        targets: [{ from: 2026-04-01, target: "< 15 min" }]',
      ],
    },
    {
      plan: [
        ...[...owned, 'severities: { P3: { respond: 24h } }', 'targets:', '  - Issue response time <= 1 hour'],
        ...['  - "Issue resolution: <30 min P0; within 2 hours high"', 'rituals:', '  a:', '    every: day at 09:00'],
        '    sections: [{ title: Issue resolution time, items: [Critical: duration < 2 h] }]',
      ],
      warns: [
        '7:5 this target wants every issue answered in 1h, and the clock of P2 leaves 1d',
        '8:5 this target wants P0 resolved in 30m, and its clock leaves 1h',
        '8:5 this target wants P1 resolved in 2h, and its clock leaves 1d',
        '12:56 this reading wants P0 resolved in 2 h, and its clock leaves 1h: if it is an average, say so',
      ],
      // A clock that is as long as the other; and how many there are, not how long they take.
      but: [
        ...[...owned, 'severities: { P3: { respond: 1w, resolve: 1w } }', 'targets: [Issue response time <= 1 week]'],
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - { group: Issues that wait for a response, items: [Critical: number < 3] }',
      ],
    },
  ],
  'item-limits': [
    {
      plan: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Disk: percent < 90, critical > 50 P0',
        '      - Errors: number < 5, warning < 3',
        '      - Wait: duration < 10, stretch < 20',
        '      - Queue: number < 50, warning > 95, critical > 90 P0',
        '      - { item: Power, percent: "20..80", critical: { when: "< 30", severity: P1 } }',
        '      - Visits: number < 5, critical < 3 P1',
        '      - Doors: number = 5, critical > 3 P1',
        '      - Ratio: number < 0.9, critical > 0.2 P1',
        '      - Error rate: percent < 5, critical > 4 P1',
        '      - item: Latency',
        '        duration: "< 5 s, stretch < 1 s, warning > 4 s"',
        '        targets: [{ from: 2027-01-01, target: "< 3 s" }, { from: T+6mo, target: "< 0.5 s" }]',
        'launch: 2027-03-01',
      ],
      warns: [
        '9:9 "Disk": some of what meets the target < 90% is critical, > 50%',
        '10:9 "Errors": the warning < 3 is for the better values of the target < 5',
        '11:9 "Wait": some of what reaches the stretch < 20 min misses the target < 10 min',
        '12:9 "Queue": all that the warning > 95 is for is critical already, > 90',
        '13:9 "Power": some of what meets the target 20..80% is critical, < 30%',
        '14:9 "Visits": some of what meets the target < 5 is critical, < 3',
        '15:9 "Doors": some of what meets the target = 5 is critical, > 3',
        '16:9 "Ratio": some of what meets the target < 0.9 is critical, > 0.2',
        '17:9 "Error rate": some of what meets the target < 5% is critical, > 4%',
        '18:9 "Latency": from T+6mo on, some of what reaches the stretch < 1 s misses the target < 0.5 s',
      ],
      but: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Disk: percent < 90, warning > 80, critical > 95 P0',
        '      - Errors: number < 5, warning 3..4, stretch < 1',
        '      - Wait: duration < 10, stretch < 5, critical >= 10 P1',
        '      - Queue: number < 50, not rising on last week, warning > 40, critical > 90 P0',
        '      - Faults: number < 5, critical > 4 P1',
        '      - Oven: number 20..80 °C, warning > 70, critical < 10 P1',
        '      - Grill: number > 20 °C, < 80 °C, warning > 70',
        '      - Sales: money $, rising, warning < 50, critical < 30 P1',
      ],
    },
    {
      // What stays wrong is told once.
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:', '      - item: Queue'],
        '        number: "< 50, warning > 95, critical > 90 P0"',
        '        targets: [{ from: 2027-01-01, target: "< 40" }]',
      ],
      warns: ['9:9 "Queue": all that the warning > 95 is for is critical already, > 90'],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:', '      - item: Queue'],
        '        number: "< 50, warning > 45, critical > 90 P0"',
        '        targets: [{ from: 2027-01-01, target: "< 40" }]',
      ],
    },
    {
      // A missed target comes before a warning that opens no issue.
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Bugs: number < 10, warning > 12',
        '      - Leaks: number = 0, warning > 0',
        '      - Fridge: number 2..8 °C, warning > 9',
        '      - Outage: duration < 2 h, warning > 90',
        '      - Load: percent < 70, warning > 60, critical > 50 P1',
        '      - { item: Heat, number: "< 30 °C", warning: "> 40", targets: [{ from: 2027-01-01, target: "< 35 °C" }] }',
      ],
      warns: [
        '9:9 "Bugs": all that the warning > 12 is for misses the target < 10 already: give it a severity, or let it begin before',
        '10:9 "Leaks": all that the warning > 0 is for misses the target = 0 already: give it a severity, or let it begin before',
        '11:9 "Fridge": all that the warning > 9 °C is for misses the target 2..8 °C already: give it a severity, or let it begin before',
        '12:9 "Outage": all that the warning > 90 h is for misses the target < 2 h already: give it a severity, or let it begin before',
        '13:9 "Load": some of what meets the target < 70% is critical, > 50%',
        '13:9 "Load": all that the warning > 60% is for is critical already, > 50%',
        '14:9 "Heat": all that the warning > 40 °C is for misses the target < 30 °C already: give it a severity, or let it begin before',
      ],
      // With a severity it comes first; with something to do it is heard beside the target; at first or later it shows.
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Bugs: number < 10, warning > 12 P2',
        '      - Leaks: number = 0, warning > 0 P3, critical > 5 P1',
        '      - { item: Outage, duration: "< 2 h", warning: { when: "> 90 h", do: Tell the customers } }',
        '      - { item: Load, percent: "< 70", warning: "> 60", targets: [{ from: 2027-01-01, target: "< 50" }] }',
        '      - { item: Heat, number: "< 30 °C", warning: "> 40", targets: [{ from: 2027-01-01, target: "< 50 °C" }] }',
        '      - Sales: money $, warning < 50',
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Fridge: number 2..8 °C, warning 3..7',
        '      - Cellar: number >= 2 °C, <= 8 °C, warning 2..8 P2',
        '      - Leaks: number = 0, warning = 0',
        '      - Wait: duration < 5, warning 0..5',
        '      - Bugs: number < 5, warning < 10',
      ],
      warns: [
        '9:9 "Fridge": the warning 3..7 °C is for the better values of the target 2..8 °C',
        '10:9 "Cellar": the warning 2..8 °C is for all that meets the target >= 2 °C, <= 8 °C',
        '11:9 "Leaks": the warning = 0 is for all that meets the target = 0',
        '12:9 "Wait": the warning 0..5 min is for all that meets the target < 5 min',
        '13:9 "Bugs": the warning < 10 is for all that meets the target < 5',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Fridge: number 2..8 °C, warning 7..8',
        '      - Cellar: number >= 2 °C, <= 8 °C, warning < 3',
        '      - Leaks: number <= 1, warning > 0',
        '      - Wait: duration < 5, warning 3..4',
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - item: Disk',
        '        percent: "< 70"',
        '        warning: { when: "> 80", severity: P0 }',
        '        critical: { when: "> 90", severity: P3 }',
        '      - { item: Till, choice: "Good, Fair, Poor!", warning: { when: Fair, severity: P1 }, critical: { when: Poor, severity: P2 } }',
      ],
      warns: [
        '9:9 "Disk": the warning > 80% is P0, and worse than what is critical, > 90%, as P3',
        '13:9 "Till": the warning Fair is P1, and worse than what is critical, Poor, as P2',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Disk: percent < 70, warning > 80 P1, critical > 90 P1',
        '      - Load: percent < 70, warning > 60, critical > 90 P3',
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Taste: rating > 5',
        '      - Smell: rating of 10, >= 8, stretch > 10',
        '      - Looks: rating > 3, warning < 0, critical < 0 P1',
        '      - Wait: duration < 0 min',
      ],
      warns: [
        '9:9 "Taste": nothing can be > 5 of 5, as the target wants',
        '10:9 "Smell": nothing can be > 10 of 10, as the stretch wants',
        '11:9 "Looks": nothing can be < 0 of 5, as the warning wants',
        '11:9 "Looks": nothing can be < 0 of 5, as critical wants',
        '12:9 "Wait": nothing can be < 0 min, as the target wants',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Taste: rating >= 5',
        '      - Smell: rating of 10, > 5, stretch > 9',
        '      - Looks: rating > 0, critical <= 0 P1',
        '      - Growth: percent > 100',
        '      - Freezer: number < 0 °C',
      ],
    },
  ],
  'status-order': [
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        ...['      - Till: status Red, Amber, Green', '      - Site: status Critical, Minor issues, All good'],
        ...[
          '      - { item: Line, status: [DOWN, "Up!"] }',
          '      - Mood: status Very poor, Poor, Fair, Good, Very good',
        ],
      ],
      warns: [
        ['9', 'Till', 'Red', 'Green'],
        ['10', 'Site', 'Critical', 'All good'],
        ['11', 'Line', 'DOWN', 'Up!'],
        ['12', 'Mood', 'Very poor', 'Very good'],
      ].map(
        ([at, item, first, last]) =>
          `${at}:9 "${item}": "${first}" is in order here and "${last}" fails: the words of a status stand from good to bad`,
      ),
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        ...['      - Till: status', '      - Site: status All good, Minor issues, Critical', '      - Tap: status Red'],
        ...[
          '      - Door: status Closed, Open',
          '      - Lamp: status Down, Half up',
          '      - Alarm: status Failed, Not ok',
        ],
        '      - Line: choice Poor!, Fair, Good',
      ],
    },
  ],
  'two-targets': [
    {
      plan: [
        ...[...owned, 'targets: [Cellar < 12 °C, Tank > 30 L, "Freezer: < -18 °C"]', 'rituals:', '  a:'],
        ...['    every: day at 09:00', '    items:', '      - Cellar: number < 10 °C'],
        ...['      - Tank: number > 20 l', '      - Freezer: number < -15 °C'],
      ],
      warns: [
        '10:9 "Cellar" is to be < 10 °C here, and the targets of the plan say "Cellar < 12 °C": if these are two figures, give them two names',
        '11:9 "Tank" is to be > 20 l here, and the targets of the plan say "Tank > 30 L": if these are two figures, give them two names',
        '12:9 "Freezer" is to be < -15 °C here, and the targets of the plan say "Freezer: < -18 °C": if these are two figures, give them two names',
      ],
      but: [
        ...[...owned, 'targets: [Cellar < 12 °C, Tank > 30 L, Freezer < -18 °C]', 'rituals:', '  a:'],
        ...['    every: day at 09:00', '    items:', '      - Cellar: number < 12 °C'],
        ...['      - Tank: number > 20 gal', '      - Freezer: number < -18 °C'],
      ],
    },
    {
      plan: [
        ...[...owned, 'targets:', '  Goals: [99.9% uptime (a day a year at most), "Page load: < 3 seconds"]'],
        ...['  Quality: ["Uptime: >99.5%", "Page load time: < 2 s"]', 'rituals:'],
        '  a: { every: day at 09:00, items: [{ Uptime: percent > 99.5 }] }',
      ],
      warns: ['7:13 "Uptime: >99.5%" and "99.9% uptime (a day a year at most)" want two things of one figure'],
      but: [
        ...[...owned, 'targets:', '  Goals: [99.9% uptime, "Errors: < 10", "Latency: < 3 s"]'],
        ...['  Quality: ["Uptime: > 99.90%", "Errors: < 1%", "Latency: <3000ms", "Backups: all"]', ...daily],
      ],
    },
    {
      plan: [
        ...[...owned, 'targets: ["Uptime: >99.9%", "Error rate < 1%", "CPL: <$20"]', 'rituals:', '  a:'],
        ...[
          '    every: day at 09:00',
          '    items:',
          '      - Uptime: percent > 99.5',
          '      - Error rates: percent < 2',
        ],
        '      - { item: CPL, money: 10..25, unit: $ }',
      ],
      warns: [
        '10:9 "Uptime" is to be > 99.5% here, and the targets of the plan say "Uptime: >99.9%": if these are two figures, give them two names',
        '11:9 "Error rates" is to be < 2% here, and the targets of the plan say "Error rate < 1%": if these are two figures, give them two names',
        '12:9 "CPL" is to be 10..$25 here, and the targets of the plan say "CPL: <$20": if these are two figures, give them two names',
      ],
      // A stretch, a day from which on, a percentile, another unit, a thing of its own, a time of its own.
      but: [
        ...[...owned, 'launch: 2026-03-01', 'targets: ["Uptime: >99.9%", "Error rate < 1%", "Load time < 2 s"]'],
        ...[
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    items:',
          '      - Uptime: percent >= 99.9, stretch > 99.99',
        ],
        '      - { item: Error rate, percent: "< 5", targets: [{ from: 2026-04-01, target: "< 1" }] }',
        ...['      - Load time: duration p95 < 5 s', '      - { item: Uptimes, number: "> 3" }'],
        '      - { group: Staging, items: [{ Uptime: percent > 90 }] }',
        '  b: { every: 15 minutes from T+24h to T+48h, owner: "@eve", items: [{ Uptime: percent > 90 }] }',
      ],
    },
    {
      plan: [
        ...[
          ...owned,
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    items: [{ Fridge temperature: number < 5 °C }]',
        ],
        ...['  b:', '    every: day at 18:00', '    sections:'],
        '      - { title: Bar, items: [{ Fridge temperature: number °C }] }',
        '      - title: Kitchen',
        '        items: [x, { item: Fridge temperature, number: "< 7 °C" }]',
      ],
      warns: [
        '14:20 "Fridge temperature" is to be < 7 °C in "b", and < 5 °C in "a": if these are two figures, give them two names',
      ],
      but: [
        ...[
          ...owned,
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    items: [{ Fridge temperature: number < 5 °C }]',
        ],
        ...['  b:', '    every: day at 18:00', '    sections:', '      - title: Fridge'],
        ...[
          '        items: [{ Temperature: number < 7 °C }, { Shelf temperature: number < 7 °C }]',
          '      - title: Freezer',
        ],
        ...['        items: [{ Temperature: number < -18 °C }, { Shelf temperature: number < -18 °C }, x]'],
        '  c: { every: day at 12:00 until 2026-04-01, items: [{ Fridge temperature: number < 9 °C }] }',
        '  d: { every: day at 13:00, items: [{ Temperature: number < 20 °C }, { Shelf temperature: number < -18 °C }] }',
        '  e: { every: day at 14:00, items: [{ Fridge temperature: number °C }, { Time at the till: duration < 5 min }] }',
        '  f: { every: day at 15:00, items: [{ Time at the till: duration p95 < 9 min }] }',
        '  g: { every: on 2026-03-10 at 10:00, items: [{ Fridge temperature: number < 8 °C }] }',
        '  h: { every: on 2026-03-11 at 10:00, items: [{ Fridge temperature: number < 6 °C }] }',
        '  i: { every: day at 16:00 from 2026-03-10 until 2026-04-01, items: [{ Fridge temperature: number < 8 °C }] }',
        ...['  j:', '    every: day at 17:00', '    sections:', '      - { title: Stock, items: [x] }'],
        '      - { title: Thaw, every: on 2026-03-12 at 10:00, items: [{ Fridge temperature: number < 9 °C }] }',
      ],
    },
    {
      plan: [
        ...[...owned, 'targets:', '  - Satisfaction > 4/5', '  - "Queue: < 5 Tickets"', '  - Float < $100'],
        ...['  - Doors > 12', '  - Load time < 2 s', 'rituals:', '  a:', '    every: day at 09:00', '    items:'],
        ...['      - Satisfaction: rating > 4.5', '      - Queue: number < 7 tickets', '      - Float: money = $200'],
        ...[
          '      - Doors: number 10..25',
          '      - Load time: duration average < 5 s',
          '      - Last backup: date < 24 h',
          '  b:',
          '    every: day at 10:00',
        ],
        '    items: [{ Last backup: date < 2 d }]',
      ],
      warns: [
        '15:9 "Satisfaction" is to be > 4.5 of 5 here, and the targets of the plan say "Satisfaction > 4/5": if these are two figures, give them two names',
        '16:9 "Queue" is to be < 7 tickets here, and the targets of the plan say "Queue: < 5 Tickets": if these are two figures, give them two names',
        '17:9 "Float" is to be = $200 here, and the targets of the plan say "Float < $100": if these are two figures, give them two names',
        '18:9 "Doors" is to be 10..25 here, and the targets of the plan say "Doors > 12": if these are two figures, give them two names',
        '19:9 "Load time" is to be < 5 s here, and the targets of the plan say "Load time < 2 s": if these are two figures, give them two names',
        '23:13 "Last backup" is to be < 2 d in "b", and < 24 h in "a": if these are two figures, give them two names',
      ],
      // Of several limits the narrowest counts; and what only looks like a plural is another word.
      but: [
        ...[...owned, 'targets: [Load > 5, Traffic < 8, BU delays < 5, LOS < 3]', 'rituals:', '  a:'],
        ...[
          '    every: day at 09:00',
          '    items:',
          '      - Load: number > 3, > 5',
          '      - Traffic: number < 8, < 9',
        ],
        ...['      - Bus delays: number < 9', '      - Loss: number < 5', '      - Last backup: date < 24 h'],
        ...['  b:', '    every: day at 10:00', '    items: [{ Last backup: date < 1 d }]'],
      ],
    },
  ],
  alerts: [
    {
      plan: [
        ...[
          ...owned,
          'severities:',
          '  P0: { alerts: [Error rate > 2%, Disk space < 20%, Platform down > 5 minutes] }',
        ],
        ...['  P1: { alerts: [Error rate > 5%, Disk space < 20%, Platform down > 120 s] }', ...daily],
      ],
      warns: [
        '7:18 this is never P1: before it, P0 has the alert "Error rate > 2%"',
        '7:35 this is never P1: before it, P0 has the alert "Disk space < 20%"',
      ],
      but: [
        ...[...owned, 'severities:', '  P0: { alerts: [Error rate > 5%, Disk space < 10%, Failed backups] }'],
        ...['  P1: { alerts: [Error rate > 2%, Disk space < 20%, Failed backups] }', ...daily],
      ],
    },
    {
      plan: [
        ...[
          ...owned,
          'severities: { P0: { alerts: [Error rate > 5%] }, P1: { alerts: [Error rate > 2%] } }',
          'rituals:',
        ],
        ...['  a:', '    every: day at 09:00', '    items:'],
        '      - Error Rate: percent < 1, warning > 3 P1, critical > 4 P0',
      ],
      warns: [
        '5:30 "Error Rate" in "a" is P0 at > 4%, and P0 has the alert "Error rate > 5%"',
        '5:65 "Error Rate" in "a" is P1 at > 3%, and P1 has the alert "Error rate > 2%"',
      ],
      but: [
        ...[
          ...owned,
          'severities: { P0: { alerts: [Error rate > 5%] }, P1: { alerts: [Error rate > 2%] } }',
          'rituals:',
        ],
        ...['  a:', '    every: day at 09:00', '    items:'],
        ...[
          '      - Error Rate: percent < 1, warning > 2 P1, critical > 5 P0',
          '      - Error rate: percent < 1, warning > 0.5',
        ],
      ],
    },
    {
      plan: [
        ...[...owned, 'severities: { P0: { alerts: [Error rate > 5%] } }', 'rituals:'],
        ...['  a:', '    every: day at 09:00', '    sections:'],
        '      - { title: "{each}", for-each: [Shop, Office], items: [{ item: Error rate, percent: "< 1", critical: { when: "> 4", severity: P0 } }] }',
      ],
      warns: ['5:30 "Shop: Error rate" in "a" is P0 at > 4%, and P0 has the alert "Error rate > 5%"'],
      but: [
        ...[...owned, 'severities: { P0: { alerts: [Error rate > 5%] } }', 'rituals:'],
        ...['  a:', '    every: day at 09:00', '    sections:'],
        '      - { title: "{each}", for-each: [Shop, Office], items: [{ item: Error rate, percent: "< 1", critical: { when: "> 5", severity: P0 } }] }',
      ],
    },
    {
      plan: [
        ...[...owned, 'severities: { P0: { alerts: [Error rate > 5%] }, P1: { alerts: [Error rate > 5%] } }'],
        ...daily,
      ],
      warns: ['5:65 this is never P1: before it, P0 has the alert "Error rate > 5%"'],
      // A reading of another thing.
      but: [
        ...[...owned, 'severities: { P0: { alerts: [Error rate > 5%] } }', 'rituals:', '  a:'],
        ...['    every: day at 09:00', '    items:'],
        '      - { group: Staging, items: [{ Error rate: "percent < 1, critical > 20 P0" }] }',
      ],
    },
    {
      plan: [
        ...[
          ...owned,
          'severities:',
          '  P0: { alerts: [Cellar > 12 °C, Freezer > -60, Boiler < 2.5 m³/h, Debt < −5 €] }',
        ],
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Cellar: number < 10 °C, critical > 14 °C P0',
        '      - Freezer: number < -70, critical > -65 P0',
        '      - Boiler: number > 3 m³/h, critical < 2 m³/h P0',
        '      - Debt: money > €0, critical < -€9 P0',
      ],
      warns: [
        '6:18 "Cellar" in "a" is P0 at > 14 °C, and P0 has the alert "Cellar > 12 °C"',
        '6:34 "Freezer" in "a" is P0 at > -65, and P0 has the alert "Freezer > -60"',
        '6:49 "Boiler" in "a" is P0 at < 2 m³/h, and P0 has the alert "Boiler < 2.5 m³/h"',
        '6:68 "Debt" in "a" is P0 at < -€9, and P0 has the alert "Debt < −5 €"',
      ],
      // The same limit, another unit, and a rating.
      but: [
        ...[...owned, 'severities:', '  P0: { alerts: [Cellar > 14°C, Freezer > −65, Boiler < 2.5 l/h, Taste < 3/5] }'],
        ...['rituals:', '  a:', '    every: day at 09:00', '    items:'],
        '      - Cellar: number < 10 °C, critical > 14 °C P0',
        '      - Freezer: number < -70, critical > -65 P0',
        '      - Boiler: number > 3 m³/h, critical < 2 m³/h P0',
        '      - Taste: number > 5, critical < 4 P0',
      ],
    },
  ],
  'severity-twice': [
    {
      plan: [...owned, 'severities:', '  P2: { name: high }', ...daily],
      warns: ['6:15 P1 and P2 are both called "high": nobody can tell which to choose'],
      but: [...owned, 'severities:', '  P2: { name: Rather high }', ...daily],
    },
    {
      plan: [...owned, 'severities:', '  P2: { name: critical }', ...daily],
      warns: ['6:15 P0 and P2 are both called "critical": nobody can tell which to choose'],
      but: [...owned, 'severities:', '  P0: { name: Disaster }', '  P2: { name: critical }', ...daily],
    },
  ],
  'first-level': [
    {
      plan: [...owned, 'escalation: [{ role: "@lena", after: 30m, on: no-response }, "@max"]', ...daily],
      warns: [
        '5:31 "@lena" is the first level and is asked at once, whatever "after" and "on" say, unless the issue has an owner, who is asked before: write - @lena, or put above it whoever is to be asked at once',
      ],
      but: [...owned, 'escalation: ["@lena", { role: "@max", after: 30m, on: no-response }]', ...daily],
    },
    {
      plan: [...owned, 'escalation: [{ role: "@lena", on: breach }]', ...daily],
      warns: [
        '5:31 "@lena" is the first level and is asked at once, whatever "on" says, unless the issue has an owner, who is asked before: write - @lena, or put above it whoever is to be asked at once',
      ],
      but: [...owned, 'escalation: [{ role: "@lena" }]', ...daily],
    },
    {
      plan: [
        ...owned,
        'severities: { P2: { escalate: "@max" } }',
        'escalation: [{ role: "@lena", after: 1h }]',
        ...daily,
      ],
      warns: [
        '6:31 "@lena" is the first level and is asked at once, whatever "after" says, unless the issue has an owner, who is asked before: write - @lena, or put above it whoever is to be asked at once',
      ],
      // No severity begins with it: it comes behind whoever they ask, in its own time.
      but: [
        ...owned,
        'severities: { P0: { escalate: "@max" }, P1: { escalate: "@max" }, P2: { escalate: "@max" }, P3: { escalate: "@max" } }',
        'escalation: [{ role: "@lena", after: 1h }]',
        ...daily,
      ],
    },
    {
      // Every severity says whom it asks, and one of them asks the first level.
      plan: [
        ...owned,
        'severities: { P0: { escalate: "@lena" }, P1: { escalate: "@max" }, P2: { escalate: "@max" }, P3: { escalate: "@max" } }',
        'escalation: [{ role: "@lena", after: 1h }, "@max"]',
        ...daily,
      ],
      warns: [
        '6:31 "@lena" is the first level and is asked at once, whatever "after" says, unless the issue has an owner, who is asked before: write - @lena, or put above it whoever is to be asked at once',
      ],
      but: [
        ...owned,
        'severities: { P0: { escalate: "@lena" }, P1: { escalate: "@max" }, P2: { escalate: "@max" }, P3: { escalate: "@max" } }',
        'escalation: ["@lena", { role: "@max", after: 1h }]',
        ...daily,
      ],
    },
  ],
  'tight-window': [
    {
      plan: [...owned, 'rituals:', '  a: { every: "day at 09:00, 09:30", takes: 1h, items: [x] }'],
      warns: ['6:3 "a" takes 1h and closes 30m after it opens'],
      but: [...owned, 'rituals:', '  a: { every: "day at 09:00, 10:00", takes: 1h, items: [x] }'],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: day at 09:00, takes: 1h, open-for: 59m, items: [x] }'],
      warns: ['6:3 "a" takes 1h and closes 59m after it opens'],
      but: [...owned, 'rituals:', '  a: { every: day at 09:00, takes: 1h, open-for: 1h, items: [x] }'],
    },
    {
      plan: [
        ...[
          ...owned,
          'rituals:',
          '  a:',
          '    every: day at 08:00',
          '    sections:',
          '      - { title: R, items: [x] }',
        ],
        '      - { title: S, every: Monday at 09:00, takes: 3h, open-for: 1h, items: [x] }',
        ...['      - title: T', '        items: [x]', '        takes: 3h', '        every: "Friday at 12:00, 14:00"'],
      ],
      warns: [
        '10:28 "a: S" takes 3h and closes 1h after it opens',
        '14:16 "a: T" takes 3h and closes 2h after it opens',
      ],
      but: [
        ...[
          ...owned,
          'rituals:',
          '  a:',
          '    every: day at 08:00',
          '    sections:',
          '      - { title: R, items: [x] }',
        ],
        '      - { title: S, every: day at 09:00, takes: 3h, open-for: 3h, items: [x] }',
      ],
    },
    {
      // A day's work takes eight hours, and the night between two of them.
      plan: [...owned, 'rituals:', '  a: { every: Monday at 17:00, takes: 1d, items: [x] }'],
      warns: ['6:3 "a" takes 1d and closes 7h after it opens'],
      but: [...owned, 'rituals:', '  a: { every: Monday at 16:00, takes: 1d, items: [x] }'],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: Monday at 09:00, takes: 3d, open-for: 2d, items: [x] }'],
      warns: ['6:3 "a" takes 3d and closes 2d after it opens'],
      but: [...owned, 'rituals:', '  a: { every: Monday at 09:00, takes: 3d, open-for: 2d8h, items: [x] }'],
    },
    {
      plan: [...owned, 'procedures:', '  undo: { takes: 1h, limit: 30m, items: [x] }', ...daily],
      warns: ['6:3 "undo" takes 1h and closes 30m after it opens'],
      but: [...owned, 'procedures:', '  undo: { takes: 1h, items: [x] }', ...daily],
    },
    {
      plan: [
        ...owned,
        ...['procedures:', '  undo:', '    limit: 30m', '    sections:'],
        ...['      - { title: A, phase: 0m to 15m, items: [x] }', '      - { title: B, phase: 15m to 1h, items: [y] }'],
        ...daily,
      ],
      warns: ['6:3 "undo" has phases up to 1h and a limit of 30m'],
      but: [
        ...owned,
        ...['procedures:', '  undo:', '    limit: 1h', '    sections:'],
        ...['      - { title: A, phase: 0m to 15m, items: [x] }', '      - { title: B, phase: 15m to 1h, items: [y] }'],
        ...daily,
      ],
    },
    {
      // A day weeks ahead, and one that is the first of many.
      plan: [...owned, 'rituals:', '  a: { every: [day at 09:00, on 2026-04-06 at 09:30], takes: 1h, items: [x] }'],
      warns: ['6:3 "a" takes 1h and closes 30m after it opens'],
      but: [...owned, 'rituals:', '  a: { every: [day at 09:00, on 2026-04-06 at 10:00], takes: 1h, items: [x] }'],
    },
    {
      // Only a procedure has a limit for its phases.
      plan: [
        ...[...owned, 'procedures:', '  undo: { limit: 30m, sections: [{ title: A, phase: 0m to 1h, items: [x] }] }'],
        ...daily,
      ],
      warns: ['6:3 "undo" has phases up to 1h and a limit of 30m'],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    open-for: 30m'],
        '    sections: [{ title: A, phase: 0m to 1h, items: [x] }]',
      ],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: Monday at 16:00, takes: 1d1h, items: [x] }'],
      warns: ['6:3 "a" takes 1d1h and closes 8h after it opens'],
      but: [...owned, 'rituals:', '  a: { every: Monday at 15:00, takes: 1d1h, items: [x] }'],
    },
  ],
  parts: [
    {
      plan: [...owned, 'rituals:', ...roundOfParts('25m', '10m', '20m')],
      warns: ['8:12 "a" takes 25m, and its sections 30m together'],
      but: [...owned, 'rituals:', ...roundOfParts('30m', '10m', '20m')],
    },
    {
      plan: [
        ...[...owned, ...daily, 'procedures:', '  undo:', '    takes: 1h'],
        '    sections: [{ title: b, takes: 40m, items: [x] }, { title: c, takes: 30m, items: [x] }]',
      ],
      warns: ['9:12 "undo" takes 1h, and its sections 1h10m together'],
      // What falls due by itself is no part of its ritual.
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    takes: 25m', '    sections:'],
        ...['      - { title: Fridges, takes: 20m, items: [x] }', '      - { title: Till, items: [x] }'],
        '      - { title: Cellar, every: Friday at 10:00, takes: 40m, items: [x] }',
      ],
    },
  ],
  'pile-up': [
    {
      plan: [...owned, ...daily, '  b: { every: Friday at 09:00, items: [x] }'],
      warns: ['7:3 "b" and "a" both want @maria at the same time, first at 2026-03-06 09:00'],
      but: [...owned, ...daily, '  b: { every: Friday at 09:01, items: [x] }'],
    },
    {
      // On Friday both wait for "a", and each is in the other's way.
      plan: [
        ...[...owned, ...daily],
        ...['  b: { every: Friday at 09:00, items: [x] }', '  c: { every: Friday at 09:00, items: [x] }'],
      ],
      warns: ['7:3 "b", "a" and "c" all want @maria at the same time, first at 2026-03-06 09:00'],
      but: [...owned, ...daily, '  b: { every: Friday at 09:01, items: [x] }'],
    },
    {
      plan: [...owned, ...daily, '  b: { every: Friday at 09:00, items: [x] }', '  c: { every: week, items: [x] }'],
      warns: ['7:3 "b" and "a" both want @maria at the same time, first at 2026-03-06 09:00'],
      but: [...owned, ...daily, '  b: { every: week, items: [x] }'],
    },
    {
      plan: [...owned, ...daily, '  b: { every: [month, Wednesday at 09:00], items: [x] }'],
      warns: ['7:3 "b" and "a" both want @maria at the same time, first at 2026-03-04 09:00'],
      but: [...owned, ...daily, '  b: { every: [month, Wednesday at 10:00], items: [x] }'],
    },
    {
      // Who met on Monday is not told of again on Friday, but for the one who comes to them then.
      plan: [
        ...[...owned, ...daily, '  b: { every: day at 09:00, items: [x] }'],
        '  c: { every: Friday at 09:00, items: [x] }',
      ],
      warns: [
        '7:3 "b" and "a" both want @maria at the same time, first at 2026-03-02 09:00',
        '7:3 "b", "a" and "c" all want @maria at the same time, first at 2026-03-06 09:00',
      ],
      but: [
        ...owned,
        ...daily,
        '  b: { every: day at 10:00, items: [x] }',
        '  c: { every: Friday at 11:00, items: [x] }',
      ],
    },
    {
      plan: [
        ...[...owned, ...daily],
        ...['b', 'c', 'd', 'e', 'f'].map((id) => `  ${id}: { every: Friday at 09:00, channel: "#${id}", items: [x] }`),
      ],
      warns: ['7:3 "b", "a", "c", "d" and 2 others all want @maria at the same time, first at 2026-03-06 09:00'],
      but: [...owned, ...daily],
    },
    {
      // Ben has the role in the second week of its rotation, and the other ritual for good.
      plan: [
        ...head,
        'owner: duty',
        'roles:',
        '  duty: { rotation: ["@ana", "@ben"], hand-over: Monday at 08:00, from: 2026-03-02 }',
        ...daily,
        '  b: { every: Wednesday at 09:00, owner: "@ben", items: [x] }',
      ],
      warns: ['9:3 "b" and "a" both want @ben at the same time, first at 2026-03-11 09:00'],
      but: [
        ...head,
        'owner: duty',
        'roles:',
        '  duty: { rotation: ["@ana", "@ben"], hand-over: Monday at 08:00, from: 2026-03-02 }',
        ...daily,
        '  b: { every: on 2026-03-04 at 09:00, owner: "@ben", items: [x] }',
      ],
    },
    {
      plan: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana", "@ben"] } }',
        ...daily,
        '  b: { every: Friday at 09:00, items: [x] }',
        '  c: { every: Friday at 09:00, items: [x] }',
      ],
      warns: ['9:3 "c", "a" and "b" all want the 2 people of team at the same time, first at 2026-03-06 09:00'],
      but: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana", "@ben"] } }',
        ...daily,
        '  b: { every: Friday at 09:00, items: [x] }',
        '  c: { every: Friday at 09:00, owner: "@eve", items: [x] }',
      ],
    },
    {
      // Whoever can do one only is left to it by whoever can do both.
      plan: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana", "@ben"] } }',
        ...daily,
        '  b: { every: day at 09:00, owner: "@ana", items: [x] }',
        '  c: { every: Friday at 09:00, owner: "@ben", items: [x] }',
      ],
      warns: ['9:3 "c" and "a" both want @ben at the same time, first at 2026-03-06 09:00'],
      but: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana", "@ben"] } }',
        ...daily,
        '  b: { every: day at 09:00, owner: "@ana", items: [x] }',
      ],
    },
    {
      plan: [...owned, 'calendar: { holidays: [2026-03-09] }', ...twoOn('2026-03-06')],
      warns: ['8:3 "b" and "a" both want @maria at the same time, first at 2026-03-06 09:00'],
      but: [...owned, 'calendar: { holidays: [2026-03-06] }', ...twoOn('2026-03-06')],
    },
    {
      plan: [...owned, 'launch: 2026-03-02', ...daily, '  b: { every: T+1w Monday at 09:00, items: [x] }'],
      warns: ['8:3 "b" and "a" both want @maria at the same time, first at 2026-03-09 09:00'],
      but: [...owned, 'launch: 2026-03-02', ...daily, '  b: { every: T+1w, items: [x] }'],
    },
    {
      // Told by the clock of the one that has to wait.
      plan: [...owned, ...daily, '  b: { every: Friday at 15:00, timezone: Europe/Paris, items: [x] }'],
      warns: ['7:3 "b" and "a" both want @maria at the same time, first at 2026-03-06 15:00'],
      // The sections of a ritual are one round.
      but: [
        ...[...owned, 'rituals:', '  a:', '    sections:', '      - { title: S, every: day at 09:00, items: [x] }'],
        '      - { title: T, every: Friday at 09:00, items: [x] }',
      ],
    },
    {
      // Nobody knows who is in a group, so it can do one thing at a time.
      plan: [
        ...[...head, 'owner: team', 'roles: { team: { group: "@team" }, duty: { people: ["@ana"] } }', ...daily],
        ...['  b: { every: Friday at 09:00, items: [x] }', '  c: { every: Monday at 09:00, owner: duty, items: [x] }'],
        '  d: { every: Monday at 09:00, owner: duty, items: [x] }',
      ],
      warns: [
        '8:3 "b" and "a" both want team at the same time, first at 2026-03-06 09:00',
        '10:3 "d" and "c" both want duty at the same time, first at 2026-03-02 09:00',
      ],
      but: [
        ...[...head, 'owner: team', 'roles: { team: { group: "@team" }, duty: { people: ["@ana"] } }', ...daily],
        '  b: { every: Friday at 09:00, owner: duty, items: [x] }',
      ],
    },
    {
      plan: [
        ...[...owned, 'roles: { duty: { people: ["@maria"] } }', ...daily],
        '  b: { every: Friday at 09:00, owner: duty, items: [x] }',
      ],
      warns: ['8:3 "b" and "a" both want @maria at the same time, first at 2026-03-06 09:00'],
      but: [
        ...[...owned, 'roles: { duty: { people: ["@eve"] } }', ...daily],
        '  b: { every: Friday at 09:00, owner: duty, items: [x] }',
      ],
    },
    {
      // Those who are one of two are in each other's way, and not in that of her who is one alone.
      plan: [
        ...[...head, 'owner: "@ana"', 'roles: { duo: { people: ["@ana", "@ben"] } }', ...daily],
        ...['b', 'c', 'd', 'e'].map((id) =>
          id === 'b'
            ? '  b: { every: Friday at 09:00, items: [x] }'
            : `  ${id}: { every: Friday at 09:00, owner: duo, channel: "#${id}", items: [x] }`,
        ),
      ],
      warns: [
        '8:3 "b" and "a" both want @ana at the same time, first at 2026-03-06 09:00',
        '10:3 "d", "c" and "e" all want the 2 people of duo at the same time, first at 2026-03-06 09:00',
      ],
      but: [
        ...head,
        'owner: "@ana"',
        'roles: { duo: { people: ["@ana", "@ben"] } }',
        ...daily,
        '  b: { every: Friday at 10:00, owner: duo, items: [x] }',
      ],
    },
    {
      // With somebody else in it, it is another crowd.
      plan: [
        ...[...head, 'owner: team', 'roles: { team: { people: ["@ana", "@ben"] } }', ...daily],
        ...['  b: { every: Friday at 09:00, items: [x] }', '  c: { every: Wednesday at 09:00, items: [x] }'],
        '  d: { every: "Wednesday, Friday at 09:00", items: [x] }',
      ],
      warns: [
        '10:3 "d", "a" and "c" all want the 2 people of team at the same time, first at 2026-03-04 09:00',
        '10:3 "d", "a" and "b" all want the 2 people of team at the same time, first at 2026-03-06 09:00',
      ],
      but: [
        ...[...head, 'owner: team', 'roles: { team: { people: ["@ana", "@ben", "@eve"] } }', ...daily],
        ...['  b: { every: Friday at 09:00, items: [x] }', '  c: { every: Wednesday at 09:00, items: [x] }'],
        '  d: { every: "Wednesday, Friday at 09:00", items: [x] }',
      ],
    },
  ],
  overload: [
    {
      plan: [...owned, 'rituals:', '  a: { every: day at 09:00, takes: 6h, items: [x] }'],
      warns: ['6:3 @maria has 42 hours of rituals in the week of 2026-03-02, more than 40 hours: most of it is "a"'],
      but: [...owned, 'rituals:', '  a: { every: weekday at 09:00, takes: 8h, items: [x] }'],
    },
    {
      plan: [
        ...head,
        'owner: cto',
        'roles: { cto: { people: ["@dana"], hours: 2h } }',
        'rituals:',
        '  a: { every: day at 09:00, takes: 15m, items: [x] }',
        '  b: { every: Friday at 10:00, items: [x] }',
        '  c: { every: Friday at 11:00, sections: [{ title: S, takes: 30m, items: [x] }] }',
      ],
      warns: [
        '7:3 @dana, as cto, has 2h15m of rituals in the week of 2026-03-02, more than 2 hours: most of it is "a"',
      ],
      but: [
        ...head,
        'owner: cto',
        'roles: { cto: { people: ["@dana"], hours: 2h15m } }',
        'rituals:',
        '  a: { every: day at 09:00, takes: 15m, items: [x] }',
        '  c: { every: Friday at 11:00, sections: [{ title: S, takes: 30m, items: [x] }] }',
      ],
    },
    {
      // Two people share what one of them could not do.
      plan: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana"] } }',
        'rituals:',
        '  a: { every: day at 09:00, takes: 10h, items: [x] }',
      ],
      warns: [
        '7:3 @ana, as team, has 70 hours of rituals in the week of 2026-03-02, more than 40 hours: most of it is "a"',
      ],
      but: [
        ...head,
        'owner: team',
        'roles: { team: { people: ["@ana", "@ben"] } }',
        'rituals:',
        '  a: { every: day at 09:00, takes: 10h, items: [x] }',
      ],
    },
    {
      // A day's work is eight hours.
      plan: [...owned, 'rituals:', '  a: { every: week, takes: 6d, items: [x] }'],
      warns: ['6:3 @maria has 48 hours of rituals in the week of 2026-03-02, more than 40 hours: most of it is "a"'],
      but: [...owned, 'rituals:', '  a: { every: week, takes: 5d, items: [x] }'],
    },
    {
      // What is open for a month is not all done in its first week.
      plan: [...owned, 'rituals:', '  a: { every: month, takes: 30d, items: [x] }'],
      warns: ['6:3 @maria has 48 hours of rituals in the week of 2026-03-02, more than 40 hours: most of it is "a"'],
      but: [...owned, 'rituals:', '  a: { every: month, takes: 25d, items: [x] }'],
    },
    {
      plan: [
        ...[...owned, 'calendar: { holidays: [2026-03-20] }', 'rituals:'],
        '  a: { every: weekday at 09:00 until 2026-03-07, takes: 9h, on-holiday: skip, items: [x] }',
      ],
      warns: ['7:3 @maria has 45 hours of rituals in the week of 2026-03-02, more than 40 hours: most of it is "a"'],
      but: [
        ...[...owned, 'calendar: { holidays: [2026-03-06] }', 'rituals:'],
        '  a: { every: weekday at 09:00 until 2026-03-07, takes: 9h, on-holiday: skip, items: [x] }',
      ],
    },
    {
      // The hours of a role are those of all who have it together.
      plan: [
        ...[...head, 'owner: team', 'roles: { team: { people: ["@ana", "@ben"], hours: 10h } }', 'rituals:'],
        '  a: { every: day at 09:00, takes: 2h, items: [x] }',
      ],
      warns: [
        '7:3 @ana, as team, has 7 hours of rituals in the week of 2026-03-02, more than 5 hours: most of it is "a"',
        '7:3 @ben, as team, has 7 hours of rituals in the week of 2026-03-02, more than 5 hours: most of it is "a"',
      ],
      but: [
        ...[...head, 'owner: team', 'roles: { team: { people: ["@ana", "@ben"], hours: 14h } }', 'rituals:'],
        '  a: { every: day at 09:00, takes: 2h, items: [x] }',
      ],
    },
    {
      // Whoever has two roles has the hours of both; beside them, whoever is named in person has those of anybody.
      plan: [
        ...[...head, 'roles: { cto: { people: ["@dana"], hours: 2h }, cfo: { people: ["@dana"], hours: 3h } }'],
        ...['rituals:', '  a: { every: day at 08:00, takes: 15m, owner: cto, items: [x] }'],
        '  b: { every: day at 10:00, takes: 45m, owner: cfo, items: [x] }',
      ],
      warns: [
        '7:3 @dana, as cfo, has 7 hours of rituals in the week of 2026-03-02, more than 5 hours: most of it is "b"',
      ],
      but: [
        ...[...head, 'roles: { cto: { people: ["@dana"], hours: 2h } }'],
        ...['rituals:', '  a: { every: day at 08:00, takes: 15m, owner: cto, items: [x] }'],
        '  b: { every: day at 10:00, takes: 45m, owner: "@dana", items: [x] }',
      ],
    },
  ],
  'flooded-channel': [
    {
      plan: [...owned, 'rituals:', ...roundsAt('09:00', '09:03', '09:06', '09:09', '09:12', '09:14')],
      warns: [
        '3:10 6 cards come to #ops within 15 minutes, first from 2026-03-02 09:00 on: more than 5 are hardly read',
      ],
      but: [...owned, 'rituals:', ...roundsAt('09:00', '09:03', '09:06', '09:09', '09:12', '09:15')],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: cron */5 8-10 * * *, channel: "#kitchen", items: [x] }'],
      warns: [
        '6:45 12 cards come to #kitchen within 60 minutes, first from 2026-03-02 08:00 on: more than 10 are hardly read',
      ],
      but: [...owned, 'rituals:', '  a: { every: cron */6 8-10 * * *, channel: "#kitchen", items: [x] }'],
    },
    {
      plan: [...owned, 'calendar: { holidays: [2026-03-09] }', ...sixOn('2026-03-06')],
      warns: [
        '3:10 6 cards come to #ops within 15 minutes, first from 2026-03-06 09:00 on: more than 5 are hardly read',
      ],
      but: [...owned, 'calendar: { holidays: [2026-03-06] }', ...sixOn('2026-03-06')],
    },
  ],
  'never-due': [
    {
      plan: [
        ...owned,
        'rituals:',
        '  a: { every: first Monday of month from 2026-03-10 until 2026-04-01, items: [x] }',
      ],
      warns: ['6:15 nothing makes "a" fall due: no day is like this'],
      but: [...owned, 'rituals:', '  a: { every: first Monday of month from 2026-03-10 until 2026-04-07, items: [x] }'],
    },
    {
      plan: [
        ...owned,
        'rituals:',
        '  a: { every: [day at 09:00, first Monday of month from 2026-03-10 until 2026-04-01], items: [x] }',
      ],
      warns: [
        '6:15 "first Monday of month from 2026-03-10 until 2026-04-01" never makes "a" fall due: no day is like this',
      ],
      but: [...owned, 'rituals:', '  a: { every: on demand, items: [x] }'],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:'],
        '    every: day at 07:00 until 2027-05-01, then Monday at 08:00 until 2027-04-01, then day at 07:00',
        ...['    items: [x]', '  b: { every: day at 09:00 from 2027-05-01 until 2027-05-01, items: [x] }'],
      ],
      warns: [
        '7:12 "Monday at 08:00 from 2027-05-01 until 2027-04-01" never makes "a" fall due: it ends before it begins',
        '9:15 nothing makes "b" fall due: it ends before it begins',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:'],
        '    every: day at 07:00 until 2027-04-01, then Monday at 08:00 until 2027-05-01, then day at 07:00',
        '    items: [x]',
      ],
    },
    {
      plan: [
        ...[...owned, 'launch: 2026-04-01', 'rituals:'],
        '  a: { every: "day at 07:00 until T+1mo, then Monday at 08:00 until T+4w, then day at 07:00", items: [x] }',
      ],
      warns: ['7:15 "Monday at 08:00 from T+1mo until T+4w" never makes "a" fall due: it ends before it begins'],
      but: [
        ...[...owned, 'launch: 2026-04-01', 'rituals:'],
        '  a: { every: "day at 07:00 until T+1mo, then Monday at 08:00 until T+5w, then day at 07:00", items: [x] }',
      ],
    },
    {
      plan: [
        ...owned,
        'maintenance:',
        '  - { title: Updates, every: first Monday of month from 2026-03-10 until 2026-04-01, lasts: 1h }',
        'summary: { every: first Monday of month from 2026-03-10 until 2026-04-01 }',
        ...daily,
      ],
      warns: [
        '6:30 nothing makes "Updates" fall due: no day is like this',
        '7:19 nothing makes the summary fall due: no day is like this',
      ],
      but: [
        ...owned,
        'maintenance:',
        '  - { title: Updates, every: first Monday of month from 2026-03-10 until 2026-04-07, lasts: 1h }',
        ...daily,
      ],
    },
    {
      plan: [
        ...head,
        'owner: duty',
        'roles: { duty: { rotation: ["@ana", "@ben"], hand-over: on demand } }',
        'maintenance: [{ title: Updates, every: on demand, lasts: 1h }]',
        ...daily,
      ],
      warns: [
        '5:57 nothing makes the hand-over of "duty" fall due: only a ritual can be started on demand',
        '6:40 nothing makes "Updates" fall due: only a ritual can be started on demand',
      ],
      but: [
        ...[...head, 'owner: duty', 'roles:'],
        '  duty: { rotation: ["@ana", "@ben"], hand-over: [Monday at 08:00, on demand] }',
        ...['summary: { every: [on demand, Monday at 08:00] }', ...daily],
      ],
    },
    {
      plan: [...owned, 'summary: { every: on demand }', ...daily],
      warns: ['5:19 nothing makes the summary fall due: only a ritual can be started on demand'],
      but: [...owned, 'summary: { every: Friday at 08:00 }', ...daily],
    },
    {
      plan: [...owned, 'phases: [{ title: Trial, from: 2026-04-01, to: 2026-03-01 }]', ...daily],
      warns: ['5:48 the phase "Trial" ends before it begins, so it is never on'],
      but: [...owned, 'phases: [{ title: Trial, from: 2026-03-01, to: 2026-03-02 }]', ...daily],
    },
    {
      plan: [...owned, 'phases: [{ title: Trial, from: 2026-02-28, to: 2026-02-28 }]', ...daily],
      warns: ['5:48 the phase "Trial" ends on the day on which it begins: write 2026-03-01 for one day'],
      but: [...owned, 'phases: [{ title: Trial, from: 2026-03-01, to: 2026-03-02 }]', ...daily],
    },
    {
      plan: [
        ...owned,
        'launch: 2026-12-01T09:00',
        'phases: [{ title: Trial, from: T+1mo, to: T+4w }, { title: Test, from: 2026-12-02, to: T+1d }]',
        ...daily,
      ],
      warns: [
        '6:43 the phase "Trial" ends before it begins, so it is never on',
        '6:88 the phase "Test" ends where it begins, so it is never on',
      ],
      but: [
        ...owned,
        'launch: 2026-12-01T09:00',
        'phases: [{ title: Trial, from: T+0, to: T+4w }, { title: Test, from: 2026-12-01, to: T+1d }]',
        ...daily,
      ],
    },
  ],
  phases: [
    {
      plan: [
        ...[...owned, 'launch: 2026-03-09T08:00', ...daily, 'phases:'],
        ...phasesOf('T+0 T+1w', 'T+1w T+4w', 'T+1mo T+3mo', '2026-06-10'),
      ],
      warns: [
        '10:34 this phase ends when 2026-04-06 begins, and "p2" begins on 2026-04-09: what lies between belongs to neither',
        '11:35 this phase ends when 2026-06-09 begins, and "p3" begins on 2026-06-10: what lies between belongs to neither',
      ],
      // Nobody forgets a week, or the hours before the launch.
      but: [
        ...[...owned, 'launch: 2026-03-09T08:00', ...daily, 'phases:'],
        ...phasesOf('2026-03-01 2026-03-09', 'T+0 T+1w', 'T+2w T+1mo', 'T+1mo T+3mo', '2026-06-09'),
      ],
    },
    {
      plan: [
        ...[...owned, 'launch: 2026-03-09T08:00', ...daily, 'phases:'],
        ...phasesOf('T+0 T+1w', 'T+1w T+5w', 'T+1mo T+4mo'),
      ],
      warns: [
        '10:34 this phase ends on 2026-04-13, and "p2" begins on 2026-04-09: from then on only that one is shown',
      ],
      // By weeks and by months; by less than a day; and within another.
      but: [
        ...[...owned, 'launch: 2026-03-09T08:00', ...daily, 'phases:'],
        ...phasesOf('T+0 T+4w', 'T+4w T+8w', 'T+0 T+1mo', 'T+1mo', '2026-03-01 2026-03-10', '2026-06-01 2026-06-15'),
      ],
    },
    {
      plan: [...owned, ...daily, 'phases:', ...phasesOf('2026-01-01 2026-01-31', '2026-02-01 2026-02-28')],
      warns: [
        '8:40 this phase ends when 2026-01-31 begins, and "p1" begins on 2026-02-01: what lies between belongs to neither',
      ],
      but: [...owned, ...daily, 'phases:', ...phasesOf('2026-01-01 2026-02-01', '2026-02-01 2026-02-28')],
    },
    {
      // In any order.
      plan: [
        ...[...owned, ...daily, 'phases:'],
        ...phasesOf('2026-01-01 2026-01-31', '2026-02-03 2026-02-28', '2026-02-01 2026-02-03'),
      ],
      warns: [
        '8:40 this phase ends when 2026-01-31 begins, and "p2" begins on 2026-02-01: what lies between belongs to neither',
      ],
      // A part of a longer one.
      but: [...owned, ...daily, 'phases:', ...phasesOf('2026-01-01 2026-06-01', '2026-02-01 2026-02-15')],
    },
    {
      plan: [...owned, ...daily, 'phases:', ...phasesOf('2026-01-01 2026-02-01', '2026-01-31 2026-02-28')],
      warns: ['8:40 this phase ends on 2026-02-01, and "p1" begins on 2026-01-31: from then on only that one is shown'],
      // One over the seam of two others.
      but: [
        ...[...owned, ...daily, 'phases:'],
        ...phasesOf('2026-01-01 2026-02-01', '2026-02-01 2026-03-01', '2026-01-20 2026-02-15'),
      ],
    },
  ],
  over: [
    {
      plan: [...owned, 'rituals:', '  a: { every: on 2026-03-01 at 09:00, items: [x] }'],
      warns: ['6:15 "a" was last due on 2026-03-01 and is so no more: leave it out, or let it begin anew'],
      but: [...owned, 'rituals:', '  a: { every: on 2026-03-02 at 09:00, items: [x] }'],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: day at 09:00 until 2026-02-01, items: [x] }'],
      warns: ['6:15 "a" was last due on 2026-01-31 and is so no more: leave it out, or let it begin anew'],
      but: [...owned, 'launch: 2026-01-01', 'rituals:', '  a: { every: T+1d at 09:00, items: [x] }'],
    },
    {
      plan: [
        ...head,
        'owner: duty',
        'roles:',
        '  duty: { rotation: ["@ana"], hand-over: on 2026-01-05 at 09:00 }',
        ...daily,
      ],
      warns: [
        '6:42 the hand-over of "duty" was last due on 2026-01-05 and is so no more: leave it out, or let it begin anew',
      ],
      but: [...head, 'owner: duty', 'roles:', '  duty: { rotation: ["@ana"], hand-over: Monday at 09:00 }', ...daily],
    },
    {
      // The last of all that is over is told, however long ago that was.
      plan: [
        ...[...owned, 'rituals:', '  a: { every: [on 2026-02-27 at 09:00, on 2026-02-20 at 09:00], items: [x] }'],
        ...[
          '  b: { every: 5 years from 2014-03-01 until 2019-02-01, items: [x] }',
          '  c: { every: on 2014-03-07, items: [x] }',
        ],
      ],
      warns: [
        '6:15 "a" was last due on 2026-02-27 and is so no more: leave it out, or let it begin anew',
        '7:15 "b" was last due on 2014-03-01 and is so no more: leave it out, or let it begin anew',
        '8:15 "c" was last due on 2014-03-07 and is so no more: leave it out, or let it begin anew',
      ],
      but: [...owned, 'rituals:', '  a: { every: [on 2026-03-01 at 09:00, day at 10:00], items: [x] }'],
    },
  ],
  'no-launch': [
    {
      plan: [...owned, 'rituals:', '  a: { every: T+0, items: [x] }'],
      warns: ['6:3 "a" waits for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch'],
      but: [...owned, 'launch: 2026-12-01T09:00', 'rituals:', '  a: { every: T+0, items: [x] }'],
    },
    {
      plan: [...owned, 'phases: [{ title: Trial, from: 2026-03-01, to: T+0 }, { title: Test, from: T+0 }]', ...daily],
      warns: [
        '5:12 the phase "Trial" and 1 more wait for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch',
      ],
      but: [...owned, 'phases: [{ title: Trial, from: 2026-03-01, to: 2026-06-01 }]', ...daily],
    },
    {
      plan: [
        ...head,
        'owner: duty',
        'roles: { duty: { rotation: ["@ana", "@ben"], hand-over: Monday at 08:00 from T+0 } }',
        'maintenance: [{ title: Updates, every: Sunday at 05:00 from T+0, lasts: 1h }]',
        ...daily,
      ],
      warns: [
        '5:46 the hand-over of "duty" and 1 more wait for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch',
      ],
      but: [
        ...owned,
        'launch: 2026-12-01T09:00',
        'maintenance: [{ title: Updates, every: Sunday at 05:00 from T+0, lasts: 1h }]',
        ...daily,
      ],
    },
    {
      plan: [
        ...[...owned, 'summary: { every: Friday at 16:00 from T+0 }', 'rituals:', '  a:', '    every: day at 09:00'],
        '    items: [x, { item: Calls, number: "> 10", targets: [{ from: T+1w, target: "> 20" }] }]',
      ],
      warns: [
        '5:12 the summary and 1 more wait for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch',
      ],
      but: [
        ...[...owned, 'launch: 2026-12-01', 'summary: { every: Friday at 16:00 from T+0 }', 'rituals:', '  a:'],
        '    every: day at 09:00',
        '    items: [x, { item: Calls, number: "> 10", targets: [{ from: T+1w, target: "> 20" }] }]',
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00'],
        '    items: [x, { item: Calls, number: "> 10", targets: [{ from: T+1w, target: "> 20" }] }]',
      ],
      warns: [
        '8:16 a later target of "Calls" waits for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00'],
        '    items: [x, { item: Calls, number: "> 10", targets: [{ from: 2026-12-01, target: "> 20" }] }]',
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    sections:', '      - title: S', '        every:'],
        ...['          - day at 09:00', '          - T+1d at 10:00', '        items: [x]'],
        '      - { title: T, every: T+2d at 09:00, items: [x] }',
      ],
      warns: ['11:13 "a: S" and 1 more wait for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch'],
      but: [
        ...[...owned, 'rituals:', '  a:', '    sections:', '      - title: S', '        every:'],
        ...['          - day at 09:00', '          - Monday at 10:00', '        items: [x]'],
      ],
    },
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 08:00', '    sections: [{ title: R, items: [x] },'],
        '      { title: S, every: T+1d at 09:00, items: [x] }]',
      ],
      warns: ['9:19 "a: S" waits for a launch date: write launch: 2026-12-01T09:00, or use /rounds launch'],
      but: [...owned, 'rituals:', '  a:', '    every: day at 08:00', '    sections: [{ title: R, items: [x] }]'],
    },
  ],
  'launch-holiday': [
    {
      plan: [...owned, 'launch: 2026-12-25T09:00', 'calendar: { holidays: [2026-12-25] }', ...everyWorkingDay()],
      warns: ['5:9 the launch is on a holiday, Friday 25 December 2026: what falls due that day goes by "on-holiday"'],
      but: [...owned, 'launch: 2026-12-24T09:00', 'calendar: { holidays: [2026-12-25] }', ...everyWorkingDay()],
    },
    {
      plan: [
        ...[...owned, 'launch: 2026-12-25', 'calendar: us', 'calendars: { us: { holidays: [2026-12-25] } }'],
        ...everyWorkingDay(),
      ],
      warns: ['5:9 the launch is on a holiday, Friday 25 December 2026: what falls due that day goes by "on-holiday"'],
      but: [
        ...[...owned, 'launch: 2026-12-28', 'calendar: us', 'calendars: { us: { holidays: [2026-12-25] } }'],
        ...everyWorkingDay(),
      ],
    },
  ],
  holiday: [
    {
      plan: [...owned, 'calendar: { holidays: [2026-12-25, 2027-01-01, 2027-03-25] }', ...daily],
      warns: [
        '7:15 "a" falls due on a holiday, Friday 25 December 2026 and on 1 more holiday: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [
        ...owned,
        'calendar: { holidays: [2026-12-25] }',
        'rituals:',
        '  a: { every: day at 09:00, on-holiday: skip, items: [x] }',
      ],
    },
    {
      plan: [
        ...[...owned, 'calendar: { holidays: [2026-12-25, 2027-01-01] }', 'rituals:'],
        ...['  a: { every: "day at 08:00, 17:00", items: [x] }', '  b: { every: cron */30 9 * * *, items: [x] }'],
      ],
      warns: ['a', 'b'].map(
        (ritual, index) =>
          `${7 + index}:15 "${ritual}" falls due on a holiday, Friday 25 December 2026 and on 1 more holiday: it is left out then, unless "on-holiday" says otherwise`,
      ),
      but: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:'],
        '  a: { every: "day at 08:00, 17:00 until 2026-12-25", items: [x] }',
      ],
    },
    {
      plan: [
        ...owned,
        'calendars: { fr: { holidays: [2026-07-14] } }',
        'rituals:',
        '  a: { every: day 14 of month at 09:00, calendar: fr, items: [x] }',
      ],
      warns: [
        '7:15 "a" falls due on a holiday, Tuesday 14 July 2026: it opens on Wednesday 15 July 2026 instead, unless "on-holiday" says otherwise',
      ],
      but: [
        ...owned,
        'calendars: { fr: { holidays: [2026-07-14] } }',
        'rituals:',
        '  a: { every: working day 10 of month at 09:00, calendar: fr, items: [x] }',
      ],
    },
    {
      plan: [
        ...owned,
        'calendar: { holidays: [2026-12-25] }',
        'rituals:',
        '  a:',
        '    sections:',
        '      - { title: S, every: day at 09:00, items: [x] }',
        '      - { title: T, every: day at 10:00, on-holiday: keep, items: [x] }',
      ],
      warns: [
        '9:28 "a: S" falls due on a holiday, Friday 25 December 2026: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [
        ...owned,
        'calendar: { holidays: [2026-12-25] }',
        'rituals:',
        '  a: { on-holiday: skip, sections: [{ title: S, every: day at 09:00, items: [x] }] }',
      ],
    },
    {
      // In any order, and each once.
      plan: [...owned, 'calendar: { holidays: [2027-01-01, 2026-12-25, 2026-12-28, 2026-12-25] }', ...daily],
      warns: [
        '7:15 "a" falls due on a holiday, Friday 25 December 2026 and on 2 more holidays: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [...owned, 'calendar: { holidays: [2027-01-01, 2026-12-25] }', ...everyWorkingDay()],
    },
    {
      // By the ritual's own days: in Tokyo it is Christmas while New York has its eve.
      plan: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:'],
        '  a: { every: day at 06:00, timezone: Asia/Tokyo, items: [x] }',
      ],
      warns: [
        '7:15 "a" falls due on a holiday, Friday 25 December 2026: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:'],
        '  a: { every: day at 06:00 until 2026-12-25, timezone: Asia/Tokyo, items: [x] }',
      ],
    },
    {
      // What begins behind the first time of the holiday still has the second.
      plan: [
        ...[...owned, 'launch: 2026-12-24T09:00', 'calendar: { holidays: [2026-12-25] }', 'rituals:'],
        '  a: { every: "day at 08:00, 17:00 from T+24h", items: [x] }',
      ],
      warns: [
        '8:15 "a" falls due on a holiday, Friday 25 December 2026: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [
        ...[...owned, 'launch: 2026-12-24T09:00', 'calendar: { holidays: [2026-12-25] }', 'rituals:'],
        '  a: { every: "day at 08:00, 17:00 until T+12h", items: [x] }',
      ],
    },
    {
      // Sections that are repeated stand once in the file, and each of those behind them where it stands.
      plan: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:', '  a:', '    sections:'],
        '      - { title: "{each}", for-each: [Bar, Till], every: day at 09:00, on-holiday: skip, items: [x] }',
        '      - { title: S, every: day at 10:00, items: [x] }',
      ],
      warns: [
        '10:28 "a: S" falls due on a holiday, Friday 25 December 2026: it is left out then, unless "on-holiday" says otherwise',
      ],
      but: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:', '  a:', '    sections:'],
        '      - { title: "{who}", for-each: { name: who, of: [Bar, Till] }, every: day at 09:00, on-holiday: keep, items: [x] }',
        '      - { title: S, every: day at 10:00, on-holiday: skip, items: [x] }',
      ],
    },
    {
      // Of what is repeated, each where it is said once; and what decides is said there too.
      plan: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:', '  a:', '    sections:'],
        ...['      - { title: "{each}", for-each: [S, T], items: [x] }', '      - { title: U, items: [x] }'],
        ...['      - title: "Shop {each}"', '        for-each: [1, 2]', '        every:', '          - day at 09:00'],
        ...['          - day at 18:00', '        items: [x]', '    every: working day 1 of month at 08:00'],
      ],
      warns: ['1', '2'].map(
        (shop) =>
          `14:11 "a: Shop ${shop}" falls due on a holiday, Friday 25 December 2026: it is left out then, unless "on-holiday" says otherwise`,
      ),
      but: [
        ...[...owned, 'calendar: { holidays: [2026-12-25] }', 'rituals:', '  a:', '    sections:'],
        ...['      - { title: "{each}", for-each: [S, T], items: [x] }'],
        ...['      - title: "Shop {each}"', '        for-each: [1, 2]', '        every: [day at 09:00, day at 18:00]'],
        ...['        on-holiday: keep', '        items: [x]', '    every: working day 1 of month at 08:00'],
      ],
    },
  ],
  'holidays-over': [
    {
      plan: [...owned, 'calendar: { holidays: [2025-12-25, 2026-03-01] }', ...daily],
      warns: ['5:23 every holiday listed here is over'],
      but: [...owned, 'calendar: { holidays: [2025-12-25, 2026-03-02] }', ...everyWorkingDay()],
    },
    {
      plan: [...owned, 'calendars: { us: { holidays: [2026-03-01] } }', 'calendar: us', ...daily],
      warns: ['5:30 every holiday listed here is over'],
      but: [...owned, 'calendars: { us: { holidays: [2026-03-02] } }', 'calendar: us', ...everyWorkingDay()],
    },
    {
      plan: [
        ...[...owned, 'rituals:'],
        '  a: { every: day at 09:00, calendar: { holidays: [2026-03-01] }, on-holiday: skip, items: [x] }',
      ],
      warns: ['6:51 every holiday listed here is over'],
      but: [
        ...[...owned, 'rituals:'],
        '  a: { every: day at 09:00, calendar: { holidays: [2026-03-02] }, on-holiday: skip, items: [x] }',
      ],
    },
  ],
  'unused-calendar': [
    {
      plan: [...owned, 'calendars: { us: { holidays: [2026-07-03] } }', ...everyWorkingDay()],
      warns: ['5:14 nothing in the plan goes by the calendar "us"'],
      but: [...owned, 'calendars: { us: { holidays: [2026-07-03] } }', 'calendar: us', ...everyWorkingDay()],
    },
  ],
  'skipped-hour': [
    {
      plan: [...owned, 'rituals:', '  a: { every: day at 02:30, items: [x] }'],
      warns: ['6:15 the clocks skip the time of "a": it will be due at 2026-03-08 03:30 instead'],
      but: [...owned, 'rituals:', '  a: { every: day at 03:00, items: [x] }'],
    },
    {
      plan: [
        ...owned,
        'maintenance: [{ title: Updates, every: second Sunday of month at 02:00, lasts: 1h }]',
        ...daily,
      ],
      warns: ['5:40 the clocks skip the time of "Updates": it will be due at 2026-03-08 03:00 instead'],
      but: [...owned, 'maintenance: [{ title: Updates, every: third Sunday of month at 02:00, lasts: 1h }]', ...daily],
    },
    {
      // In Nuuk the clocks go on from 23:00 to midnight.
      plan: [...owned, 'rituals:', '  a: { every: day at 23:30 until 2026-06-01, timezone: America/Nuuk, items: [x] }'],
      warns: ['6:15 the clocks skip the time of "a": it will be due at 2026-03-29 00:30 instead'],
      but: [...owned, 'rituals:', '  a: { every: day at 22:59 until 2026-06-01, timezone: America/Nuuk, items: [x] }'],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: [day at 02:30, day at 02:10], items: [x] }'],
      warns: ['6:15 the clocks skip the time of "a": it will be due at 2026-03-08 03:10 instead'],
      but: [...owned, 'rituals:', '  a: { every: [day at 03:30, day at 03:10], items: [x] }'],
    },
  ],
  'repeated-hour': [
    {
      plan: [...owned, 'rituals:', '  a: { every: day at 01:00, items: [x] }'],
      warns: ['6:15 the time of "a" comes twice, at 2026-11-01 01:00: it will be due the first time'],
      but: [...owned, 'rituals:', '  a: { every: day at 00:59, items: [x] }'],
    },
    {
      plan: [
        ...head,
        'owner: duty',
        'roles: { duty: { rotation: ["@ana", "@ben"], hand-over: Sunday at 01:30, from: 2026-03-01 } }',
        ...daily,
      ],
      warns: [
        '5:57 the time of the hand-over of "duty" comes twice, at 2026-11-01 01:30: it will be due the first time',
      ],
      but: [
        ...head,
        'owner: duty',
        'roles: { duty: { rotation: ["@ana", "@ben"], hand-over: Sunday at 04:30, from: 2026-03-01 } }',
        ...daily,
      ],
    },
    {
      // In Lord Howe the clocks go back by half an hour, from 2:00 to 1:30.
      plan: [...owned, 'rituals:', '  a: { every: Sunday at 01:30, timezone: Australia/Lord_Howe, items: [x] }'],
      warns: ['6:15 the time of "a" comes twice, at 2026-04-05 01:30: it will be due the first time'],
      but: [...owned, 'rituals:', '  a: { every: Sunday at 01:29, timezone: Australia/Lord_Howe, items: [x] }'],
    },
    {
      plan: [...owned, 'rituals:', '  a: { every: [day at 01:30, day at 01:10], items: [x] }'],
      warns: ['6:15 the time of "a" comes twice, at 2026-11-01 01:10: it will be due the first time'],
      but: [...owned, 'rituals:', '  a: { every: [day at 00:30, day at 00:10], items: [x] }'],
    },
  ],
  'review-overdue': [
    {
      plan: [...owned, 'review: 2026-03-01', ...daily],
      warns: ['5:9 the review of this plan was due on 2026-03-01'],
      but: [...owned, 'review: 2026-03-02', ...daily],
    },
  ],
  'report-field': [
    {
      plan: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    report: { text: "Stock: {Size}, {keys}" }'],
        ...[
          '    items:',
          '      - { group: "{each}", for-each: [Paris, Lyon], items: [Size: number] }',
          '      - Keys',
        ],
      ],
      warns: ['8:30 2 items are called "Size", and all are told: write {Paris: Size} or {Lyon: Size}'],
      but: [
        ...owned,
        ...[
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    report: { text: "Stock: {Paris: Size}, {size}, {keys}" }',
        ],
        ...[
          '    items:',
          '      - { group: "{each}", for-each: [Paris, Lyon], items: [Size: number] }',
          '      - Size',
        ],
        '      - Keys',
      ],
    },
    {
      plan: [
        ...owned,
        ...[
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    report:',
          '      text: |',
          '        Today',
          '        it is {Size}',
        ],
        ...['    sections:', '      - { title: "Shop {each}", for-each: [1, 2, 3, 4, 5], items: [Size: number] }'],
      ],
      warns: [
        '11:16 5 items are called "Size", and all are told: write {Shop 1: Size}, {Shop 2: Size}, {Shop 3: Size}, {Shop 4: Size} and 1 more',
      ],
      but: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{SHOP 1: size}" }'],
        ...['    sections:', '      - { title: "Shop {each}", for-each: [1, 2, 3, 4, 5], items: [Size: number] }'],
      ],
    },
    {
      plan: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{Keys}" }', '    items: [Keys, Keys]'],
      ],
      warns: ['8:23 2 items are called "Keys", and all are told: give each a title of its own'],
      but: [
        ...owned,
        ...[
          'rituals:',
          '  a:',
          '    every: day at 09:00',
          '    report: { text: "{Keys}" }',
          '    items: [Keys, Spare keys]',
        ],
      ],
    },
    {
      plan: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{Total}" }'],
        '    sections: [{ title: Till, items: [Total: number] }]',
      ],
      warns: [
        '8:23 {Total} is how many items there are, and no item of that title: for this, write {Till: Total}; for that, write {total}',
      ],
      but: [
        ...owned,
        ...['rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{total}, {Till: Total}, {Ritual}" }'],
        '    sections: [{ title: Till, items: [Total: number] }]',
      ],
    },
    {
      // Of three that are called so, two cannot be told apart; and one is called as a fact is.
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{Keys}" }'],
        '    sections: [{ title: Bar, items: [Keys, Keys] }, { title: Till, items: [Keys] }]',
        ...['  b:', '    every: day at 10:00', '    report: { text: "{Total}" }', '    items: [Total: number]'],
      ],
      warns: [
        '8:23 3 items are called "Keys", and all are told: give each a title of its own',
        '12:23 {Total} is how many items there are, and no item of that title: for this, give it a title of its own; for that, write {total}',
      ],
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{Till: Keys}" }'],
        '    sections: [{ title: Bar, items: [Keys, Keys] }, { title: Till, items: [Keys] }]',
      ],
    },
  ],
  'empty-place': [
    {
      plan: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    sections:', '      - title: "In {each}"'],
        ...['        items:', '          - "Fridge {each}": number 2..8', '          - Look at {each}'],
        ...['          - { item: Till, for-each: { name: site, of: [Paris, Lyon] }, note: "at {each}" }'],
        ...['          - { item: "Tap {each}", note: "Open {tap} first", for-each: [1, 2] }'],
        ...['          - { group: "{site}", items: [x] }', ...proceduresWith('Undo {EACH}')],
      ],
      warns: [
        '9:20 nothing fills in {each}: repeat this with for-each: [Paris, Lyon], or leave the braces out',
        '11:13 nothing fills in {each}: repeat this with for-each: [Paris, Lyon], or leave the braces out',
        '12:21 nothing fills in {each}: repeat this with for-each: [Paris, Lyon], or leave the braces out',
        '13:82 nothing fills in {each}: here the place is {site}',
        '14:47 nothing fills in {tap}: here the place is {each}',
        '15:22 nothing fills in {site}: repeat this with for-each: [Paris, Lyon], or leave the braces out',
        '17:25 nothing fills in {EACH}: repeat this with for-each: [Paris, Lyon], or leave the braces out',
      ],
      // Filled in from without, words that no for-each knows, commands, and the fields of a report.
      but: [
        ...[...owned, 'rituals:', '  a:', '    every: day at 09:00', '    report: { text: "{settled} of {total}" }'],
        ...['    sections:', '      - title: "{site}"', '        for-each: { name: site, of: [Paris, Lyon] }'],
        ...['        items:', '          - { item: "{site} {each}", for-each: [1, 2], note: "{site}, {each}" }'],
        ...['          - { item: Logs, run: "awk {print} {{each}}", look: "{{json}}", for-each: [1, 2] }'],
        ...[
          '      - { title: T, items: ["Fill in {name}", { item: Files, run: "awk {print}" }] }',
          ...proceduresWith('Undo'),
        ],
      ],
    },
  ],
  'summary-often': [
    {
      plan: [...owned, 'summary: { every: day at 17:00 }', ...daily],
      warns: [
        '5:19 the summary is posted more than once a week: each post tells only what is new since the one before',
      ],
      but: [...owned, 'summary: { every: Monday at 08:00 }', ...daily],
    },
  ],
}

describe('rounds check warns of', () => {
  test.each(Object.keys(warningRules) as WarningRule[])('%s, and of nothing that only looks like it', (rule) => {
    for (const { plan, warns, but } of cases[rule]) {
      expect(warningsOf(plan)).toEqual(warns.map((warning) => `${rule} ${warning}`))
      expect(warningsOf(but)).toEqual([])
    }
  })

  test('what holds on any day only, where no day is given', () => {
    const { warnings } = readPlan([...head, 'review: 2020-01-01', ...daily].join('\n'), 'shop.yaml')
    expect(warnings.map(({ rule }) => rule)).toEqual(['no-owner'])
  })
})

function warningsOf(lines: readonly string[]): string[] {
  const { warnings, faults } = readPlan(lines.join('\n'), 'shop.yaml', today)
  expect(faults).toEqual([])
  return warnings.map(({ line, column, rule, message }) => `${rule} ${line}:${column} ${message}`)
}

/** Rounds at these times, each of somebody else. */
function roundsAt(...times: readonly string[]): string[] {
  return times.map((time, index) => `  r${index}: { every: day at ${time}, owner: "@p${index}", items: [x] }`)
}

/** Two rounds at one minute of a day, which nobody does on a holiday. */
function twoOn(date: string): string[] {
  return ['rituals:', ...['a', 'b'].map((id) => onceOn(date, '09:00', id))]
}

/** Rounds of six people within a quarter of an hour, which nobody does on a holiday. */
function sixOn(date: string): string[] {
  const times = ['09:00', '09:03', '09:06', '09:09', '09:12', '09:14']
  return ['rituals:', ...times.map((time, index) => onceOn(date, time, `r${index}`, `, owner: "@p${index}"`))]
}

function onceOn(date: string, time: string, id: string, owner = ''): string {
  return `  ${id}: { every: on ${date} at ${time}, on-holiday: skip${owner}, items: [x] }`
}

/** A daily round, and what it and its two sections take. */
function roundOfParts(all: string, first: string, second: string): string[] {
  return [
    '  a:',
    '    every: day at 09:00',
    `    takes: ${all}`,
    `    sections: [{ title: b, takes: ${first}, items: [x] }, { title: c, takes: ${second}, items: [x] }]`,
  ]
}

/** Each from its first to its second word. */
function phasesOf(...bounds: readonly string[]): string[] {
  return bounds.map((said, index) => {
    const [from, to] = said.split(' ')
    return `  - { title: p${index}, from: ${from}${to === undefined ? '' : `, to: ${to}`} }`
  })
}

/** What no holiday can fall on. */
function everyWorkingDay(): string[] {
  return ['rituals:', '  a: { every: working day 1 of month at 09:00, items: [x] }']
}

/** One of a single step. */
function proceduresWith(step: string): string[] {
  return ['procedures:', `  undo: { items: ["${step}"] }`]
}
