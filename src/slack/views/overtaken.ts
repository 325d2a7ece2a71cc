import type { Refusal } from '../../domain/refusal.ts'
import { joined, type Mrkdwn, mrkdwn, truncate } from '../text/mrkdwn.ts'
import { refusalSentence } from './refusals.ts'

/** After a form was saved but for what others had settled in the meantime. */
export function overtakenText(overtaken: readonly Refusal[], zone: string): Mrkdwn {
  const lines = overtaken.map((refusal) => mrkdwn`• ${refusalSentence(refusal, zone)}`)
  return truncate(joined([mrkdwn`Your form is saved, except:`, ...lines], '\n'), 3900)
}
