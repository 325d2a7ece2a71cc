import type { partsOfPlans } from '../../../scripts/plan-language/keys-of-plans.ts'
import { type Heeded, hides, says } from './shown.ts'
import {
  card,
  check,
  declaring,
  failing,
  home,
  idleWeek,
  incident,
  mayRetire,
  schedule,
  starting,
  updating,
} from './surfaces.ts'
import { archived, declared, posted } from './team-surfaces.ts'

const launch = { launch: '2026-12-01T09:00' }
const atLaunch = { ...launch, rituals: '{ open-up: { every: T+0, items: [Lights on] } }' }
const ben = { people: '["@ben"]' }

const untilFriday = posted('2026-11-20T14:59:00+01:00', '2026-11-20T16:30:00+01:00')
const aDayAhead = posted('2026-11-20T02:00:00+01:00', '2026-11-21T01:59:00+01:00')
const asItBegins = posted('2026-11-22T01:59:00+01:00', '2026-11-22T02:00:00+01:00')

export const keysOfPlans: Heeded<typeof partsOfPlans> = {
  plan: {
    plan: says(card(), 'Corner shop ·'),
    title: says(card(), 'Corner shop ·'),
    version: says(home(), 'version 1.0'),
    updated: says(home(), 'updated 2026-01-05'),
    review: [
      says(home('2026-03-01'), 'next review 2026-03-06'),
      says(idleWeek(), 'Plan review overdue since 2026-03-06'),
      says(check('2026-11-20'), 'the review of this plan was due on 2026-03-06'),
    ],
    timezone: says(card(), '09:00 New York'),
    'day-starts': says(card(), '08:15 Paris'),
    launch: says(schedule('2026-12-01', '2026-12-01'), '2026-12-01 09:00', { beside: atLaunch }),
    channel: says(card(), 'in #kitchen'),
    incidents: says(declared, 'in #incidents\nP0 incident 1'),
    fallback: says(archived, 'in #ops-spare\nOpen up'),
    owner: says(card(), 'owner @maria'),
    admins: says(mayRetire, 'Maria may retire it'),
    roles: says(check('2026-11-20'), 'nothing in the plan needs "chef"'),
    calendar: says(schedule('2026-12-25', '2026-12-25'), '2026-12-25 is a holiday'),
    calendars: says(schedule('2026-07-03', '2026-07-03'), '2026-07-03 is a holiday', {
      beside: { calendar: 'us' },
      instead: { calendars: '{ us: { working-days: Monday } }' },
    }),
    severities: says(declaring, 'P1 High · respond within 1 h, resolve within 12 h'),
    escalation: says(incident(), 'then Technician'),
    phases: [
      says(home('2026-12-02'), 'Phase: Immediate', { beside: launch }),
      says(card('2026-12-02'), 'Shop, Immediate', { beside: launch }),
      says(idleWeek('2026-12-02'), 'Phase: Immediate', { beside: launch }),
    ],
    targets: [says(home(), 'Uptime > 99.9%'), says(idleWeek(), 'Uptime > 99.9%')],
    practices: says(home(), 'Back up before major changes'),
    documents: says(home(), 'https://example.com/runbook'),
    maintenance: says(schedule('2026-12-06', '2026-12-06'), 'Updates · #ops'),
    templates: says(updating, '[Users]'),
    summary: says(posted('2026-11-20T14:59:00+01:00', '2026-11-20T15:00:00+01:00'), 'in #leadership\nShop, '),
    procedures: says(starting, 'Rollback'),
    rituals: says(schedule('2026-11-20', '2026-11-20'), '18:00 · Europe/Paris · Close'),
  },
  role: {
    title: says(incident(), 'then Technical lead', { beside: ben }),
    people: says(card(), 'owner @maria'),
    group: says(card(), 'owner @support-one and @support-two'),
    rotation: says(card(), 'owner @ben'),
    'hand-over': says(card('2026-11-21'), 'owner @ben', { instead: { 'hand-over': 'Friday at 09:00' } }),
    from: says(card('2026-11-24'), 'owner @ben'),
    cover: says(card('2026-12-25'), 'owner @dana'),
    hours: says(check('2026-11-20'), 'more than 10 hours', { beside: ben }),
    contacts: says(incident(15), 'Technician: On-call phone, +1 555 0100', { beside: ben }),
  },
  cover: {
    from: says(card('2026-12-25'), 'owner @dana'),
    to: says(card('2026-12-26'), 'owner @dana'),
    person: says(card('2026-12-24'), 'owner @eve'),
  },
  contact: {
    name: says(incident(15), 'Technician: On-call phone, 555 0100'),
    email: says(incident(15), '555 0100, oncall@example.com'),
    phone: says(incident(15), '+1 555 0199'),
  },
  calendar: {
    holidays: says(schedule('2026-12-25', '2026-12-25'), '2026-12-25 is a holiday'),
    'working-days': says(schedule('2026-11-22', '2026-11-22'), '2026-11-22 09:00'),
  },
  severity: {
    name: says(declaring, 'P0 Blocker'),
    when: [
      says(declaring, 'P0 Critical: System completely down, Data loss'),
      says(failing(), 'P0 Critical (System completely down, Data loss)'),
    ],
    respond: says(incident(), 'Respond by 10:10'),
    resolve: says(declaring, 'resolve by the next release'),
    escalate: says(incident(), '@dana'),
    updates: says(incident(30, { taken: true }), 'Please send an update'),
    alerts: says(declaring, 'alerts: Error rate > 5%'),
    procedure: says(declared, 'Critical issue — 0 of 1'),
  },
  level: {
    role: says(incident(15), '@dana'),
    after: says(incident(), 'today at 10:30'),
    on: says(incident(), 'again'),
  },
  phase: {
    title: says(home('2026-12-02'), 'Phase: Short term'),
    from: hides(home('2026-12-02'), 'Phase: Immediate'),
    to: [says(home('2026-12-02'), 'Phase: Immediate, until 2027-02-01'), hides(home('2027-02-01'), 'Phase: Immediate')],
    focus: says(home('2026-12-02'), 'Focus: System stability'),
    monitoring: says(home('2026-12-02'), 'Monitoring: Around the clock'),
  },
  maintenance: {
    title: says(schedule('2026-11-22', '2026-12-06'), 'AWS updates'),
    every: hides(schedule('2026-11-22', '2026-11-22'), 'Updates'),
    lasts: says(schedule('2026-11-22', '2026-11-22'), ' · 120 · '),
    notice: hides(aDayAhead, 'Maintenance planned'),
    channel: says(asItBegins, 'in #users\nMaintenance'),
    text: says(asItBegins, 'Bookings are taken, and confirmed once it is over.'),
  },
  template: {
    title: says(updating, '[Stakeholder update]'),
    audience: says(updating, 'for stakeholders'),
    channel: says(updating, 'also sent to #leadership'),
    text: says(updating, 'payments are down: investigating'),
  },
  summary: {
    channel: says(untilFriday, 'in #leadership\nShop, '),
    every: says(posted('2026-11-23T07:59:00+01:00', '2026-11-23T08:00:00+01:00'), 'in #ops\nShop, '),
  },
}
