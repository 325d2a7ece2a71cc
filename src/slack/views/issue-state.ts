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
}

/** An issue's readers may be anywhere, so its times are the reader's own. */
export function readersTime(zone: string): WriteTime {
  return (instant) => when(instant, zone)
}
