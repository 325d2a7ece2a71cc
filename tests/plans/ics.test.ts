import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarFile } from '../../src/cli/calendar-file.ts'
import { schedule } from '../../src/cli/schedule.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { scheduleOf } from '../../src/domain/schedule.ts'
import { planWith } from './plans.ts'

const now = new Date('2026-11-20T10:00:00Z')

function eventsOf(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

function fileOf(plan: Plan, from: string, to: string): string {
  const rows = scheduleOf(plan, from, to).map((row) => ({ row, plan }))
  return `${calendarFile([plan], rows, now).join('\r\n')}\r\n`
}

test('a schedule is a calendar that a calendar program reads', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rounds-')), 'shop.yaml')
  writeFileSync(
    file,
    [
      'plan: shop',
      'timezone: America/New_York',
      'channel: "#ops"',
      'owner: "@maria"',
      'calendar: { holidays: [2026-03-07, 2026-03-09] }',
      'rituals:',
      '  open-up: { title: "Öffnen; prüfen, \\\\o/", every: day at 02:30, takes: 15m, items: [x] }',
      '  review:',
      '    sections:',
      '      - { title: Money / people, every: last Monday of quarter; day 9 of month, items: [x] }',
    ].join('\n'),
  )
  const lines: string[] = []
  const out = { line: (text: string) => lines.push(`${text}\n`), fault: (text: string) => lines.push(text) }
  expect(await schedule([file], { from: '2026-03-07', to: '2026-03-10', ics: true, now }, out)).toBe(0)
  const events = eventsOf(lines.join(''))
  expect(
    events.map((event) => [
      event.summary,
      event.startDate.toJSDate().toISOString(),
      event.duration.toSeconds() / 60,
      event.uid,
    ]),
  ).toEqual([
    ['Öffnen; prüfen, \\o/', '2026-03-08T07:30:00.000Z', 15, 'shop/open-up/20260308T073000Z@rounds'],
    ['Öffnen; prüfen, \\o/', '2026-03-10T06:30:00.000Z', 15, 'shop/open-up/20260310T063000Z@rounds'],
    [
      'Review: Money / people',
      '2026-03-10T13:00:00.000Z',
      0,
      'shop/review/Money%20%2F%20people/20260309T130000Z@rounds',
    ],
  ])
})

test('what says how long it takes lasts so long, and what says only until when it is open lasts until then', () => {
  const lengths = (keys: string, day = '2026-03-06') =>
    eventsOf(fileOf(planWith(keys), day, day)).map(({ startDate, duration, description }) => [
      startDate.toJSDate().toISOString().slice(11, 16),
      duration.toSeconds() / 60,
      description.match(/open until [^,]*/)?.[0],
    ])
  expect(lengths('every: day at 09:00, open-for: 2h')).toEqual([['14:00', 120, 'open until 2026-03-06 11:00']])
  expect(lengths('every: day at 09:00, open-for: 2h, takes: 15m')).toEqual([
    ['14:00', 15, 'open until 2026-03-06 11:00'],
  ])
  expect(lengths('every: day at 09:00')).toEqual([['14:00', 0, undefined]])
  const overTheChangeOfClocks = 6 * 24 * 60 + 15 * 60 - 60
  expect(lengths('every: week', '2026-03-02')).toEqual([
    ['14:00', overTheChangeOfClocks, 'open until 2026-03-09 00:00'],
  ])
})

test('what a holiday moves is open as long as on its own day', () => {
  const plan = planWith('every: day 9 of month at 09:00, open-for: 2h', 'calendar: { holidays: [2026-03-09] }')
  const [event] = eventsOf(fileOf(plan, '2026-03-09', '2026-03-09'))
  expect([event?.startDate, event?.endDate].map((time) => time?.toJSDate().toISOString())).toEqual([
    '2026-03-10T13:00:00.000Z',
    '2026-03-10T15:00:00.000Z',
  ])
})

test('it says when it was made, and the same due time has the same name however often it is made', () => {
  const plan = planWith('every: day at 09:00')
  const first = fileOf(plan, '2026-03-01', '2026-03-02')
  expect(first).toContain('DTSTAMP:20261120T100000Z')
  const uids = (file: string) => eventsOf(file).map(({ uid }) => uid)
  expect(uids(fileOf(plan, '2026-02-01', '2026-03-31'))).toEqual(expect.arrayContaining(uids(first)))
  expect(new Set(uids(fileOf(plan, '2026-02-01', '2026-03-31'))).size).toBe(59)
})

test('any title survives, and no line is longer than 75 octets', () => {
  const plan = planWith('every: day at 09:00')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (typed) => {
      const title = typed.replace(/\p{Cc}/gu, '')
      const titled = { ...plan, rituals: plan.rituals.map((ritual) => ({ ...ritual, title })) }
      const file = fileOf(titled, '2026-03-06', '2026-03-06')
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(eventsOf(file)[0]?.summary).toBe(title)
    }),
    { numRuns: 200 },
  )
})
