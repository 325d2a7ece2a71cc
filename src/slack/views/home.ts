import type { KnownBlock } from '@slack/types'
import { type Checklist, progressOf } from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import type { MaintenanceWindow } from '../../domain/maintenance.ts'
import type { Person } from '../../domain/plan.ts'
import { controls } from '../controls.ts'
import type { HomeDrawing } from '../drawing.ts'
import {
  bold,
  channelLink,
  joined,
  type Mrkdwn,
  mentions,
  mrkdwn,
  plain,
  timeForAll,
  truncate,
} from '../text/mrkdwn.ts'
import { durationInWords, localTime, minutesBetween, workInWords } from '../text/time.ts'
import { sentence } from '../text/words.ts'
import { actions, button, context, folded, header, section } from './blocks.ts'
import { clockInWords, issueName } from './clock.ts'
import { dayedTime } from './issue-state.ts'
import { acknowledgeButton, issueTitle, viewIssueButton } from './issue-words.ts'
import { type HomePlan, hasFacts, planBlocks } from './plan-facts.ts'
import { progressInWords } from './progress.ts'
import { standingInWords } from './standing.ts'

export type NextRitual = {
  /** What *Start* carries, `plan/ritual`; null where this person cannot start it. */
  readonly start: string | null
  readonly title: string
  readonly dueAt: Date
  readonly zone: string
  readonly channel: string
  readonly owners: readonly Person[]
}

export type HomeState = {
  readonly person: Person
  /** The zone in which the person's issues are told where Slack cannot tell it. */
  readonly zone: string
  readonly today: readonly Checklist[]
  /** Of earlier days: missed, or done and not yet signed off; the newest first. */
  readonly late: readonly Checklist[]
  readonly next: readonly NextRitual[]
  readonly openIssues: readonly Issue[]
  readonly canDeclare: boolean
  readonly canImport?: boolean
  readonly procedures?: readonly StartableProcedure[]
  readonly maintenance?: readonly PlannedMaintenance[]
  readonly plans?: readonly HomePlan[]
}

export type PlannedMaintenance = MaintenanceWindow & {
  readonly title: string
  readonly zone: string
  /** What falls due in it. */
  readonly meanwhile: readonly string[]
}

export type StartableProcedure = {
  /** What *Start* carries, `plan/procedure`. */
  readonly start: string
  readonly title: string
  readonly planTitle: string
  readonly takesMinutes: number | null
  readonly limitMinutes: number | null
}

/** Useful to whoever opens it: mine first, then the team's. */
export function drawHome(state: HomeState): HomeDrawing {
  const blocks = [
    ...headOf(state),
    ...issuesOf(state),
    ...todayOf(state),
    ...lateOf(state),
    ...nextOf(state),
    ...maintenanceIn(state),
    ...proceduresIn(state),
    ...(state.plans ?? [])
      .filter((plan) => plan.retire || hasFacts(plan))
      .slice(0, shownPlans)
      .flatMap(planBlocks),
  ]
  return { home: folded(blocks, [context(help)], { blocks: 100, characters: 60_000 }) }
}

const shownPlans = 5
const shownEach = 20
const help = mrkdwn`Type \`/rounds help\` in any channel for what else Rounds can do.`

function headOf({ canDeclare, canImport = false }: HomeState): KnownBlock[] {
  const declare = button('Declare an incident', { action: controls.declareIncident, value: 'home' })
  const give = button('Import a document', { action: controls.importDocument, value: 'home' })
  return [header('Rounds'), ...actions(canDeclare ? declare : null, canImport ? give : null)]
}

function issuesOf({ openIssues, zone }: HomeState): KnownBlock[] {
  const rows = openIssues.slice(0, shownEach).map((issue) => issueRow(issue, zone))
  return part('Open issues', rows, openIssues.length, mrkdwn`No open issues.`)
}

function issueRow(issue: Issue, zone: string): KnownBlock {
  const clock = sentence(clockInWords(issue, dayedTime(zone)))
  const text = joined([mrkdwn`${bold(issueName(issue))} — ${issueTitle(issue)}`, clock], '\n')
  return section(text, issue.acknowledged ? viewIssueButton(issue) : acknowledgeButton(issue))
}

