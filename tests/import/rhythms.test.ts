import { describe, expect, test } from 'vitest'
import { importDocument } from '../../src/plans/import/import.ts'
import type { Imported } from '../../src/plans/import/imported.ts'

/** A checklist of two items with these lines over them; the first of them is its heading. */
function imported(...lines: readonly string[]): Imported {
  const document = ['# House', '', ...lines.flatMap((line) => [line, '']), '- [ ] Look around', '- [ ] Write it down']
  const found = importDocument(document.join('\n'), { fileName: 'house.md' })
  if ('reason' in found) throw new Error(found.reason)
  return found
}

function everyOf(...lines: readonly string[]): string | undefined {
  return /^ {4}every: (.*)$/mu.exec(imported(...lines).yaml)?.[1]
}

describe('what comes every so many minutes or hours keeps', () => {
  test.each([
    ['## Night watch – hourly 22:00–06:00', 'cron 0 0-6,22-23 * * *'],
    ['## Doors – every hour between 9 am and 5 pm', 'cron 0 9-17 * * *'],
    ['## Doors – every hour, 9-5 pm', 'cron 0 9-17 * * *'],
    ['## Tank (every 4 hours, 06:00 to 20:00)', 'cron 0 6-18/4 * * *'],
    ['## Pump – every 45 minutes 08:00–10:15', 'cron 0,45 8 * * *; cron 30 9 * * *; cron 15 10 * * *'],
    ['## Filter – every 6 hours: 03:00, 09:00, 15:00, 21:00', 'cron 0 3-21/6 * * *'],
    ['## Pump – every 2 hours from 06:00', 'cron 0 6-22/2 * * * # chosen: until when'],
    ['## Gate – every 30 minutes, 7:00–8:00 and 15:30–16:30', 'cron */30 7,16 * * *; cron 0 8 * * *; cron 30 15 * * *'],
    ['## Chlorine – every 4 h', 'cron 0 */4 * * *'],
    ['## Nachtwache – stündlich 22:00–06:00', 'cron 0 0-6,22-23 * * *'],
    ['## Kühlung – alle 2 Stunden, 6 bis 18 Uhr', 'cron 0 6-18/2 * * *'],
    ['## Ronde – toutes les 2 heures de 8h à 18h', 'cron 0 8-18/2 * * *'],
  ])('its hours of the day: %s', (heading, every) => {
    expect(everyOf(heading)).toBe(every)
  })

  test.each([
    ['every 2 hours from 7:00 to 7:00', 'cron 0 1-23/2 * * *'],
    ['every 2 hours, 06:00–06:00', 'cron 0 */2 * * *'],
    ['every hour from 23:00 to 23:00', 'cron 0 * * * *'],
    ['every 6 hours from midnight to midnight', 'cron 0 */6 * * *'],
  ])('a whole day where they end as they begin: %s', (when, every) => {
    expect(everyOf(`## Rounds (${when})`)).toBe(every)
    expect(imported(`## Rounds (${when})`).plan.rituals[0]?.title).toBe('Rounds')
  })

  test.each([
    ['## Tank – every 4 hours (Mon–Fri)', 'cron 0 */4 * * 1-5'],
    ['## Tank – every 15 minutes, weekends', 'cron */15 * * * 6,0'],
    ['## Tank – hourly on Monday, Wednesday to Friday and Sunday', 'cron 0 * * * 1,3-5,0'],
    ['## Tank – hourly except Sundays', 'cron 0 * * * 1-6'],
    ['## Kühlung – alle 2 Stunden, Mo–Fr', 'cron 0 */2 * * 1-5'],
    ['## Ronde – toutes les 2 heures, lundi au vendredi', 'cron 0 */2 * * 1-5'],
  ])('its days of the week: %s', (heading, every) => {
    expect(everyOf(heading)).toBe(every)
  })

  test('both, and after midnight on the days after', () => {
    expect(everyOf('## During service – every 30 minutes, 22:00 – 03:00 Friday and Saturday')).toBe(
      'cron */30 22-23 * * 5,6; cron */30 0-2 * * 6,0; cron 0 3 * * 6,0',
    )
  })

  test.each([
    ['weekdays 07:00–19:00, weekends 09:00–17:00', 'cron 0 7-19/2 * * 1-5; cron 0 9-17/2 * * 6,0'],
    ['07:00–19:00 Monday to Friday, 08:00–12:00 Saturday', 'cron 0 7-19/2 * * 1-5; cron 0 8-12/2 * * 6'],
  ])('the hours of each of its days: %s', (when, every) => {
    expect(everyOf(`## Round – every 2 hours, ${when}`)).toBe(every)
  })

  test('its months', () => {
    expect(everyOf('## Moorings – every 6 hours, October to April')).toBe('cron 0 */6 * 1-4,10-12 *')
  })

  test('what a line below its heading says', () => {
    expect(everyOf('## Rounds', 'Every 2 hours from 06:00 to 18:00, weekdays only')).toBe('cron 0 6-18/2 * * 1-5')
    expect(everyOf('## Rounds', 'Frequency: every 2 hours, 06:00–18:00, Sat + Sun')).toBe('cron 0 6-18/2 * * 6,0')
  })

  test('what a heading around it says', () => {
    expect(everyOf('## Winter season: October to April', '### Weekdays', '#### Boiler, every 3 hours')).toBe(
      'cron 0 */3 * 1-4,10-12 1-5',
    )
  })

  test('and is open until it comes again, not as long as those hours', () => {
    expect(imported('## Day watch – hourly 06:00–18:00').yaml).not.toContain('open-for')
  })
})

