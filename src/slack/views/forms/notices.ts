import type { ModalView } from '@slack/types'
import { type Mrkdwn, mrkdwn } from '../../text/mrkdwn.ts'
import { context, section } from '../blocks.ts'
import { modal } from './modal.ts'

/** Shown at once, while the real view is being made. */
export function loadingView(title: string): ModalView {
  return modal({ title, blocks: [section(mrkdwn`Just a moment…`)] })
}

/** Shown instead of a form that cannot be: what went wrong and what to do next. */
export function faultView(sentence: Mrkdwn): ModalView {
  return modal({ title: 'Not this time', blocks: [section(sentence)] })
}

/** Laid on top of a form that was not carried out. */
export function refusedView(sentence: Mrkdwn): ModalView {
  return modal({
    title: 'Not this time',
    blocks: [section(sentence), context(mrkdwn`What you wrote is still in the form: close this to see it.`)],
  })
}
