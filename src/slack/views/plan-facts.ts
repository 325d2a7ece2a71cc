import type { KnownBlock } from '@slack/types'
import type { Notes, PhaseNow, PlanFacts } from '../../domain/plan-facts.ts'
import { controls } from '../controls.ts'
import { bold, joined, type Mrkdwn, mrkdwn, place, plain, truncate } from '../text/mrkdwn.ts'
import { actions, button, context, header, linesAsSections, section } from './blocks.ts'

/** With the plan's name where whoever looks may take it out of use. */
export type HomePlan = PlanFacts & { readonly retire?: string | null }

/** A plan as Home shows it: where it stands, what it is held to, and what its team has agreed. */
export function planBlocks(facts: HomePlan): KnownBlock[] {
  const dated = joined([versionInWords(facts), reviewInWords(facts)], ' · ')
  const phase = facts.phase && phaseInWords(facts.phase)
  return [
    header(facts.title),
    ...(dated === '' ? [] : [context(dated)]),
    ...(phase === null ? [] : [section(phase)]),
    ...notesBlocks('Targets', facts.targets),
    ...notesBlocks('Best practices', facts.practices),
    ...notesBlocks('Documents', facts.documents),
    ...actions(facts.retire ? retireButton(facts.title, facts.retire) : null),
  ]
}

function retireButton(title: string, plan: string) {
  return button('Retire this plan', { action: controls.retirePlan, value: plan, says: `Retire: ${title}` })
}

/** Whether there is more to say of a plan than its name. */
export function hasFacts({ version, updated, review, phase, targets, practices, documents }: PlanFacts): boolean {
  const notes = [...targets, ...practices, ...documents]
  return [version, updated, review, phase].some((fact) => fact !== null) || notes.length > 0
}

/** `Review overdue: it was due on 2026-03-06.`; null of a plan that says nothing of one. */
export function reviewInWords({ review, reviewOverdue }: PlanFacts): Mrkdwn | null {
  if (review === null) return null
  return reviewOverdue ? mrkdwn`review overdue since ${plain(review)}` : mrkdwn`next review ${plain(review)}`
}

/** `Phase: Immediate, until 2026-12-08. Focus: … Monitoring: …` */
export function phaseInWords({ title, endsOn, focus, monitoring }: PhaseNow): Mrkdwn {
  const until = endsOn === undefined ? mrkdwn`` : mrkdwn`, until ${plain(endsOn)}`
  return joined(
    [
      mrkdwn`${bold(mrkdwn`Phase`)}: ${truncate(plain(title), 150)}${until}`,
      focus === undefined ? null : mrkdwn`Focus: ${truncate(plain(focus), 300)}`,
      monitoring === undefined ? null : mrkdwn`Monitoring: ${truncate(plain(monitoring), 300)}`,
    ],
    '. ',
  )
}

/** Each line with the heading it stands under, in one list. */
export function notesInLines(notes: Notes): readonly Mrkdwn[] {
  return notes.flatMap(({ heading, lines }) =>
    lines.map((line) => joined([heading === '' ? null : mrkdwn`${named(heading)}:`, truncate(place(line), 300)], ' ')),
  )
}

const shownLines = 30

function notesBlocks(title: string, notes: Notes): KnownBlock[] {
  const lines = notes.flatMap(({ heading, lines }) => [
    ...(heading === '' ? [] : [bold(named(heading))]),
    ...lines.map((line) => mrkdwn`• ${truncate(place(line), 300)}`),
  ])
  const more = lines.length > shownLines ? [mrkdwn`and ${lines.length - shownLines} more in the plan`] : []
  return lines.length === 0 ? [] : linesAsSections([bold(plain(title)), ...lines.slice(0, shownLines), ...more])
}

function versionInWords({ version, updated }: PlanFacts): Mrkdwn {
  const parts = [
    version === null ? null : mrkdwn`version ${truncate(plain(version), 60)}`,
    updated === null ? null : mrkdwn`updated ${plain(updated)}`,
  ]
  return joined(parts, ' · ')
}

function named(heading: string): Mrkdwn {
  return truncate(plain(heading), 150)
}
