import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  OverflowAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Actor } from '../domain/permission.ts'
import type { Refusal, RefusalKind } from '../domain/refusal.ts'
import { showHome } from '../operations/show-home.ts'
import { tooLong, withPatience } from './patience.ts'
import { actorOf, type Slack } from './slack.ts'
import type { Mrkdwn } from './text/mrkdwn.ts'
import { faultView, refusedView } from './views/forms/notices.ts'
import { plainRefusal, refusalSentence } from './views/refusals.ts'
import { notSaved, saved, stillSaving } from './views/whispers.ts'

export type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction | OverflowAction>> & AllMiddlewareArgs
export type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** How one kind of interaction is answered: in time, late, after a late answer, and when something broke. */
type Answers<Result> = {
  readonly work: () => Promise<Result>
  readonly onTime: (result: Result) => Promise<unknown>
  readonly late: () => Promise<unknown>
  readonly after: (result: Result) => Promise<unknown>
  readonly broken: (alreadyAcknowledged: boolean) => Promise<unknown>
}

/**
 * Slack never delivers an interaction again, so it is acknowledged once the fact is committed; if that takes too
 * long, before, and its outcome is told afterwards. What breaks is caught here, logged and told to the person.
 */
export function ackOnCommit<Result>(slack: Slack, answers: Answers<Result>): Promise<void> {
  return slack.inFlight.during(answer(slack, answers))
}

async function answer<Result>(slack: Slack, { work, onTime, late, after, broken }: Answers<Result>): Promise<void> {
  let acknowledged = false
  try {
    const working = work()
    const first = await withPatience(working, slack.patience)
    if (first !== tooLong) return await tell(slack, () => onTime(first))
    acknowledged = true
    await tell(slack, late)
    const result = await working
    await tell(slack, () => after(result))
  } catch (error) {
    slack.log.error({ error }, 'An interaction could not be carried out.')
    await tell(slack, () => broken(acknowledged))
  }
}

/** What cannot be told has happened all the same. */
async function tell(slack: Slack, telling: () => Promise<unknown>): Promise<void> {
  try {
    await telling()
  } catch (error) {
    slack.log.warn({ error }, 'A person could not be told what came of an interaction.')
  }
}

/** A click that changes something: its refusal is whispered; where it was made in Home, Home shows what came of it. */
export function act(slack: Slack, click: Click, work: (by: Actor) => Promise<Refusal | undefined>): Promise<void> {
  const whisper = (text: Mrkdwn) => whisperTo(click, text)
  const tell = async (refusal: Refusal | undefined) => refusal && whisper(refusalSentence(refusal, slack.zone()))
  return ackOnCommit(slack, {
    work: () => work(actorOf(slack, click.body)),
    onTime: async (refusal) => {
      await click.ack()
      await tell(refusal)
      await refreshHome(slack, click)
    },
    late: async () => {
      await click.ack()
      await whisper(stillSaving)
    },
    after: async (refusal) => {
      await (refusal ? tell(refusal) : whisper(saved))
      await refreshHome(slack, click)
    },
    broken: async (acknowledged) => {
      if (!acknowledged) await click.ack()
      await whisper(notSaved)
    },
  })
}

async function refreshHome({ deps }: Slack, { body }: Click): Promise<void> {
  if (body.view?.type === 'home') await showHome(deps, body.user.id)
}

/**
 * Undefined closes the form, and so does something that the person is told once it has closed; else what is shown in its
 * place, a sentence by the input it is about, or a refusal of the whole.
 */
export type FormOutcome =
  | undefined
  | { readonly tell: () => Promise<unknown> }
  | { readonly show: ModalView }
  | { readonly errors: Readonly<Record<string, string>> }
  | Refusal

/**
 * A form that was sent. One that could not be carried out stays open, with a sentence under its input or on top of
 * it, so that nothing typed is lost; so does one that takes too long, and sending it again is safe because its
 * view's id is its receipt.
 */
export function submit(
  slack: Slack,
  { ack, body, view }: Submission,
  work: (by: Actor, receipt: string) => Promise<FormOutcome>,
): Promise<void> {
  const keepOpen = (sentence: string) => ack({ response_action: 'errors', errors: { [firstInput(view)]: sentence } })
  return ackOnCommit(slack, {
    work: () => work(actorOf(slack, body), view.id),
    onTime: async (outcome) => {
      if (outcome === undefined) return ack()
      if ('tell' in outcome) {
        await ack()
        return outcome.tell()
      }
      if ('show' in outcome) return ack({ response_action: 'update', view: outcome.show })
      if ('errors' in outcome) return ack({ response_action: 'errors', errors: { ...outcome.errors } })
      return ack({ response_action: 'push', view: refusedView(refusalSentence(outcome, slack.zone())) })
    },
    late: () => keepOpen('This is not saved yet. Please press the button again in a moment.'),
    after: async (outcome) => outcome && 'tell' in outcome && outcome.tell(),
    broken: async (acknowledged) => {
      if (!acknowledged) await keepOpen('This was not saved. Please press the button again in a moment.')
    },
  })
}

/** What a person can mend by typing something else is told under the input; everything else on top of the form. */
export function under(input: string, refusal: Refusal | undefined, zone: string): FormOutcome {
  const mendable = refusal && typed.some((kind) => kind === refusal.kind)
  return mendable ? { errors: { [input]: plainRefusal(refusal, zone) } } : refusal
}

const typed: readonly RefusalKind[] = [
  'reading-not-understood',
  'minutes-not-understood',
  'nothing-written',
  'fact-left-out',
  'plan-name-not-understood',
  'plan-name-taken',
  'bot-not-in-channel',
]

/** Tells one person something in place: an ephemeral message, or a small view where there is no message. */
export async function whisperTo(click: Click, text: Mrkdwn): Promise<void> {
  const { body, client } = click
  if (body.response_url) {
    await whisperBy(click.respond, text, threadOf(body))
    return
  }
  const view = faultView(text)
  if (body.view?.type === 'modal') await client.views.push({ trigger_id: body.trigger_id, view })
  else await client.views.open({ trigger_id: body.trigger_id, view })
}

async function whisperBy(respond: RespondFn, text: Mrkdwn, thread: string | undefined): Promise<void> {
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
}

function threadOf(body: BlockAction): string | undefined {
  const thread: unknown = body.message?.thread_ts
  return typeof thread === 'string' ? thread : undefined
}

function firstInput(view: Submission['view']): string {
  const input = view.blocks.find(({ type }) => type === 'input')
  return input?.block_id ?? ''
}
