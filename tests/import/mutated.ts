import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'

const read = (folder: string) =>
  readdirSync(folder)
    .filter((file) => /\.(?:md|txt)$/u.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))

/** Documents of teams, whole. */
export const whole: readonly string[] = [...read('plans/documents'), ...read('tests/import/strangers')]

/** A heading or two of them with what stands there: read in no time, thousands of times. */
const pieces: readonly string[] = whole.flatMap((document) => {
  const rows = document.split('\n')
  const starts = rows.flatMap((row, index) => (/^#{1,3} |^\*\*|^[A-Z0-9 .:-]{8,}$/u.test(row) ? [index] : []))
  return starts.map((start) => rows.slice(start, start + 11).join('\n'))
})

/** What documents say beside their rituals. */
const facts: readonly string[] = [
  `---
title: Runbook
owner: Technical lead
updated: 2026-02-30
time zone: CET
---
## Backup check, every 2 weeks
- [ ] Restore one file`,
  `## Severities
| Priority | Description | Response | Resolution | Escalate to |
| --- | --- | --- | --- | --- |
| P0 - Critical | Site down, data lost | 15 minutes | 4 hours | CTO + CEO |
| P1 | Slow; | 1 hour | next release | @maria |
### On call, daily
- Read the log`,
  `## Escalation
**Level 1: First response**
Support team
Email: help@example.com
Response: 15 minutes
**Level 2: Management**
Phone: 555-0100
## Weekly
1. Look`,
  `# Launch plan
## Phase 1: T+0 to T+7 days
**Focus:** stability
**Monitoring:** every hour
## Week 2-4: Growth
- [ ] Compare with last week
## Success metrics
- Uptime 99.9%`,
  `## Deploy, as needed
1. Tag the release
**Rollback plan (within 15 minutes):**
1. Restore the tag
**Communication template:**
Status: ____
Impact: [what]
Next update: ____
### Alert thresholds
**Critical:**
- CPU > 90%`,
  `## Maintenance calendar
### Monday
- 9:00 AM Morning check (15 minutes)
## Morning check, weekdays
- [ ] Lights
**Daily report template:**
Date: ____
Lights: ____
Mood: ☐ Good ☐ Bad`,
  `## Tests, monthly
\`\`\`bash
# Free space
df -h
# Expected: below 80%
\`\`\`
If it fails: call the host
| Task | Frequency | Owner | Target | Done |
| --- | --- | --- | --- | --- |
| Filter | Weekly | Jo | < 5 bar | ☐ |
| Oil | Quarterly | Al | 3-4 l | |`,
]
const lines: readonly string[] = whole.flatMap((document) => document.split('\n').filter((row) => row.trim() !== ''))

const marks = ['#', '##### ', '- ', '- [ ] ', '☐ ', '1. ', '> ', '```', '~~~', '|', '| --- |', '**', '    ', '\t']
const signs = [':', ': ', '"', "'", '{', '}', '[', ']', '@', '*a', '&a ', '!x ', '%', '|', '> ', '? ', ',', '/', '=']
const figures = ['____', '99999999999999999999', '0', '-1', ' %', ' °C', ' (target: < 1e9 µmol/m²·s)', '$', '€ £']
const words = ['☐ Yes ☐ yes', '🟢', 'A/a', 'daily', ' every 0 days', ' 25:61', 'T+9999d', '\u0000', '\u200f', '\u00a0']
const typed = fc.oneof(fc.constantFrom(...marks, ...signs, ...figures, ...words), fc.string({ maxLength: 4 }))

type Slip = { readonly kind: string; readonly at: number; readonly column: number; readonly text: string }

/** A slip of the hand: characters too many or too few, lines lost, moved, repeated, joined or set in. */
const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'drop', 'swap', 'repeat', 'indent', 'cut', 'join', 'part', 'line'),
  at: fc.nat(5000),
  column: fc.nat(60),
  text: typed,
})

