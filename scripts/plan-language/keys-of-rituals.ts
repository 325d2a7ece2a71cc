import { functions } from '../../src/domain/item.ts'
import { namedForm } from '../../src/plans/items/for-each.ts'
import { groupForm } from '../../src/plans/items/items.ts'
import { goalForm, longForm } from '../../src/plans/items/long-form.ts'
import { criticalForm, laterForm, thresholdForm } from '../../src/plans/items/thresholds.ts'
import { procedureForm } from '../../src/plans/procedures.ts'
import { reportForm } from '../../src/plans/reports.ts'
import { ritualForm } from '../../src/plans/ritual.ts'
import { sectionForm } from '../../src/plans/sections.ts'
import { aPart, either, item, type Key, listOf, part, text } from './part.ts'

const head =
  'plan: shop\ntimezone: Europe/Paris\nlaunch: 2026-12-01T09:00\nchannel: "#ops"\nroles:\n  technician: { people: ["@ben"] }\ncalendars:\n  fr: { holidays: [2026-07-14] }\n'
const inRitual = `${head}rituals:\n  open-up:\n`
const inItems = `${inRitual}    every: day at 09:00\n    items:\n      - Cash: money $\n      - Cards: money $\n      - Answered: number\n      - Calls: number\n`

const items: Key = { says: 'checks and readings: see Items', example: '[Lights on]', holds: listOf(item) }
const report: Key = {
  says: 'what is posted once it is over, from what was entered',
  example: '{ text: "{settled} of {total} items settled." }',
  holds: aPart('report'),
}
const eachOf: Pick<Key, 'holds'> = { holds: either(listOf(text), aPart('for-each')) }
const sections: Key = {
  says: 'items under headings',
  example: '[{ title: Kitchen, items: [Fridge closed] }]',
  insteadOf: 'items',
  holds: listOf(aPart('section')),
}

const ritual = part(
  ritualForm,
  { around: `${inRitual}    …\n`, least: { every: 'day at 10:00', items: '[x]' } },
  {
    title: { says: 'what it is called', example: 'Opening round', without: 'from its key' },
    every: {
      says: 'when it falls due: see Cadences',
      example: 'weekday at 09:00',
      without: 'required, unless each section has its own',
    },
    timezone: { says: 'the zone of its wall times', example: 'America/New_York', without: "the plan's" },
    calendar: {
      says: 'one of `calendars`, or one of its own',
      example: 'fr',
      without: "the plan's",
      holds: either(text, aPart('calendar')),
    },
    takes: { says: 'how long it takes: shown on the card', example: '15m' },
    'open-for': {
      says: 'how long it stays open',
      example: '2h',
      without: 'to the end of a window; else until the next occurrence or local midnight, whichever is first',
    },
    owner: { says: 'a role or a person', example: 'technician', without: "the plan's" },
    channel: { says: 'where its card goes', example: '"#kitchen"', without: "the plan's" },
    severity: { says: 'of issues from failed items', example: 'P1', without: 'P2' },
    'if-failed': {
      says: 'shown on the card, and in the issue of an item where neither it nor its section says what to do',
      example: 'Follow the incident procedure',
    },
    'on-holiday': {
      says: '`skip`, `next-working-day` or `keep`',
      example: 'keep',
      without: '`next-working-day` for what comes once a month or more rarely, once, or on demand; else `skip`',
      beside: { calendar: 'fr' },
    },
    items: { ...items, without: 'one of `items` and `sections` is required' },
    sections,
    report,
    gate: {
      says: 'a milestone: closed with items open, it stands in the summary under decisions needed',
      example: 'true',
      without: 'false',
    },
  },
)

const section = part(
  sectionForm,
  {
    around: `${inRitual}    every: day at 09:00\n    calendar: fr\n    sections:\n      - { title: Other, items: [x] }\n      -\n        …\n`,
    least: { title: 'Kitchen', items: '[x]' },
  },
  {
    title: { says: 'its heading', example: 'System health', without: 'required' },
    phase: {
      says: 'of a procedure: the stretch since the start into which it belongs, shown with the clock',
      example: '0m to 15m',
    },
    every: {
      says: 'a cadence of its own: it is then a checklist of its own',
      example: '15 minutes from T+1h to T+6h',
      without: "its ritual's",
    },
    'open-for': {
      says: 'as of a ritual, beside `every`',
      example: '1h',
      without: "its ritual's",
      beside: { every: 'Monday at 10:00' },
    },
    'on-holiday': {
      says: 'as of a ritual, beside `every`',
      example: 'keep',
      without: "its ritual's",
      beside: { every: 'Tuesday at 10:00' },
    },
    takes: { says: 'how long it takes', example: '5m' },
    look: { says: 'where to look', example: 'Status page' },
    run: { says: 'a command: shown, never run', example: 'curl https://status.example.com' },
    expect: { says: 'its answer', example: '200 OK' },
    steps: { says: 'how it is done, numbered', example: '[Open the page, Read the figures]' },
    note: { says: 'what to mind', example: 'Not on Sundays' },
    'if-failed': {
      says: 'shown under its heading, and in the issue of an item that does not say what to do',
      example: 'Restart the agent',
    },
    items: { ...items, without: 'required' },
    'for-each': { says: 'repeats it for a list of things: see One for each', example: '[Paris, Lyon]', ...eachOf },
  },
)

