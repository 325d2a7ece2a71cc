import { describe, expect, test } from 'vitest'
import { importDocument } from '../../src/plans/import/import.ts'
import { readingOf } from '../../src/plans/import/reading/reading.ts'
import { severalIn } from '../../src/plans/import/reading/several.ts'

/** A line, and the item that it is: title, and what it asks in the language of plans. */
const lines: readonly (readonly [line: string, title: string, asked: string])[] = [
  ['Platform accessible (load homepage)', 'Platform accessible (load homepage)', ''],
  ['Forwarding success rate (should be >95%)', 'Forwarding success rate', 'percent > 95%'],
  ['Error count (should be <10)', 'Error count', 'number < 10'],
  ['AI agent status (all should be "active")', 'AI agent status', 'status All active'],
  ['Average rating (should be >4.5)', 'Average rating', 'rating average > 4.5 of 5'],
  ['Conversion rate: _____%', 'Conversion rate', 'percent'],
  ['CPL: $____', 'CPL', 'money $'],
  ['Response time: _____ minutes', 'Response time', 'duration'],
  ['Triggered: _____ times', 'Triggered', 'number times'],
  ['User satisfaction: ____/5', 'User satisfaction', 'rating'],
  ['Most used features: _____', 'Most used features', 'text'],
  ['Date: ______________', 'Date', 'date'],
  ['Lead goal: Yes/No', 'Lead goal', 'yes-no'],
  ['Performance: Good/Needs improvement', 'Performance', 'status Good, Needs improvement'],
  ['System health: ☐ Excellent ☐ Good ☐ Poor', 'System health', 'choice Excellent, Good, Poor'],
  ['Suspicious activity: ☐ Yes ☐ No', 'Suspicious activity', 'yes-no'],
  ['Average: _____ ms (target: <200ms)', 'Average', 'duration average < 200 ms'],
  ['95th percentile: _____ ms (target: <500ms)', '95th percentile', 'duration p95 < 500 ms'],
  ['API response times <200ms (p95)', 'API response times', 'duration p95 < 200 ms'],
  ['Uptime: >99.9% (Target: 99.95%)', 'Uptime', 'percent > 99.9%, stretch >= 99.95%'],
  ['Last backup timestamp (should be < 24 hours)', 'Last backup timestamp', 'date < 24 h'],
  ['Verify CPU usage < 80%', 'Verify CPU usage', 'percent < 80%'],
  ['Check disk usage is below 85%', 'Check disk usage', 'percent < 85%'],
  ['Fridge temperature: 2-8 °C', 'Fridge temperature', 'number 2..8 °C'],
  ['Pressure: ____ bar (at least 1.3 bar)', 'Pressure', 'number >= 1.3 bar'],
  ['Data integrity: 100%', 'Data integrity', 'percent = 100%'],
  ['On track for lead target?', 'On track for lead target?', 'yes-no'],
  ["What's working well?", "What's working well?", 'text'],
]

/** Where figures say what to do, and not what should be. */
const ticks = [
  'Archive old logs (>30 days)',
  'Quotes pending (follow up if >24 hours old)',
  'Retrain models if accuracy <90%',
  'If accuracy >95%, deploy to staging',
  'Release to 10% of users (canary)',
  'Wait for approval (1-3 days)',
  'Load testing with current traffic + 50%',
  'Database backup (should run at 2 AM)',
]

describe('a line is a reading', () => {
  test.each(lines)('%s', (line, title, asked) => {
    expect(readingOf(line, '$')).toMatchObject({ title, asked })
  })

  test.each(ticks)('but a check: %s', (line) => {
    expect(readingOf(line, '$')).toMatchObject({ title: line, asked: '' })
  })

  test('with what to do beyond its limit', () => {
    expect(readingOf('Failed login attempts (>5 = investigate)', null)).toMatchObject({
      title: 'Failed login attempts',
      asked: 'number <= 5',
      ifFailed: 'Investigate',
    })
  })

  test('and several where it names several', () => {
    expect(severalIn('Issue resolution: <4 hours critical, <24 hours high', null)).toMatchObject({
      title: 'Issue resolution',
      items: [
        { title: 'Critical', asked: 'duration < 4 h' },
        { title: 'High', asked: 'duration < 24 h' },
      ],
    })
  })
})

describe('a target that may be two figures', () => {
  test.each([
    ['Revenue: ____ (target: > €5.000)', 'Revenue', 'money €', 'target: > €5.000', '"5.000" may be 5 or 5000'],
    ['Flour: ____ kg (target: < 1.500 kg)', 'Flour', 'number kg', 'target: < 1.500 kg', '"1.500" may be 1.5 or 1500'],
    ['Flour: ____ (target: < 1.500 kg)', 'Flour', 'number kg', 'target: < 1.500 kg', '"1.500" may be 1.5 or 1500'],
    ['Price: ____ (target: $1.250)', 'Price', 'money $', 'target: $1.250', '"1.250" may be 1.25 or 1250'],
    ['Visits: ____ (target: 500-1.500)', 'Visits', 'number', 'target: 500-1.500', '"1.500" may be 1.5 or 1500'],
    ['Revenue > €5.000', 'Revenue > €5.000', 'money €', null, '"5.000" may be 5 or 5000'],
    ['Visits (should be > 1.500): ____', 'Visits (should be > 1.500)', 'number', null, '"1.500" may be 1.5 or 1500'],
  ])('keeps its words, and says why: %s', (line, title, asked, note, unclear) => {
    expect(readingOf(line, null)).toMatchObject({ title, asked, note, unclear })
  })

  test('is none where it can be only one', () => {
    const reading = readingOf('Revenue: ____ (target: > €5,000)', null)
    expect(reading).toMatchObject({ asked: 'money > €5000', note: null, unclear: null })
  })

  test.each([
    ['- [ ] Revenue: ____ (target: > €5.000)', 'note: "target: > €5.000"'],
    ['Revenue: ____ (target: > €5.000)', 'note: "target: > €5.000"'],
    ['- [ ] Ice: ____ °C, revenue: ____ (target: > €5.000)', 'note: "target: > €5.000"'],
    ['| Check | Target |\n|---|---|\n| Revenue | > €5.000 |', 'note: "Target: > €5.000"'],
    ['- [ ] Measure revenue\n\nTarget: > €5.000 revenue', '> €5.000 revenue'],
  ])('has its line among those that are not wholly taken: %s', (lines, kept) => {
    const found = importDocument(`# Till\n\n## Daily\n\n- [ ] Count\n\n${lines}\n`, { fileName: 'till.md' })
    if ('reason' in found) throw new Error(found.reason)
    expect(found.yaml).toContain(kept)
    expect(found.unplaced.map(({ text, reason }) => [text, reason])).toContainEqual([
      lines.split('\n').at(-1),
      '"5.000" may be 5 or 5000',
    ])
  })
})
