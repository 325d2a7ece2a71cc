import type { DraftRitual } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { within } from '../rituals/having.ts'
import { rhythmOf } from '../rituals/rhythm.ts'
import { isTimed, timingOfPart } from '../rituals/timed.ts'
import { phraseOf } from '../timing/cadence.ts'
import { timingOf, untimed } from '../timing/timing.ts'
import { saysLimits } from '../timing/unsaid.ts'

/** A calendar at the end of a document repeats what the headings say. */
export type Calendar = {
  readonly rituals: readonly DraftRitual[]
  readonly differs: readonly { readonly line: number; readonly reason: string }[]
}

export function calendarOf(document: Part): Part | null {
  return (
    within(document).find(
      ({ title, kind, parts }) =>
        kind === 'heading' &&
        /\bcalendar\b|\bschedule (?:overview|summary|at a glance)\b|\bkalender\b|\bcalendrier\b/iu.test(title) &&
        parts.some(isTimed) &&
        parts.every((one) => one.body.every((block) => block.kind === 'entry')),
    ) ?? null
  )
}

/** Takes times and lengths from the calendar where the headings leave them open, and says where the two differ. */
export function reconciled(rituals: readonly DraftRitual[], calendar: Part): Calendar {
  const differs: { line: number; reason: string }[] = []
  const known = [...rituals]
  for (const part of calendar.parts) {
    const around = timingOfPart(part)
    for (const block of part.body) {
      if (block.kind !== 'entry') continue
      const said = timingOf(block.text)
      const phrase = phraseOf({ ...said, span: null }, { ...untimed, frequency: around.frequency })
      const place = phrase ? bestMatch(known, block.text, phrase.every) : -1
      const ritual = known[place]
      if (!phrase || !ritual) {
        differs.push({ line: block.line, reason: 'no heading describes what this line of the calendar says' })
        continue
      }
      const { every } = ritual
      if (!saysLimits(block.text, { every: phrase.every, openForMinutes: said.openForMinutes }))
        differs.push({ line: block.line, reason: `"${phrase.every}" is not all that this line of the calendar says` })
      if (every?.chosen && !phrase.chosen && rhythmOf(every.every) === rhythmOf(phrase.every))
        known[place] = { ...ritual, every: { ...phrase, lines: [...every.lines, block.line] } }
      else if (every && (every.every === phrase.every || phrase.chosen))
        known[place] = { ...ritual, every: { ...every, lines: [...every.lines, block.line] } }
      else
        differs.push({
          line: block.line,
          reason: `the calendar says "${phrase.every}", and the heading "${every?.every ?? 'nothing'}"`,
        })
      const current = known[place] as DraftRitual
      if (current.takes === null && said.takesMinutes !== null && !current.procedure)
        known[place] = { ...current, takes: { minutes: said.takesMinutes, line: block.line } }
    }
  }
  return { rituals: known, differs }
}

/** The ritual of the same rhythm that shares most of the line's words; the same moment decides where none does. */
function bestMatch(rituals: readonly DraftRitual[], text: string, every: string): number {
  const words = wordsOf(text)
  const scores = rituals.map((ritual) => {
    const own = ritual.every?.every
    if (own === undefined || rhythmOf(own) !== rhythmOf(every)) return 0
    const title = wordsOf(`${ritual.title} ${ritual.sections.map((section) => section.title).join(' ')}`)
    const shared = [...words].filter((word) => title.has(word)).length
    return shared + (own === every ? 3 : dayOf(own) === dayOf(every) ? 1 : 0)
  })
  const best = Math.max(...scores)
  return best > 0 ? scores.indexOf(best) : -1
}

function dayOf(every: string): string {
  return every.replace(/ at .*$/u, '')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
}
