import type { Period } from '../../../domain/reading/period.ts'
import { isTask } from '../reading/words.ts'
import { asks } from './having.ts'

/** What a line of text is for in a checklist. */
export type SaidFor = 'item' | 'if-failed' | 'compare' | 'look' | 'target' | 'heading' | 'note'

const looking = /^(?:log ?in|sign in|open|go to|navigate|visit|see|access|via|where)\b|\u2192|->|\u203A| > /iu
/** Headings of a list that say no more than that there is one. */
const bareHeading =
  /^(?:check(?:s|list)?(?: for)?|tasks?|steps?|process|procedure|actions?(?: required)?|activities|items?|to ?do|what to do|instructions|monitor|review|verify|inspect|review agenda|agenda|measure|metrics)\s*:?$/iu

export function saidFor(text: string): SaidFor {
  if (asks(text)) return 'item'
  if (/^(?:if|when|in case of|on failure|falls|wenn|en cas|si)\b[^:]*:\s*\S/iu.test(text)) return 'if-failed'
  if (/^(?:if|when|wenn|falls|si|s['’]il|en cas)\b/iu.test(text) && !isBareHeading(text))
    return /:$/u.test(text) ? 'note' : 'if-failed'
  if (/^compare\b/iu.test(text)) return 'compare'
  if (bareHeading.test(text)) return 'heading'
  if (/^(?:target|goal)s?\s*:\s*\S/iu.test(text)) return 'target'
  if (looking.test(text)) return 'look'
  if (/:$/u.test(text)) return isTask(text) ? 'look' : 'note'
  return isTask(text) && text.length <= 120 && !/\b(?:send|report) to\b/iu.test(text) ? 'item' : 'note'
}

/** What to do, without an "if" that says no more than that something failed. */
export function actionIn(text: string): string {
  const [, condition = '', action = ''] = /^([^:]*):\s*(.+)$/u.exec(text) ?? []
  return action !== '' && condition.trim().split(/\s+/u).length <= 4 ? action : text
}

const periods: readonly (readonly [RegExp, Period])[] = [
  [/\byesterday\b|\bprevious day\b|\bday before\b/iu, 'yesterday'],
  [/\bsame week last month\b/iu, 'same week last month'],
  [/\blast week\b|\bprevious week\b|\bweek before\b/iu, 'last week'],
  [/\bsame (?:month|week|quarter|day|period) (?:of )?last year\b|\blast year\b|\bprevious year\b/iu, 'last year'],
  [/\blast month\b|\bprevious month\b/iu, 'last month'],
  [/\blast quarter\b|\bprevious quarter\b/iu, 'last quarter'],
]

/** The earlier periods that a line names. */
export function periodsIn(text: string): readonly Period[] {
  const week = /\bsame week last month\b/iu.test(text)
  return periods.flatMap(([pattern, period]) => {
    if (week && period === 'last month') return []
    return pattern.test(text) && !(period === 'last week' && week && !/\bprevious week\b/iu.test(text)) ? [period] : []
  })
}

export function isBareHeading(text: string): boolean {
  return bareHeading.test(text)
}
