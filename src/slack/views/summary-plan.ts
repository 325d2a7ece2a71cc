import type { PlanFacts } from '../../domain/plan-facts.ts'
import type { WeekFigures } from '../../domain/summary.ts'
import { mrkdwn, plain, truncate } from '../text/mrkdwn.ts'
import { dayOf } from '../text/time.ts'
import { sentence } from '../text/words.ts'
import { notesInLines, phaseInWords, reviewInWords } from './plan-facts.ts'
import type { SummaryPart } from './summary-words.ts'

/** What only somebody who decides can mend: gates that were not passed, and a review that is overdue. */
export function decisionPart({ missed }: WeekFigures, facts: PlanFacts, zone: string): SummaryPart {
  const gates = missed
    .filter(({ title }) => facts.gates.includes(title))
    .map(({ title, dueAt, zone: own, itemsSettled, itemsTotal }) => {
      const day = dayOf(new Date(dueAt), own ?? zone)
      return mrkdwn`${truncate(plain(title), 150)} of ${day} was not passed: ${itemsSettled} of ${itemsTotal} settled when it closed. Go on, or wait for the rest?`
    })
  const review = facts.reviewOverdue ? reviewInWords(facts) : null
  return { heading: mrkdwn`Decisions needed`, lines: [...gates, ...(review ? [sentence(mrkdwn`plan ${review}`)] : [])] }
}

export function targetPart({ targets }: PlanFacts): SummaryPart {
  return { heading: mrkdwn`Targets of the plan`, lines: notesInLines(targets) }
}

export function phasePart({ phase }: PlanFacts): SummaryPart {
  return { heading: mrkdwn`Where the plan stands`, lines: phase ? [phaseInWords(phase)] : [] }
}