describe('what comes every so many hours, from a day on', () => {
  test.each([
    ['every 24 hours', 'day at 09:00 # chosen: the time'],
    ['every 48 hours', '2 days at 09:00 from 2026-01-05 # chosen: the time and from which day'],
    ['every 72 h at 07:30', '3 days at 07:30 from 2026-01-05 # chosen: from which day'],
  ])('comes every so many days: %s', (when, every) => {
    const { yaml, plan } = imported(`## Filter – ${when}`)
    expect(yaml).toContain(`every: ${every}\n`)
    expect(plan.rituals[0]?.title).toBe('Filter')
  })

  test.each([['every 36 h'], ['every 50 hours'], ['every 2000 minutes']])('or keeps its words: %s', (when) => {
    expect(imported(`## Filter – ${when}`).plan.rituals[0]?.title).toBe(`Filter – ${when}`)
    expect(toldOf(`## Filter – ${when}`)).toEqual([
      [3, 'nothing in the plan says when: its words are kept in the title'],
    ])
  })

  test('also of a section, which comes with its ritual', () => {
    const lines = ['## Round, daily at 08:00', '### Floors', '- [ ] Mop', '### Filter, every 36 h']
    expect(imported(...lines).yaml).toContain('title: Filter, every 36 h #')
    expect(toldOf(...lines)).toEqual([
      [9, '"day at 08:00" is not all that it says of when: its words are kept in the title'],
    ])
  })
})

describe('what comes in some months only', () => {
  test.each([
    ['## Moorings – twice daily, 06:00 and 18:00, October to April', 'cron 0 6,18 * 1-4,10-12 *'],
    ['## Beach (daily, June to August, 07:30)', 'cron 30 7 * 6-8 *'],
    ['## Walk – weekdays at 09:00, except July and August', 'cron 0 9 * 1-6,9-12 1-5'],
    ['## Pool – Sat & Sun at 08:00, May–Sep', 'cron 0 8 * 5-9 6,0'],
    ['## Lamp – three times a day, Nov to Feb', 'cron 0 9-17/4 * 1-2,11-12 * # chosen: the time'],
    ['## Boiler – quarterly: Jan, Apr, Jul, Oct', 'January, April, July, October'],
    ['## Gutters – monthly, Oct to Dec', 'October, November, December'],
    ['## Roof – first Monday of the month at 10:00, in April and May', 'first Monday of April, May at 10:00'],
  ])('comes in those: %s', (heading, every) => {
    expect(everyOf(heading)).toBe(every)
  })
})

test.each([
  ['## Till (weekdays 22:15, weekends 18:15)', 'weekday at 22:15; Saturday, Sunday at 18:15'],
  [
    '## Bins – Monday 08:00, 12:00 and Thursday to Saturday 14:00',
    'Monday at 08:00, 12:00; Thursday to Saturday at 14:00',
  ],
  ['## Bins – Monday and Thursday at 08:00, 14:00', 'Monday, Thursday at 08:00, 14:00'],
])('each day has the times that stand behind it: %s', (heading, every) => {
  expect(everyOf(heading)).toBe(every)
})

test('what is open past midnight falls due when it opens', () => {
  expect(imported('## Bar, daily 22:00–03:00').yaml).toMatch(/every: day at 22:00\n {4}open-for: 5h$/mu)
})

