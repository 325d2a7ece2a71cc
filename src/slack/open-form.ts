import type { AllMiddlewareArgs } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Refusal } from '../domain/refusal.ts'
import type { Click } from './interaction.ts'
import { tooLong, withPatience } from './patience.ts'
import type { Slack } from './slack.ts'
import { faultView, loadingView } from './views/forms/notices.ts'
import { refusalSentence } from './views/refusals.ts'

/**
 * Opens a form before its trigger expires: at once where its state is quickly read, else as a loading view first.
 * `without` is opened where the app lacks a scope that the form needs.
 */
export function openForm(
  slack: Slack,
  opening: Opening,
  load: () => Promise<ModalView | Refusal>,
  without?: () => ModalView,
): Promise<void> {
  return slack.inFlight.during(open(slack, opening, load, without))
}

/** What can open a form: a click, a command or a shortcut. */
export type Opening = {
  ack(): Promise<void>
  readonly client: AllMiddlewareArgs['client']
  readonly trigger: string
  /** True inside an open modal, where a form is laid on top. */
  readonly onTop: boolean
}

export function openingOf(click: Click): Opening {
  const { ack, client, body } = click
  return { ack: () => ack(), client, trigger: body.trigger_id, onTop: body.view?.type === 'modal' }
}

/** A third of the time for which Slack keeps a trigger, in milliseconds. */
const loadingAfter = 1000

async function open(
  slack: Slack,
  { ack, client, trigger, onTop }: Opening,
  load: () => Promise<ModalView | Refusal>,
  without?: () => ModalView,
) {
  await ack()
  const openOne = (view: ModalView) =>
    onTop ? client.views.push({ trigger_id: trigger, view }) : client.views.open({ trigger_id: trigger, view })
  const openView = (view: ModalView) =>
    openOne(view).catch((error: unknown) => {
      if (without === undefined || !lacksScope(error)) throw error
      slack.log.warn({ error }, 'A form was opened without what needs another scope.')
      return openOne(without())
    })
  try {
    const loading = load()
    const first = await withPatience(loading, loadingAfter)
    if (first !== tooLong) {
      await openView(viewOf(first, slack.zone()))
      return
    }
    const opened = await openView(loadingView('One moment'))
    const id = opened.view?.id
    if (id) await client.views.update({ view_id: id, view: viewOf(await loading, slack.zone()) })
  } catch (error) {
    slack.log.error({ error }, 'A form could not be opened.')
  }
}

function lacksScope(error: unknown): boolean {
  return (error as { data?: { error?: string } }).data?.error === 'missing_scope'
}

function viewOf(loaded: ModalView | Refusal, zone: string): ModalView {
  return 'kind' in loaded ? faultView(refusalSentence(loaded, zone)) : loaded
}
