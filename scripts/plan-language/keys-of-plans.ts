import { calendarForm } from '../../src/plans/calendars.ts'
import { rungForm } from '../../src/plans/escalation.ts'
import { phaseForm } from '../../src/plans/facts.ts'
import { planForm, summaryForm } from '../../src/plans/load.ts'
import { maintenanceForm } from '../../src/plans/maintenance.ts'
import { contactForm, coverForm, roleForm } from '../../src/plans/roles.ts'
import { severityForm } from '../../src/plans/severities.ts'
import { templateForm } from '../../src/plans/templates.ts'
import { aPart, either, listOf, mapOf, part, text, underHeadings } from './part.ts'

const head = 'plan: shop\ntimezone: Europe/Paris\nchannel: "#ops"\n'
const rituals = 'rituals:\n  open-up: { every: weekday at 09:00, items: [Lights on] }\n'
const ofTechnician =
  'escalation: ["@eli", technician]\nrituals:\n  open-up: { every: day at 09:00, takes: 2h, owner: technician, items: [Lights on] }\n'
const notes = either(listOf(text), underHeadings(listOf(text)))

const plan = part(
  planForm,
  {
    around: '…',
    least: {
      plan: 'shop',
      timezone: 'Europe/Paris',
      channel: '"#ops"',
      roles: '{ manager: { people: ["@maria"] }, technician: { people: ["@ben"] } }',
      rituals: '{ open-up: { every: day, items: [Lights on] } }',
    },
  },
  {
    plan: { says: 'its name: small letters, digits, hyphens', example: 'corner-shop', without: 'required' },
    title: { says: 'what it is called', example: 'Corner shop', without: 'from `plan`' },
    version: { says: 'of the agreement; shown in Home', example: '"1.0"' },
    updated: { says: 'the day on which it was last changed; shown in Home', example: '2026-01-05' },
    review: {
      says: 'the day on which it is to be looked at again: shown in Home, and once it is past also in the summary and by `check`',
      example: '2026-03-06',
    },
    timezone: { says: 'the zone of its wall times: an IANA name', example: 'America/New_York', without: 'required' },
    'day-starts': { says: 'the time of cadences that name none', example: '"08:15"', without: '09:00' },
    launch: {
      says: 'T+0, for what counts from a launch',
      example: '2026-12-01T09:00',
      without: 'what counts from a launch waits for one',
    },
    channel: { says: 'where checklists go', example: '"#kitchen"', without: 'required' },
    incidents: {
      says: 'where incidents go; an issue of an item stands in the thread of its card',
      example: '"#incidents"',
      without: '`channel`',
    },
    fallback: {
      says: 'where messages go whose channel takes none',
      example: '"#ops-spare"',
      without: '`channel`',
    },
    owner: {
      says: 'a role or a person: who owns what nobody else does',
      example: 'manager',
      without: "the first of `ROUNDS_ADMINS`, else of the workspace's admins",
    },
    admins: {
      says: 'who may change the plan, besides those of `ROUNDS_ADMINS` or the workspace',
      example: '["@maria"]',
    },
    roles: { says: 'who does what, by name', example: '{ chef: { people: ["@ana"] } }', holds: mapOf(aPart('role')) },
    calendar: {
      says: 'holidays and working days, or the name of one of `calendars`',
      example: '{ holidays: [2026-12-25], working-days: Sunday to Thursday }',
      without: 'no holidays; Monday to Friday',
      holds: either(text, aPart('calendar')),
    },
    calendars: {
      says: 'calendars by name, for the plan or for rituals',
      example: '{ us: { holidays: [2026-07-03] }, fr: { holidays: [2026-07-14] } }',
      holds: mapOf(aPart('calendar')),
    },
    severities: {
      says: 'how bad an issue is, and its clocks: `P0` to `P3`',
      example: '{ P1: { respond: 1h, resolve: 12h, escalate: technician } }',
      without: 'P0 15m/1h, P1 2h/24h, P2 24h/1w, P3 48h/none',
      holds: { kind: 'keys', keys: ['P0', 'P1', 'P2', 'P3'], of: aPart('severity') },
    },
    escalation: {
      says: 'who is asked, one after the other, as clocks run out',
      example: '[manager, technician]',
      without: "the issue's owner alone",
      holds: listOf(either(text, aPart('level'))),
    },
    phases: {
      says: 'the stretches of its life; shown in Home, on cards and in the summary',
      example: '[{ title: Immediate, from: T+0, to: T+1w }]',
      holds: listOf(aPart('phase')),
    },
    targets: {
      says: 'what it is held to, in words: lines, or lists under headings; in Home and at the end of the summary',
      example: '[Uptime > 99.9%]',
      holds: notes,
    },
    practices: { says: 'how the team works; in Home', example: '[Back up before major changes]', holds: notes },
    documents: { says: 'what to read; in Home', example: '["https://example.com/runbook"]', holds: notes },
    maintenance: {
      says: 'when something may not work, told of beforehand',
      example: '[{ title: Updates, every: first Sunday of month at 02:00, lasts: 2h }]',
      holds: listOf(aPart('maintenance')),
    },
    templates: {
      says: 'messages to people outside, by name',
      example: '{ users: { channel: "#users", text: "{title}: {status}" } }',
      holds: mapOf(aPart('template')),
    },
    summary: {
      says: 'the weekly post',
      example: '{ channel: "#leadership", every: Friday at 15:00 }',
      without: 'Friday at 16:30 in `channel`',
      holds: aPart('summary'),
    },
    procedures: {
      says: 'what is started when it is needed, by name',
      example: '{ rollback: { items: [Restore the snapshot] } }',
      holds: mapOf(aPart('procedure')),
    },
    rituals: {
      says: 'what falls due, by name: 1 to 200',
      example: '{ close: { every: day at 18:00, items: [Lights off] } }',
      without: 'required',
      holds: mapOf(aPart('ritual')),
    },
  },
)

