import type { Progress } from '../../domain/checklist.ts'
import { joined, type Mrkdwn, mrkdwn } from '../text/mrkdwn.ts'
import { counted } from '../text/words.ts'

const cells = 12

/** `▓▓▓▓▓▓░░░░░░ 12 of 24 · 1 failed`; full only when everything is settled. */
export function progressBar(progress: Progress): Mrkdwn {
  const full = progress.total === 0 ? cells : Math.floor((progress.settled * cells) / progress.total)
  return mrkdwn`${'▓'.repeat(full).concat('░'.repeat(cells - full)) as Mrkdwn}  ${progressInWords(progress)}`
}

/** `12 of 24 · 1 failed` */
export function progressInWords({ total, settled, failed, warned }: Progress): Mrkdwn {
  if (total === 0) return mrkdwn`no items`
  return joined(
    [
      mrkdwn`${settled} of ${total}`,
      failed > 0 ? mrkdwn`${failed} failed` : null,
      warned > 0 ? counted(warned, 'warning') : null,
    ],
    ' · ',
  )
}
