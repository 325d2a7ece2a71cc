import type { App, BlockAction, ButtonAction, OverflowAction, ViewSubmitAction } from '@slack/bolt'
import { z } from 'zod'
import { controls } from './controls.ts'
import { type Click, type Submission, whisperTo } from './interaction.ts'
import type { Slack } from './slack.ts'
import { malformed } from './views/whispers.ts'

/** The value of a button that names one thing. */
export const id = z.string().min(1)

/** Routes one control: its value is decoded here, and one that makes no sense is answered, not swallowed. */
export function onControl<Value>(
  app: App,
  slack: Slack,
  { control, value }: { readonly control: string; readonly value: z.ZodType<Value> },
  handle: (click: Click, value: Value) => Promise<void>,
): void {
  app.action<BlockAction<ButtonAction | OverflowAction>>(control, async (click) => {
    const { action } = click
    const given = action.type === 'overflow' ? action.selected_option.value : action.value
    const decoded = value.safeParse(given)
    slack.inFlight.during(meet(slack, click))
    if (decoded.success) return handle(click, decoded.data)
    slack.log.warn({ control, given }, 'A control carried a value that makes no sense.')
    await click.ack()
    await whisperTo(click, malformed)
  })
}

/** Routes the buttons that choose a template: one row holds several, so each has a name of its own. */
export function onTemplate(app: App, slack: Slack, handle: (click: Click, template: string) => Promise<void>): void {
  app.action<BlockAction<ButtonAction>>(new RegExp(`^${controls.useTemplate}\\.`, 'u'), async (click) => {
    await click.ack()
    await slack.inFlight.during(
      handle(click, click.action.value ?? '').catch((error: unknown) =>
        slack.log.error({ error }, 'A template could not be filled in.'),
      ),
    )
  })
}

const metadata = z.object({ event_payload: z.object({ message_id: z.string() }) })

/** A click tells where its message stands; a copy that a lost answer left behind is found out by it. */
async function meet({ met, log }: Slack, { body }: Click): Promise<void> {
  const carried = metadata.safeParse(body.message?.metadata)
  if (!carried.success || !body.message || !body.channel) return
  const { message_id: messageId } = carried.data.event_payload
  await met({ messageId, channel: body.channel.id, ts: body.message.ts }).catch((error: unknown) =>
    log.warn({ error, messageId }, 'A message that somebody met could not be compared with its row.'),
  )
}

/** Routes the submissions of one form. */
export function onForm(
  app: App,
  form: { readonly id: string },
  handle: (submission: Submission) => Promise<void>,
): void {
  app.view<ViewSubmitAction>({ callback_id: form.id, type: 'view_submission' }, handle)
}