function withSlip(rows: readonly string[], { kind, at, column, text }: Slip): readonly string[] {
  const line = at % Math.max(1, rows.length)
  const row = rows[line] ?? ''
  const by = (...instead: readonly string[]) => [...rows.slice(0, line), ...instead, ...rows.slice(line + 1)]
  switch (kind) {
    case 'insert':
      return by(row.slice(0, column) + text + row.slice(column))
    case 'delete':
      return by(row.slice(0, column) + row.slice(column + 1 + (at % 3)))
    case 'drop':
      return by()
    case 'swap':
      return [...rows.slice(0, line), rows[line + 1] ?? '', row, ...rows.slice(line + 2)]
    case 'repeat':
      return by(row, row)
    case 'indent':
      return by(column % 2 ? ' '.repeat(column % 9) + row : row.trimStart())
    case 'cut':
      return rows.slice(0, line)
    case 'join':
      return [...rows.slice(0, line), `${row} ${rows[line + 1] ?? ''}`, ...rows.slice(line + 2)]
    case 'part':
      return by(row.slice(0, column), row.slice(column))
    default:
      return by(row, text)
  }
}

export const slipped = (sources: readonly string[], most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...sources), fc.array(slip, { minLength: 1, maxLength: most }))
    .map(([source, slips]) => slips.reduce(withSlip, source.split('\n')).join('\n'))

export const pieceWithSlips = slipped(pieces, 6)
export const factsWithSlips = slipped(facts, 8)

/** Lines of all of them in any order, each perhaps as something else than it was. */
export const shuffled = fc
  .array(fc.tuple(fc.constantFrom('', '', '', ...marks), fc.constantFrom(...lines, ''), fc.nat(4)), {
    minLength: 1,
    maxLength: 18,
  })
  .map((rows) => rows.map(([mark, line, depth]) => ' '.repeat(depth % 3) + mark + line).join('\n'))

const named = fc
  .array(
    fc.constantFrom(...signs, ...figures, ...words, 'item', 'group', 'for-each', 'owner', 'number', 'Backup', ' '),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''))

/** Headings, tasks, tables and forms whose words mean something to YAML, or to the language of plans. */
export const oddlyNamed = fc
  .tuple(named, named, named, named, named)
  .map(([a, b, c, d, e]) =>
    [
      `## ${a}`,
      `- [ ] ${b}`,
      `- [ ] ${c}: ____`,
      `### ${d}: weekly`,
      `☐ ${e}`,
      `| ${a} | ${b} | Target |`,
      '| --- | --- | --- |',
      `| ${c} | ${d} | ${e} |`,
      `**${b} report:**`,
      `${a}: ____`,
      `${d}: ☐ ${c} ☐ ${e}`,
      '',
      '```',
      `${e}: ____`,
      '```',
    ].join('\n'),
  )

const unit = fc.constantFrom('%', '% %', 'ms/s', '°F °C', 'furlongs', 'µmol/m²', '$/h', '$ €', 'of 7', 'p95 p99', '½')
const figure = fc.constantFrom('0', '-0', '00', '1,000', '1.000,5', '1e400', '9'.repeat(40), '5-5', '9-1', '12:00', '½')
const sign = fc.constantFrom('<', '>', '<=', '≥', '=', '< >', 'at least ', 'max ', 'between ', '')

/** Readings of which no plan can have all that they say. */
export const oddlyMeasured = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('Load', 'Error rate', 'Cost', 'Rating', 'Last backup', 'Response time'),
        sign,
        figure,
        unit,
      )
      .chain(([title, op, number, of]) =>
        fc.constantFrom<string>(
          `${title}: ____ ${of} (target: ${op}${number} ${of})`,
          `${title} ${op}${number}${of}`,
          `${title} (${op}${number} ${of} = call ${of})`,
          `${title}: ${of}____ (${op}${number} ${of}, ${op}${number}${of})`,
          `${title}: ${op}${number} ${of} a, ${op}${number} ${of} b`,
          `${title}: ${number} ${of}`,
          `${title}: ☐ ${number} ☐ ${of} ☐ ${op}`,
          `${title}: ${number}/${of}/${op}`,
        ),
      ),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => `## Readings, daily at 9:00\n${rows.map((row) => `- [ ] ${row}`).join('\n')}`)

/** No document at all. */
export const rubbish: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ maxLength: 300, unit: 'binary' }),
  fc.string({ maxLength: 300, unit: fc.constantFrom(...' \t\n\r\u00a0\u2028\ufeff_-#|*`') }),
)