const turns = { rotation: '["@ben", "@cara"]', 'hand-over': 'Monday at 09:00' }

const role = part(
  roleForm,
  { around: `${head}roles:\n  technician:\n    …\n${ofTechnician}` },
  {
    title: { says: 'what the role is called', example: 'Technical lead', without: 'from its key' },
    people: { says: 'who has it', example: '["@maria"]' },
    group: {
      says: 'a user group; who is in it is read at the start and every ten minutes. Needs the scope `usergroups:read`',
      example: '"@support"',
    },
    rotation: {
      says: 'people in turn',
      example: '["@ben", "@cara"]',
      beside: { 'hand-over': 'Monday at 09:00' },
    },
    'hand-over': {
      says: 'the cadence at which the next takes over',
      example: 'Monday at 09:00',
      without: 'required of a rotation',
      beside: { rotation: '["@ben", "@cara"]' },
    },
    from: {
      says: 'the day on which the first of the rotation takes it',
      example: '2026-11-23',
      without: '2024-01-01, a Monday',
      beside: turns,
    },
    cover: {
      says: 'who stands in',
      example: '[{ from: 2026-12-24, to: 2026-12-27, person: "@dana" }]',
      beside: turns,
      holds: listOf(aPart('cover')),
    },
    hours: {
      says: 'what all who have it have for its rituals in a week; `check` warns of more',
      example: '10h',
      without: '40 hours each',
    },
    contacts: {
      says: "how to reach them otherwise: on the incident and in the ask when that level's turn has come",
      example: '[{ name: On-call phone, phone: "+1 555 0100" }]',
      holds: listOf(aPart('contact')),
    },
  },
)

const cover = part(
  coverForm,
  {
    around: `${head}roles:\n  technician:\n    rotation: ["@ben", "@cara"]\n    hand-over: Monday at 09:00\n    cover:\n      -\n        …\n${ofTechnician}`,
    least: { from: '2026-12-24', person: '"@dana"' },
  },
  {
    from: { says: 'the first day, from `day-starts` on', example: '2026-12-25', without: 'required' },
    to: { says: 'the last day, to `day-starts` of the next', example: '2026-12-27', without: '`from`' },
    person: { says: 'who stands in', example: '"@eve"', without: 'required' },
  },
)

const contact = part(
  contactForm,
  {
    around: `${head}roles:\n  technician:\n    people: ["@ben"]\n    contacts:\n      -\n        …\n${ofTechnician}`,
    least: { phone: '555 0100' },
  },
  {
    name: { says: 'what it is called', example: 'On-call phone' },
    email: { says: 'an address', example: 'oncall@example.com', without: 'one of `email` and `phone` is required' },
    phone: { says: 'a number', example: '"+1 555 0199"', without: 'one of `email` and `phone` is required' },
  },
)

const calendar = part(
  calendarForm,
  { around: `${head}calendar:\n  …\n${rituals}` },
  {
    holidays: { says: 'days on which nobody works', example: '[2026-12-25, 2027-01-01]', without: 'none' },
    'working-days': {
      says: 'days of the week, listed or with `to`',
      example: 'Sunday to Thursday',
      without: 'Monday to Friday',
      holds: either(text, listOf(text)),
    },
  },
)

