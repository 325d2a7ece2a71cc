import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { schedule } from '../../src/cli/schedule.ts'
import { readPlanFiles } from '../../src/plans/files.ts'

const today = '2026-03-01'
const now = new Date('2026-03-01T12:00:00Z')

function paper() {
  const lines: string[] = []
  const faults: string[] = []
  return {
    lines,
    faults,
    out: { line: (text: string) => lines.push(text), fault: (text: string) => faults.push(text) },
  }
}

const small =
  'plan: shop\ntimezone: Europe/Paris\nchannel: "#ops"\nowner: "@maria"\nrituals: { a: { every: day, items: [x] } }\n'

function fileOf(source: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'rounds-')), 'shop.yaml')
  writeFileSync(file, source)
  return file
}

const contradictions = new Set(['clocks', 'two-targets', 'item-limits', 'alerts', 'parts', 'phases', 'tight-window'])
const pathOf = (plan: string) => `plans/${plan}.yaml`

describe('rounds check', () => {
  test('passes the plan that ships, with warnings of its pile-ups and of what its document contradicts', async () => {
    const { lines, faults, out } = paper()
    expect(await check(['plans/drainpro.yaml'], { today }, out)).toBe(0)
    expect(lines).toEqual([expect.stringMatching(/^plans\/drainpro\.yaml: \d+ rituals, \d+ items, \d+ warnings$/)])
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^plans\/drainpro\.yaml:\d+:7: warning: this target wants P0 answered in 5m/),
        expect.stringMatching(/^plans\/drainpro\.yaml:\d+:3: warning: "monday" and "morning" both want/),
      ]),
    )
  })

  test('finds in each plan that ships what its document contradicts, and nothing else of the kind', async () => {
    const { lines, out } = paper()
    const plans = ['bookedbarber', 'drainpro', 'plomberie', 'post-launch', 'schedulo', 'shop']
    expect(await check(plans.map(pathOf), { today, json: true }, out)).toBe(0)
    const found = lines.map((line) => JSON.parse(line)).filter(({ rule }) => contradictions.has(rule))
    expect(found.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'plans/bookedbarber.yaml this phase ends on 2027-02-15, and "Medium-term Period" begins on 2027-02-11: from then on only that one is shown',
      'plans/bookedbarber.yaml this reading wants P0 resolved in 4 h, and its clock leaves 2h: if it is an average, say so',
      'plans/bookedbarber.yaml this reading wants P1 resolved in 24 h, and its clock leaves 8h: if it is an average, say so',
      'plans/drainpro.yaml this target wants P0 answered in 5m, and its clock leaves 15m',
      'plans/drainpro.yaml this target wants every issue resolved in 1d, and the clock of P2 leaves 1w',
    ])
  })

  test('puts every fault on stderr with its place', async () => {
    const file = fileOf('plan: shop\ntimezone: Mars/Crater\nchannel: "#ops"\nrituals: { a: { every: day } }\n')
    const { lines, faults, out } = paper()
    expect(await check([file, 'nowhere.yaml'], { today }, out)).toBe(1)
    expect(faults).toEqual([
      expect.stringContaining(`${file}:2:11: "timezone" must be an IANA time zone`),
      `${file}:4:12: a ritual has either "items" or "sections"`,
      'nowhere.yaml:1:1: this file cannot be read: there is no such file',
    ])
    expect(lines).toEqual([`${file}: 2 faults`, 'nowhere.yaml: 1 fault'])
  })

  test('finds a plan at fault that has the name of another, and no file beside itself', async () => {
    const [first, second] = [fileOf(small), fileOf(`# The same again.\n${small}`)]
    const { faults, lines, out } = paper()
    expect(await check([first, first, second], { today }, out)).toBe(1)
    expect(faults).toEqual([
      `${second}:2:7: the plan in ${first} is called "shop" too, and only one of them can be in force: give this one a name of its own`,
    ])
    expect(lines.at(-1)).toBe(`${second}: 1 fault`)
    expect(await schedule([first, second], { from: today, to: today, now, ics: true }, out)).toBe(1)
    expect(faults).toHaveLength(2)
  })

  test('finds what the start then refuses too, of a folder with two plans of one name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rounds-'))
    for (const name of ['bar', 'shop']) writeFileSync(join(folder, `${name}.yaml`), small)
    expect(readPlanFiles(folder)).toEqual({
      faults: [expect.stringContaining(`shop.yaml:1:7: the plan in ${join(folder, 'bar.yaml')} is called "shop" too`)],
    })
  })

  test('prints one object a line and nothing else as JSON', async () => {
    const file = fileOf('plan: shop\n')
    const { lines, faults, out } = paper()
    expect(await check([file], { today, json: true }, out)).toBe(1)
    expect(faults).toEqual([])
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      file,
      line: 1,
      column: 1,
      level: 'fault',
      rule: 'missing',
      message: '"timezone" is missing',
    })
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['file', 'line', 'column', 'level', 'rule', 'message'])
  })
})

