import { listed } from '../../domain/cadence/words.ts'
import type { Row } from '../../domain/changed-openings.ts'
import { type Mrkdwn, mrkdwn, plain } from './mrkdwn.ts'

/** `1 item`, `3 items`, `no items`. */
export function counted(count: number, noun: string, plural = `${noun}s`): Mrkdwn {
  if (count === 0) return mrkdwn`no ${plain(plural)}`
  return mrkdwn`${count} ${plain(count === 1 ? noun : plural)}`
}

/** Of several, so many are told. */
export const mostTold = 3

/** `a, b and c`, `a, b, c and 4 more`, `a, b, c and so on`. */
export function someOf<Text extends string>({ all, goesOn }: Row<Text>, most = mostTold): Text {
  const shown = all.slice(0, most)
  const rest = goesOn ? 'so on' : `${all.length - shown.length} more`
  return listed(all.length > most || goesOn ? [shown.join(', '), rest] : shown) as Text
}

/** The sentence with a full stop where it has no end of its own, so that another may follow. */
export function stopped(text: Mrkdwn): Mrkdwn {
  return /[.!?…]$/u.test(text) ? text : mrkdwn`${text}.`
}

/** The sentence with a capital at its start. */
export function sentence(text: Mrkdwn): Mrkdwn {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` as Mrkdwn
}