const severity = part(
  severityForm,
  {
    around: `${head}roles:\n  cto: { people: ["@dana"] }\nprocedures:\n  critical-issue: { items: [All hands notified] }\nseverities:\n  P0:\n    …\n${rituals}`,
  },
  {
    name: { says: 'what it is called', example: 'Blocker', without: 'Critical, High, Medium, Low' },
    when: {
      says: 'examples, in words: shown by `/incident help` and where a severity is chosen',
      example: '[System completely down, Data loss]',
    },
    respond: { says: 'the clock of the acknowledgement', example: '10m', without: 'as told under `severities`' },
    resolve: {
      says: 'the clock of the resolution; `none`; or a milestone, `next …`, which is shown and runs no clock, but for `next maintenance window`',
      example: 'next release',
      without: 'as told under `severities`',
      holds: text,
    },
    escalate: {
      says: 'the role or person that is asked at once',
      example: 'cto',
      without: 'the first level of `escalation`',
    },
    updates: { says: 'how often whoever runs an incident is asked where it stands', example: '30m', without: 'never' },
    alerts: { says: 'metrics with their limits, in words', example: '[Error rate > 5%]' },
    procedure: {
      says: 'the procedure whose steps come along with every incident of it',
      example: 'critical-issue',
    },
  },
)

const level = part(
  rungForm,
  {
    around: `${head}roles:\n  cto: { people: ["@dana"] }\nescalation:\n  - "@eli"\n  -\n    …\n${rituals}`,
    least: { role: '"@maria"' },
  },
  {
    role: { says: 'the role or person', example: 'cto', without: 'required' },
    after: {
      says: 'how long after the level before it was asked',
      example: '30m',
      without: 'as long as the clock itself',
    },
    on: {
      says: '`no-response`: only where nobody acknowledged; `breach`: only where it is not resolved in time',
      example: 'breach',
      without: 'in either case',
    },
  },
)

const phase = part(
  phaseForm,
  {
    around: `${head}launch: 2026-12-01T09:00\nphases:\n  -\n    …\n${rituals}`,
    least: { title: 'Immediate', from: 'T+0' },
  },
  {
    title: { says: 'what it is called', example: 'Short term', without: 'required' },
    from: { says: 'a date, or a time after the launch', example: 'T+1w', without: 'required' },
    to: { says: 'when it is over: the day behind its last one', example: '2027-02-01', without: 'it goes on' },
    focus: { says: 'what counts in it', example: 'System stability' },
    monitoring: { says: 'how closely is watched', example: 'Around the clock' },
  },
)

const maintenance = part(
  maintenanceForm,
  {
    around: `${head}maintenance:\n  -\n    …\n${rituals}`,
    least: { title: 'Updates', every: 'Sunday at 02:00', lasts: '1h' },
  },
  {
    title: { says: 'what it is called', example: 'AWS updates', without: 'required' },
    every: { says: 'the cadence at which it begins', example: 'first Sunday of month at 02:00', without: 'required' },
    lasts: { says: 'how long', example: '2h', without: 'required' },
    notice: { says: 'how long before it is announced', example: '24h', without: '48 hours' },
    channel: { says: 'where it is announced', example: '"#users"', without: "the plan's" },
    text: { says: 'what stands in the announcement', example: 'Bookings are taken, and confirmed once it is over.' },
  },
)

const template = part(
  templateForm,
  {
    around: `${head}templates:\n  users:\n    …\n${rituals}`,
    least: { channel: '"#users"', text: '"{title}"' },
  },
  {
    title: { says: 'what it is called', example: 'Stakeholder update', without: 'from its key' },
    audience: { says: 'whom it is for, in a word', example: 'stakeholders' },
    channel: { says: 'where it is sent', example: '"#leadership"', without: 'required' },
    text: { says: 'what is sent, with fields in braces', example: '"{title}: {status}"', without: 'required' },
  },
)

const summary = part(
  summaryForm,
  { around: `${head}summary:\n  …\n${rituals}` },
  {
    channel: { says: 'where it is posted', example: '"#leadership"', without: "the plan's" },
    every: { says: 'the cadence at which it is posted', example: 'Monday at 08:00', without: 'Friday at 16:30' },
  },
)

export const partsOfPlans = {
  plan,
  role,
  cover,
  contact,
  calendar,
  severity,
  level,
  phase,
  maintenance,
  template,
  summary,
} as const