const reported = part(
  reportForm,
  {
    around: `${inRitual}    every: day at 09:00\n    items: [Calls answered: number]\n    report:\n      …\n`,
    least: { text: 'Done.' },
  },
  {
    channel: { says: 'where it is posted', example: '"#leadership"', without: "the ritual's" },
    text: { says: 'what is posted, with fields in braces', example: '"{Calls answered} calls"', without: 'required' },
  },
)

const procedure = part(
  procedureForm,
  {
    around: `${head}rituals:\n  open-up: { every: day, items: [x] }\nprocedures:\n  rollback:\n    …\n`,
    least: { items: '[x]' },
  },
  {
    title: { says: 'as of a ritual', example: 'Roll back', without: 'from its key' },
    takes: { says: 'as of a ritual', example: '10m' },
    limit: {
      says: 'how long it may take; those at work are told when it has passed, and the card goes on',
      example: '15m',
      without: 'to the end of the last phase; else until midnight, at least two hours',
    },
    owner: { says: 'as of a ritual', example: 'technician', without: "the plan's" },
    channel: { says: 'as of a ritual', example: '"#incidents"', without: "the plan's" },
    severity: { says: 'as of a ritual', example: 'P1', without: 'P2' },
    'if-failed': { says: 'as of a ritual', example: 'Call the hoster' },
    items: { ...items, without: 'one of `items` and `sections` is required' },
    sections: { ...sections, example: '[{ title: Response, phase: 0m to 15m, items: [All hands notified] }]' },
    report,
  },
)

const number = { number: 'true' }

const longItem = part(
  longForm,
  { around: `${inItems}      -\n        …\n`, least: { item: 'Disk' } },
  {
    item: { says: 'what is to be checked or read', example: 'Disk used', without: 'required' },
    check: { says: 'a tick', example: 'true', without: 'a check, where no other kind is named', holds: text },
    number: { says: 'a figure, with a unit', example: '18..25 °C', holds: text },
    percent: { says: 'a share of a hundred', example: '< 80', holds: text },
    money: { says: 'an amount, with a sign or a code', example: '= $200', holds: text },
    duration: { says: 'minutes, or `ms`, `s`, `h`, `d`, `w`', example: '< 200 ms', holds: text },
    rating: { says: 'out of 5, or `of 10`', example: '"> 3"', holds: text },
    'yes-no': { says: 'one of the two', example: 'no', holds: text },
    choice: { says: 'one of some answers; `!` fails', example: 'Good, Fair, Poor!', holds: either(text, listOf(text)) },
    status: {
      says: 'two to five words from good to bad',
      example: '[All good, Minor issues, Critical]',
      without: 'Green, Yellow, Red',
      holds: either(text, listOf(text)),
    },
    text: { says: 'words', example: 'top 3', holds: text },
    date: { says: 'a day, and how old it may be', example: '< 24 h', holds: text },
    unit: { says: 'may stand in the target instead', example: '°C', beside: { number: '< 5' } },
    statistic: { says: 'what the figure says of many', example: 'average', beside: number },
    targets: {
      says: 'replace the earlier target from a day on',
      example: '[{ from: 2026-07-01, target: "> 100" }]',
      beside: number,
      holds: listOf(aPart('later target')),
    },
    stretch: {
      says: 'better than asked for: a star on the card, a line in the summary',
      example: '< 150 ms',
      beside: { duration: '< 200 ms' },
    },
    warning: {
      says: 'a target, or what follows from it: shown on the card and in the summary',
      example: '"> 80"',
      beside: number,
      holds: either(text, aPart('warning')),
    },
    critical: {
      says: 'opens an issue',
      example: '{ when: "> 95", severity: P1 }',
      beside: number,
      holds: aPart('critical'),
    },
    compare: {
      says: 'earlier readings that it is shown beside',
      example: '[last week, last year]',
      beside: number,
      holds: either(text, listOf(text)),
    },
    annual: {
      says: 'what a year of it should come to: the sum of numbers and money, the mean of anything else',
      example: '$500,000',
      beside: { money: '$' },
    },
    goal: {
      says: 'the latest earlier answer of that item is what it has to reach',
      example: 'Calls',
      beside: number,
      holds: either(text, aPart('goal')),
    },
    compute: {
      says: 'nobody types it: see Counted readings',
      example: '{ share: [Answered, Calls] }',
      beside: { percent: 'true' },
      holds: { kind: 'keys', keys: functions, of: listOf(text), most: 1 },
    },
    optional: { says: 'may be left open', example: 'true', without: 'false' },
    severity: { says: 'of its issue', example: 'P1', without: "the ritual's" },
    owner: { says: 'of its issue', example: 'technician', without: "the ritual's" },
    look: { says: 'where to look', example: 'Dashboard → Errors' },
    run: { says: 'a command: shown, never run', example: './restore.sh' },
    expect: { says: 'its answer', example: '42 tables' },
    steps: {
      says: 'how it is done, numbered, in the form; on the card too where no more than 12 items stand together',
      example: '[Pick a backup, Restore it]',
    },
    note: { says: 'what to mind', example: 'Before the shop opens' },
    'if-failed': { says: 'shown once it has failed, and in its issue', example: 'Restart the agent' },
    into: {
      says: 'the summary quotes the answer under that heading, with the name of the item where several have its title',
      example: 'wins',
      beside: { text: 'true' },
    },
    flag: { says: 'answers of a choice that fail', example: '[Poor]', beside: { choice: 'Good, Fair, Poor' } },
    'for-each': { says: 'repeats it: see One for each', example: '[Lab, Office]', ...eachOf },
  },
)