describe('rounds schedule', () => {
  test('prints a table by day', async () => {
    const { lines, out } = paper()
    expect(await schedule(['plans/drainpro.yaml'], { from: '2026-03-06', to: '2026-03-07', now }, out)).toBe(0)
    expect(lines).toEqual([
      'Friday 6 March 2026',
      '  09:00  Morning checklist         15m  #ops  operations-manager',
      '  09:30  Daily security checks          #ops  technical-lead',
      '  16:00  Friday afternoon          30m  #ops  operations-manager',
      '  17:00  Evening checklist         10m  #ops  operations-manager',
      '',
      'Saturday 7 March 2026',
      '  09:00  Morning checklist         15m  #ops  operations-manager',
      '  09:30  Daily security checks          #ops  technical-lead',
      '  17:00  Evening checklist         10m  #ops  operations-manager',
    ])
  })

  test('tells until when a ritual is open, but for one that is open to the end of its day', async () => {
    const file = fileOf(
      [
        'plan: shop',
        'timezone: Europe/Paris',
        'channel: "#ops"',
        'owner: "@maria"',
        'calendar: { holidays: [2026-12-25, 2026-12-28] }',
        'maintenance: [{ title: Updates, every: Friday at 02:00, lasts: 2h }]',
        'rituals:',
        '  open-up: { every: Friday at 09:00, on-holiday: keep, open-for: 2h, takes: 15m, items: [x] }',
        '  ships: { every: Friday at 09:00, on-holiday: skip, open-for: 1h, items: [x] }',
        '  kitchen: { every: "Friday at 12:00, 18:00", on-holiday: keep, items: [x] }',
        '  office: { every: Friday at 15:00, on-holiday: keep, open-for: 12h, timezone: America/New_York, items: [x] }',
        '  count: { every: Friday at 23:00, on-holiday: next-working-day, open-for: 30m, items: [x] }',
        '  week: { every: week, on-holiday: keep, items: [x] }',
      ].join('\n'),
    )
    const { lines, out } = paper()
    expect(await schedule([file], { from: '2026-12-21', to: '2026-12-25', now }, out)).toBe(0)
    expect(lines).toEqual([
      'Monday 21 December 2026',
      '  09:00  Week             until Mon 28 Dec 00:00  #ops  @maria',
      '',
      'Friday 25 December 2026',
      '  02:00  Updates      2h                          #ops          maintenance',
      '  09:00  Open up     15m  until 11:00             #ops  @maria',
      '  09:00  Ships                                    #ops  @maria  2026-12-25 is a holiday: left out',
      '  12:00  Kitchen          until 18:00             #ops  @maria',
      '  18:00  Kitchen                                  #ops  @maria',
      '  15:00  Office           until Sat 26 Dec 03:00  #ops  @maria  New York',
      '  23:00  Count            until Tue 29 Dec 23:30  #ops  @maria  2026-12-25 is a holiday; opens on 2026-12-29',
    ])
  })

  describe('what a holiday moves', () => {
    const file = fileOf(
      [
        'plan: shop',
        'timezone: Europe/Paris',
        'channel: "#ops"',
        'owner: "@maria"',
        'calendar: { holidays: [2026-12-25, 2026-12-28] }',
        'rituals:',
        '  count: { every: Friday at 23:00, on-holiday: next-working-day, open-for: 30m, items: [x] }',
        '  round: { every: day at 23:30, on-holiday: keep, items: [x] }',
        '  call: { every: Monday at 06:00, on-holiday: next-working-day, timezone: Asia/Tokyo, items: [x] }',
      ].join('\n'),
    )
    const printed = async (from: string, to: string, as: { readonly json?: true; readonly ics?: true } = {}) => {
      const { lines, out } = paper()
      expect(await schedule([file], { from, to, now, ...as }, out)).toBe(0)
      return lines
    }

    test('stands on the day on which it opens, too', async () => {
      expect(await printed('2026-12-28', '2026-12-29')).toEqual([
        'Monday 28 December 2026',
        '  06:00  Call                        #ops  @maria  Tokyo  moved from 2026-12-28, a holiday',
        '  23:30  Round                       #ops  @maria',
        '',
        'Tuesday 29 December 2026',
        '  23:00  Count          until 23:30  #ops  @maria  moved from 2026-12-25, a holiday',
        '  23:30  Round                       #ops  @maria',
      ])
    })

    test('is one row by its due time for a program', async () => {
      const due = async (from: string, to: string) =>
        (await printed(from, to, { json: true }))
          .map((line) => JSON.parse(line))
          .filter(({ ritual }) => ritual === 'count')
          .map(({ due_at, opens_at }) => [due_at, opens_at])
      expect(await due('2026-12-29', '2026-12-29')).toEqual([])
      expect(await due('2026-12-25', '2026-12-29')).toEqual([['2026-12-25T22:00:00.000Z', '2026-12-29T22:00:00.000Z']])
    })

    test('is an event of the day on which it opens', async () => {
      const events = async (from: string, to: string) =>
        (await printed(from, to, { ics: true }))
          .map((line) => line.trim())
          .filter((line) => /^UID:shop\/count|DTSTART/.test(line))
      expect(await events('2026-12-25', '2026-12-25')).toEqual(['DTSTART:20261225T223000Z'])
      expect(await events('2026-12-29', '2026-12-29')).toEqual([
        'UID:shop/count/20261225T220000Z@rounds',
        'DTSTART:20261229T220000Z',
        'DTSTART:20261229T223000Z',
      ])
    })
  })

  test('marks the second passage of the hour that autumn doubles, and no other', async () => {
    const file = fileOf(
      [
        'plan: shop',
        'timezone: America/New_York',
        'channel: "#ops"',
        'owner: "@maria"',
        'launch: 2026-11-01T00:45',
        'rituals:',
        '  watch: { every: 30 minutes from T+0 to T+2h, items: [x] }',
      ].join('\n'),
    )
    const { lines, out } = paper()
    expect(await schedule([file], { from: '2026-11-01', to: '2026-11-01', now, words: true }, out)).toBe(0)
    expect(lines.slice(0, 6)).toEqual([
      'Sunday 1 November 2026',
      '  00:45          Watch          until 01:15          #ops  @maria',
      '  01:15          Watch          until 01:45          #ops  @maria',
      '  01:45          Watch          until 01:15 (again)  #ops  @maria',
      '  01:15 (again)  Watch          until 01:45 (again)  #ops  @maria',
      '  01:45 (again)  Watch                               #ops  @maria',
    ])
  })

  test('prints rows as JSON', async () => {
    const { lines, out } = paper()
    expect(
      await schedule(['plans/drainpro.yaml'], { from: '2026-03-08', to: '2026-03-08', json: true, now }, out),
    ).toBe(0)
    expect(lines.map((line) => JSON.parse(line))[0]).toEqual({
      plan: 'drainpro',
      ritual: 'morning',
      section: '',
      due_at: '2026-03-08T13:00:00.000Z',
      opens_at: '2026-03-08T13:00:00.000Z',
      local: '2026-03-08 09:00',
      zone: 'America/New_York',
      closes_at: '2026-03-09T04:00:00.000Z',
      channel: '#ops',
      owner: 'operations-manager',
      takes_minutes: 15,
      state: 'due',
      reason: null,
    })
  })

  test.each([
    [{ from: '2026-03-32', to: '2026-04-01' }, '"2026-03-32" is not a date such as 2026-03-06'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'the schedule ends on 2026-03-01, before it begins on 2026-03-02'],
    [{ from: '2026-03-02', to: '2126-03-01' }, 'a schedule covers at most ten years'],
  ])('refuses %o', async (days, message) => {
    const { faults, out } = paper()
    expect(await schedule(['plans/drainpro.yaml'], { ...days, now }, out)).toBe(2)
    expect(faults).toEqual([message])
  })

  const both = ['plans/drainpro.yaml', 'plans/shop.yaml']

  test('prints several plans as one table, each row with its plan', async () => {
    const { lines, out } = paper()
    expect(await schedule(both, { from: '2026-03-06', to: '2026-03-06', now }, out)).toBe(0)
    expect(lines).toEqual([
      'Friday 6 March 2026',
      '  09:00  drainpro  Morning checklist         15m               #ops  operations-manager',
      '  09:00  shop      Opening round              5m  until 11:00  #ops  manager',
      '  09:30  drainpro  Daily security checks                       #ops  technical-lead',
      '  16:00  drainpro  Friday afternoon          30m               #ops  operations-manager',
      '  17:00  drainpro  Evening checklist         10m               #ops  operations-manager',
      '  18:00  shop      Closing round             10m               #ops  manager',
    ])
  })

  test('prints rows of several plans in the order in which they fall due, and as one calendar', async () => {
    const days = { from: '2026-03-06', to: '2026-03-08' }
    const rows = paper()
    expect(await schedule(both, { ...days, json: true, now }, rows.out)).toBe(0)
    const due = rows.lines.map((line) => JSON.parse(line) as { readonly plan: string; readonly due_at: string })
    expect(due.map(({ due_at }) => due_at)).toEqual(due.map(({ due_at }) => due_at).toSorted())
    expect(new Set(due.map(({ plan }) => plan))).toEqual(new Set(['drainpro', 'shop']))
    const calendar = paper()
    expect(await schedule(both, { ...days, ics: true, now }, calendar.out)).toBe(0)
    expect(calendar.lines.filter((line) => line.startsWith('UID:'))).toHaveLength(due.length)
    expect(calendar.lines.filter((line) => line.startsWith('BEGIN:VCALENDAR'))).toHaveLength(1)
  })

  test('one plan at fault leaves no schedule of half of them', async () => {
    const { lines, faults, out } = paper()
    expect(await schedule(['plans/drainpro.yaml', fileOf('plan: shop\n')], { from: today, to: today, now }, out)).toBe(
      1,
    )
    expect(lines).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
  })
})
