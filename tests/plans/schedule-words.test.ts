import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { schedule } from '../../src/cli/schedule.ts'

const now = new Date('2026-11-20T10:00:00Z')

const ferry = [
  'plan: ferry',
  'title: Night ferry',
  'timezone: America/St_Johns',
  'channel: "#deck"',
  'owner: "@maria"',
  'launch: 2026-12-01T09:00',
  'calendars: { in: { working-days: Monday to Saturday } }',
  'maintenance: [{ title: Dry dock, every: first Sunday of month at 22:00, lasts: 5h }]',
  'roles: { bridge: { rotation: ["@ana", "@ben"], hand-over: Tuesday at 20:00 } }',
  'procedures: { overboard: { items: [Stop the engine] } }',
  'rituals:',
  '  round:',
  '    sections:',
  '      - { title: Engine, every: Monday at 05:30 until T+1w; day 29 of February, items: [Oil] }',
  '  office: { every: weekday, timezone: Asia/Kolkata, calendar: in, items: [Post] }',
  '  drill: { every: on demand, items: [Boats] }',
]

async function printed(options: { readonly words?: true; readonly ics?: true }): Promise<string[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'rounds-')), 'ferry.yaml')
  writeFileSync(file, ferry.join('\n'))
  const lines: string[] = []
  const out = { line: (text: string) => lines.push(text), fault: (text: string) => lines.push(text) }
  expect(await schedule([file], { from: '2026-12-06', to: '2026-12-07', now, ...options }, out)).toBe(0)
  return lines
}

test('whoever asks reads behind the due times what each cadence says, also of what does not fall due', async () => {
  const table = await printed({})
  expect(await printed({ words: true })).toEqual([
    ...table,
    '',
    'Night ferry, in words',
    '  Round: Engine        every Monday at 05:30 until 1 week after launch, and day 29, or the last day, of February at 09:00 St Johns',
    '  Office               Monday to Saturday at 09:00 Kolkata',
    '  Drill                on demand',
    '  Dry dock             the first Sunday of each month at 22:00 St Johns',
    '  Hand-over of Bridge  every Tuesday at 20:00 St Johns',
    '  Weekly summary       every Friday at 16:30 St Johns',
  ])
})

test('a calendar has the maintenance windows too, as long as they last', async () => {
  const calendar = new ICAL.Component(ICAL.parse((await printed({ ics: true })).map((line) => `${line}\n`).join('')))
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  const [dock] = events.filter(({ summary }) => summary === 'Dry dock')
  expect(dock?.startDate.toJSDate().toISOString()).toBe('2026-12-07T01:30:00.000Z')
  expect(dock?.duration.toSeconds()).toBe(5 * 3600)
  expect(dock?.description).toContain('Begins 2026-12-06 22:00 America/St_Johns')
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
})