function todayOf({ today, person }: HomeState): KnownBlock[] {
  const mine = today.filter(({ owners }) => owners.includes(person))
  const others = today.filter(({ owners }) => !owners.includes(person))
  return [
    ...part(
      'Yours today',
      mine.slice(0, shownEach).map(checklistRow),
      mine.length,
      mrkdwn`Nothing of yours has fallen due today.`,
    ),
    ...(others.length === 0
      ? []
      : part("The team's today", others.slice(0, shownEach).map(checklistRow), others.length, mrkdwn``)),
  ]
}

function lateOf({ late }: HomeState): KnownBlock[] {
  return late.length === 0 ? [] : part(lateTitle, late.slice(0, shownEach).map(checklistRow), late.length, mrkdwn``)
}

export const lateTitle = 'Late or waiting for sign-off'

function checklistRow(checklist: Checklist): KnownBlock {
  const { title, dueAt, zone, channel, owners } = checklist
  const line = joined(
    [
      localTime(dueAt, zone),
      progressInWords(progressOf(checklist.items)),
      channelLink(channel),
      owners.length > 0 ? truncate(mentions(owners), 300) : null,
    ],
    ' · ',
  )
  const standing = checklist.signedOff ? mrkdwn`Signed off.` : standingInWords(checklist)
  return section(joined([bold(truncate(plain(title), 150)), line, standing], '\n'), viewButton(checklist))
}

function viewButton({ id, title }: Checklist) {
  return button('View', { action: controls.viewChecklist, value: id, says: `View: ${title}` })
}

function nextOf({ next }: HomeState): KnownBlock[] {
  return part('Next', next.slice(0, shownEach).map(nextRow), next.length, mrkdwn`No ritual is planned yet.`)
}

function nextRow({ start, title, dueAt, zone, channel, owners }: NextRitual): KnownBlock {
  const line = joined(
    [timeForAll(dueAt, zone), channelLink(channel), owners.length > 0 ? truncate(mentions(owners), 300) : null],
    ' · ',
  )
  const text = joined([bold(truncate(plain(title), 150)), line], '\n')
  if (start === null) return section(text)
  return section(text, button('Start now', { action: controls.startRitual, value: start, says: `Start now: ${title}` }))
}

function proceduresIn({ procedures = [] }: HomeState): KnownBlock[] {
  if (procedures.length === 0) return []
  return part('Procedures', procedures.slice(0, shownEach).map(procedureRow), procedures.length, mrkdwn``)
}

function procedureRow({ start, title, planTitle, takesMinutes, limitMinutes }: StartableProcedure): KnownBlock {
  const line = joined(
    [
      truncate(plain(planTitle), 150),
      takesMinutes === null ? null : mrkdwn`about ${workInWords(takesMinutes)}`,
      limitMinutes === null ? null : mrkdwn`limit ${durationInWords(limitMinutes)}`,
    ],
    ' · ',
  )
  const text = joined([bold(truncate(plain(title), 150)), line], '\n')
  return section(text, button('Start now', { action: controls.startRitual, value: start, says: `Start now: ${title}` }))
}

function maintenanceIn({ maintenance = [] }: HomeState): KnownBlock[] {
  if (maintenance.length === 0) return []
  return part('Maintenance', maintenance.slice(0, shownEach).map(maintenanceRow), maintenance.length, mrkdwn``)
}

function maintenanceRow({ title, startsAt, endsAt, zone, meanwhile }: PlannedMaintenance): KnownBlock {
  const time = mrkdwn`${timeForAll(startsAt, zone)} · for ${durationInWords(minutesBetween(startsAt, endsAt))}`
  const due = [...new Set(meanwhile)].slice(0, shownMeanwhile).map((one) => truncate(plain(one), 150))
  const inIt = due.length === 0 ? null : mrkdwn`Falls due in it: ${joined(due, ', ')}`
  return section(joined([bold(truncate(plain(title), 150)), time, inIt], '\n'))
}

const shownMeanwhile = 5

function part(title: string, rows: readonly KnownBlock[], total: number, empty: Mrkdwn): KnownBlock[] {
  const more = total > rows.length ? [context(mrkdwn`and ${total - rows.length} more`)] : []
  return [header(title), ...(total === 0 ? [context(empty)] : rows), ...more]
}