const group = part<(typeof groupForm)['shape'], 'for-each'>(
  groupForm,
  { around: `${inItems}      -\n        …\n`, least: { group: 'Backups', items: '[Database]' } },
  {
    group: { says: 'a heading over some items', example: 'Backups of the night', without: 'required' },
    items: { ...items, says: 'the items under it', example: '[Database backup, File backup]', without: 'required' },
    'for-each': { says: 'repeats it: see One for each', example: '[Lab, Office]', ...eachOf },
  },
)

const inItem = `${inItems}      - item: Disk used\n        percent: true\n`
const threshold = { when: '"> 80"' }

const warning = part(
  thresholdForm,
  { around: `${inItem}        warning:\n          …\n`, least: threshold },
  {
    when: { says: 'the target', example: '"> 85"', without: 'required' },
    severity: { says: 'it then opens an issue', example: 'P3', without: 'it is only shown' },
    respond: {
      says: "the issue's own clock",
      example: '1h',
      without: 'that of the severity',
      beside: { severity: 'P3' },
    },
    do: { says: 'what to do then', example: 'Clear the logs' },
  },
)

const critical = part(
  criticalForm,
  { around: `${inItem}        critical:\n          …\n`, least: { ...threshold, severity: 'P1' } },
  {
    when: { says: 'the target', example: '"> 95"', without: 'required' },
    severity: { says: 'of the issue that it opens', example: 'P0', without: 'required' },
    respond: { says: "the issue's own clock", example: '15m', without: 'that of the severity' },
    do: { says: 'what to do then', example: 'Call the hoster' },
  },
)

const later = part(
  laterForm,
  {
    around: `${inItem}        targets:\n          -\n            …\n`,
    least: { from: '2026-07-01', target: '"< 90"' },
  },
  {
    from: { says: 'a day, or a time after the launch', example: 'T+1w', without: 'required' },
    target: { says: 'what it should be from then on', example: '"< 70"', without: 'required' },
  },
)

const goal = part(
  goalForm,
  { around: `${inItems}      - item: Rent\n        money: $\n        goal:\n          …\n` },
  {
    'at-least': {
      says: 'the item whose answer it has to reach',
      example: 'Cash',
      without: 'one of the two is required',
    },
    'at-most': {
      says: 'the item whose answer it must not pass',
      example: 'Cards',
      without: 'one of the two is required',
    },
  },
)

const forEach = part(
  namedForm,
  {
    around: `${inItems}      - item: "Keys of {site}"\n        for-each:\n          …\n`,
    least: { name: 'site', of: '[Paris, Lyon]' },
  },
  {
    name: { says: 'the word in braces', example: 'place', without: 'required' },
    of: { says: 'the things: 1 to 100', example: '[Rome, Milan]', without: 'required' },
  },
)

export const partsOfRituals = {
  ritual,
  section,
  report: reported,
  procedure,
  item: longItem,
  group,
  warning,
  critical,
  'later target': later,
  goal,
  'for-each': forEach,
} as const
