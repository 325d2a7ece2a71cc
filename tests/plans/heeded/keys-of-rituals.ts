import type { partsOfRituals } from '../../../scripts/plan-language/keys-of-rituals.ts'
import { type Heeded, hides, says } from './shown.ts'
import { answered, card, failed, failing, form, idleWeek, report, schedule, signingOff, starting } from './surfaces.ts'
import { answeredAndTold } from './team-surfaces.ts'

const friday = '2026-11-20'
const procedure = card(friday, 'rollback')
const bastille = schedule('2026-07-14', '2026-07-14')
const told = answeredAndTold
const number = { number: 'true' }

export const keysOfRituals: Heeded<typeof partsOfRituals> = {
  ritual: {
    title: says(card(), 'Opening round'),
    every: says(schedule(friday, friday), '2026-11-20 09:00'),
    timezone: says(card(), '10:00 New York'),
    calendar: says(bastille, '2026-07-14 is a holiday'),
    takes: [
      says(card(), 'about 15 min'),
      says(signingOff, 'The plan says about 15'),
      says(schedule(friday, friday), ' · 15 · '),
    ],
    'open-for': says(card(), 'open until 12:00'),
    owner: says(card(), 'owner @ben'),
    channel: says(card(), 'in #kitchen'),
    severity: [says(failed('x'), 'P1 issue 1'), says(failing('x'), 'chosen: P1')],
    'if-failed': says(card(), 'If something fails: Follow the incident procedure'),
    'on-holiday': hides(bastille, '2026-07-14 is a holiday'),
    items: says(card(), 'Lights on [Done]'),
    sections: says(card(), 'Kitchen\nFridge closed [Done]'),
    report: says(report(), '0 of 1 items settled.'),
    gate: says(idleWeek(), 'was not passed'),
  },
  section: {
    title: [says(card(), '2 System health'), says(failing(), 'System health [x]')],
    phase: says(card(), '2 Kitchen · 0 to 15 min, until 09:15'),
    every: says(schedule('2026-12-01', '2026-12-01'), '10:15 · Europe/Paris · Open up: Kitchen'),
    'open-for': says(schedule('2026-11-23', '2026-11-23'), '2026-11-23T09:00:00.000Z to 2026-11-23T10:00:00.000Z'),
    'on-holiday': says(bastille, 'Open up: Kitchen · #ops ·  ·  · due'),
    takes: says(card(), '2 Kitchen · 5 min'),
    look: says(card(), '2 Kitchen · Status page'),
    run: says(card(), 'Run: curl https://status.example.com'),
    expect: says(card(), 'Expect: 200 OK'),
    steps: says(card(), '1. Open the page\n2. Read the figures'),
    note: says(card(), 'Not on Sundays'),
    'if-failed': says(card(), 'If it fails: Restart the agent'),
    items: says(card(), 'Lights on [Done]'),
    'for-each': says(card(), '3 Kitchen: Lyon'),
  },
  report: {
    channel: says(told('Calls answered', '5'), 'in #leadership\nOpen up'),
    text: says(report({ 'Calls answered': '5' }), '5 calls'),
  },
  procedure: {
    title: says(procedure, 'Roll back'),
    takes: says(procedure, 'about 10 min'),
    limit: [says(procedure, 'open until 00:15'), says(starting, 'Rollback (limit 15 min)')],
    owner: says(procedure, 'owner @ben'),
    channel: says(procedure, 'in #incidents'),
    severity: says(failed('x', 'rollback'), 'P1 issue 1'),
    'if-failed': says(procedure, 'If something fails: Call the hoster'),
    items: says(procedure, 'Lights on [Done]'),
    sections: says(procedure, 'Response · 0 to 15 min, until 00:15\nAll hands notified [Done]'),
    report: says(report({}, 'rollback'), '0 of 1 items settled.'),
  },
  item: {
    item: says(card(), 'Disk used [Done]'),
    check: says(card(), 'Disk [Done]', { instead: { number: 'true' } }),
    number: says(card(), 'Disk (target 18 °C to 25 °C) [Enter]'),
    percent: says(card(), 'Disk (target < 80 %) [Enter]'),
    money: says(card(), 'Disk (target = $200) [Enter]'),
    duration: says(card(), 'Disk (target < 200 ms) [Enter]'),
    rating: [says(card(), 'Disk (target > 3 of 5) [Enter]'), says(form(), '[1 of 5, 2 of 5, 3 of 5, 4 of 5, 5 of 5]')],
    'yes-no': says(card(), 'Disk (target no) [Enter]'),
    choice: [says(card(), 'Disk (target Good or Fair) [Enter]'), says(form(), '[Good, Fair, Poor]')],
    status: [
      says(card(), 'Disk (target All good) [Enter]'),
      says(form(), '[🟢 All good, 🟡 Minor issues, 🔴 Critical]'),
    ],
    text: [says(card(), 'Disk (top 3) [Enter]'), says(form(), 'Top 3')],
    date: says(card(), 'Disk (target < 24 h old) [Enter]'),
    unit: [says(card(), 'Disk (target < 5 °C)'), says(form(), '[in °C]')],
    statistic: [says(card(), 'Disk (average)'), says(answered({ Disk: '5' }), 'Disk: 5 average')],
    targets: [says(card(), 'Disk (target > 100)'), says(answered({ Disk: '100' }), 'P2 issue 1')],
    stretch: says(answered({ Disk: '140 ms' }), '★ Disk: 140 ms (stretch < 150 ms reached)'),
    warning: says(answered({ Disk: '81' }), '⚠ Disk: 81 (warning > 80)'),
    critical: says(answered({ Disk: '96' }), 'P1 issue 1'),
    compare: says(answered({ Disk: '120' }, { Disk: 100 }), '+20 % on last week'),
    annual: says(answered({ Disk: '1000' }), "of the year's $500,000"),
    goal: says(answered({ Disk: '9' }, { Calls: 10 }), 'Disk: 9 (goal at least 10) — issue 1'),
    compute: [
      says(answered({ Answered: '5', Calls: '10' }), '✓ Disk: 50 %\n'),
      says(card(), 'Disk · counted by itself\n'),
      says(form(), 'Disk is counted by itself: the share of Answered and Calls.'),
    ],
    optional: says(card(), 'Disk (optional)'),
    severity: [says(failed('Disk'), 'P1 issue 1'), says(failing('Disk'), 'chosen: P1')],
    owner: [says(card(), 'Disk · for Technician'), says(failed('Disk'), 'Owner @ben')],
    look: [says(card(), 'Look: Dashboard → Errors'), says(form(), 'Look: Dashboard → Errors', { beside: number })],
    run: says(card(), 'Run: ./restore.sh'),
    expect: says(card(), 'Expect: 42 tables'),
    steps: [says(card(), '1. Pick a backup\n2. Restore it'), says(form(), '1. Pick a backup\n2. Restore it')],
    note: [says(card(), 'Before the shop opens'), says(form(), 'Before the shop opens', { beside: number })],
    'if-failed': [
      says(failed('Disk'), ' · to do: Restart the agent'),
      says(failed('Disk'), 'To do: Restart the agent'),
    ],
    into: says(told('Disk', 'It is new'), 'Wins\n• “It is new” — @maria'),
    flag: says(answered({ Disk: 'Poor' }), 'P2 issue 1'),
    'for-each': says(card(), 'Disk: Office [Done]'),
  },
  group: {
    group: [
      says(card(), 'Backups of the night\nDatabase'),
      says(failing(), 'Backups of the night: Database'),
      says(form(), 'Backups of the night: Size', { beside: { items: '[Size: number]' } }),
    ],
    items: says(card(), 'Backups\nDatabase backup [Done]\nFile backup [Done]'),
    'for-each': says(card(), 'Backups: Office\nDatabase [Done]'),
  },
  warning: {
    when: hides(answered({ 'Disk used': '82' }), '⚠ Disk used: 82 %'),
    severity: says(answered({ 'Disk used': '82' }), 'P3 issue 1'),
    respond: says(answered({ 'Disk used': '82' }), 'Respond by 10:00'),
    do: says(answered({ 'Disk used': '82' }), 'to do: Clear the logs'),
  },
  critical: {
    when: hides(answered({ 'Disk used': '82' }), 'P1 issue 1'),
    severity: says(answered({ 'Disk used': '82' }), 'P0 incident 1'),
    respond: says(answered({ 'Disk used': '82' }), 'Respond by 09:15'),
    do: says(answered({ 'Disk used': '82' }), 'to do: Call the hoster'),
  },
  'later target': {
    from: hides(card('2026-12-07'), 'Disk used (target < 90 %)'),
    target: says(card(), 'Disk used (target < 70 %)'),
  },
  goal: {
    'at-least': says(answered({ Rent: '9' }, { Cash: 10 }), 'Rent: $9 (goal at least $10) — issue 1', {
      instead: { 'at-most': 'Cash' },
    }),
    'at-most': says(answered({ Rent: '11' }, { Cards: 10 }), 'Rent: $11 (goal at most $10) — issue 1', {
      instead: { 'at-least': 'Cards' },
    }),
  },
  'for-each': {
    name: says(card(), 'Keys of {site}: Paris'),
    of: says(card(), 'Keys of Rome [Done]'),
  },
}
