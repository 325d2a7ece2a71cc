import type { Checklist } from '../../domain/checklist.ts'
import type { Issue } from '../../domain/issue.ts'
import type { JournalEntry } from '../../domain/journal.ts'
import { when } from '../text/mrkdwn.ts'
import type { WriteTime } from './clock.ts'

/** What every view of an issue is drawn from; the timeline oldest first. */
export type IssueState = {
  readonly issue: Issue
  readonly timeline: readonly JournalEntry[]
  readonly zone: string
  readonly planTitle: string
  /** Of an ask: which of the issue's asks it is; the last where it is left out. */
  readonly ask?: number
  /** What its severity names instead of a time to resolve it in. */
  readonly milestone?: string | null
  /** The checklist whose failed item opened it. */
  readonly source?: Checklist | undefined
  /** The procedures that were started for it. */
  readonly steps?: readonly Checklist[]
  /** Whether the plan has any that could be. */
  readonly hasProcedures?: boolean
}

/** Where nothing beside it tells the day, and it may be read on any: `today at 09:05`, `17 Nov at 09:05`. */
export function dayedTime(zone: string): WriteTime {
  return (instant) => when(instant, zone)
}

/**
 * On a card in a channel, where its post tells the day. An issue's readers may be anywhere, so its times are their own;
 * near a known moment the clock alone says enough.
 */
export function readersTime(zone: string, known: Date): WriteTime {
  return (instant, dayed = false) => when(instant, zone, !dayed && isNear(instant, known) ? 'time' : 'day-time')
}

const nearHours = 12

function isNear(instant: Date, known: Date): boolean {
  return Math.abs(instant.getTime() - known.getTime()) < nearHours * 60 * 60_000
}
