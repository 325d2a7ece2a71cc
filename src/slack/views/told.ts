import type { Issue } from '../../domain/issue.ts'
import type { Person } from '../../domain/plan.ts'
import type { Drawing } from '../drawing.ts'
import { joined, mention, mrkdwn, plain, truncate, typedLines } from '../text/mrkdwn.ts'
import { context, linesAsSections, message } from './blocks.ts'
import { issueName } from './clock.ts'

export type ToldState = {
  readonly issue: Issue
  readonly planTitle: string
  readonly text: string
  readonly audience: string | null
  readonly by: Person | null
}

/** What was sent to people outside, in the words in which it was sent. */
export function drawTold({ issue, planTitle, text, audience, by }: ToldState): Drawing {
  const lines = typedLines(text)
  const about = joined(
    [
      mrkdwn`${issueName(issue)}, ${truncate(plain(planTitle), 150)}`,
      audience === null ? null : mrkdwn`for ${truncate(plain(audience), 150)}`,
      by === null ? null : mrkdwn`sent by ${mention(by)}`,
    ],
    ' · ',
  )
  return message(joined(lines, '\n'), [...linesAsSections(lines), context(about)])
}