/** What is not wholly taken, with the reason. */
function toldOf(...lines: readonly string[]): readonly (readonly [line: number, reason: string])[] {
  return imported(...lines)
    .unplaced.filter(({ text }) => lines.some((line) => line.includes(text)))
    .map(({ line, reason }) => [line, reason])
}

describe('what a cadence does not say of a heading stays in the title, and its line is told', () => {
  test.each([
    ['Garden – weekly, April to September', 'week'],
    ['Yard – every 2 weeks, May to September', '2 weeks on Monday at 09:00 from 2026-01-05'],
    ['Boats – daily, in winter', 'day at 09:00'],
    ['Watch – hourly, at night', 'cron 0 * * * *'],
    ['Kitchen – daily at 06:00, Sundays at 08:00', 'Sunday at 06:00, 08:00'],
    ['Deep clean (weekly and daily)', 'day at 09:00'],
    ['Round – hourly, Mon 06:00–08:00, 10:00–12:00, Sat 08:00–12:00', 'cron 0 6-12 * * 1,6'],
    ['Mow – weekly (Apr–Oct), monthly (Nov–Mar)', 'week'],
    ['Pool – every 2 hours (May 15 – Sept 15)', 'cron 0 */2 * * *'],
    ['Gate – daily 06:00 (summer), 07:00 (winter)', 'day at 06:00, 07:00'],
  ])('%s', (heading, every) => {
    const { plan } = imported(`## ${heading}`)
    expect(plan.rituals[0]?.title).toBe(heading)
    expect(toldOf(`## ${heading}`)).toEqual([
      [3, `"${every}" is not all that it says of when: its words are kept in the title`],
    ])
  })

  test('nor an interval that is none', () => {
    expect(imported('## Filter – every 2-3 hours').plan.rituals[0]?.title).toBe('Filter – every 2-3 hours')
  })

  test('nor a figure that may be hours or anything else', () => {
    expect(imported('## Doors – every hour, 9–17').plan.rituals[0]?.title).toBe('Doors – every hour, 9–17')
  })

  test('nor the day of a section that comes with its ritual', () => {
    const { yaml } = imported('## Round, Mondays at 08:00', '### Floors', '- [ ] Mop', '### Bins (Tuesday)')
    expect(yaml).toMatch(/Bins \(Tuesday\)/u)
  })
})

describe('what it does not say of a line stays in a note', () => {
  test.each([['Frequency: weekly, April to October'], ['Monday to Friday at 07:00, in the season.']])('%s', (line) => {
    expect(imported('## Rounds', line).yaml).toMatch(new RegExp(`note: "?${line}`, 'u'))
    expect(toldOf('## Rounds', line).map(([, reason]) => reason)).toEqual([
      expect.stringMatching(/is not all that it says of when: its words are kept in the note$/u),
    ])
  })

  test('also where only other words stand beside it', () => {
    expect(imported('## Rounds', 'Frequency: daily, before opening').yaml).toContain(
      'note: "Frequency: daily, before opening"',
    )
  })

  test('and so do the months of a heading around it', () => {
    const { yaml, unplaced } = imported('## Winter season: October to April', '### Boiler, weekly', '### Roof, weekly')
    expect(yaml).toContain('note: "Winter season: October to April"')
    expect(unplaced.map(({ line }) => line)).toContain(3)
  })
})

describe('a cell that says how often', () => {
  const table = [
    '| Task | When |',
    '|---|---|',
    '| Fridge | every 2 hours, 06:00–18:00 |',
    '| Bins | Mon and Thu |',
    '| Rack | every 2 hours, 06:00–18:00 |',
  ]

  test('gives its rows a cadence of their own, named in its words', () => {
    const { yaml } = imported('## Round, daily at 08:00', [...table, '| Oven | before service |'].join('\n'))
    expect(yaml).toMatch(/title: Every 2 hours, 06:00–18:00 #.*\n\s+every: cron 0 6-18\/2 \* \* \*\n/u)
    expect(yaml).toContain('every: Monday, Thursday at 09:00 # chosen: the time')
    expect(yaml).toContain('{item: Oven, note: "When: before service"}')
  })

  test('is a note where its row comes with all the others', () => {
    const { yaml } = imported('## Procedure: closing', table.join('\n'), '## Daily')
    expect(yaml).toContain('{item: Bins, note: "When: Mon and Thu"}')
  })
})

test('a list within a section keeps in its name what it says of when', () => {
  const { yaml } = imported('## Round, daily at 08:00', '### Bar', '- Ice (Mon–Fri)\n  - Scoop\n  - Bin')
  expect(yaml).toContain('group: Ice (Mon–Fri)')
})
