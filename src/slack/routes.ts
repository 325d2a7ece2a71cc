import type { App, BlockAction, ButtonAction, OverflowAction, ViewSubmitAction } from '@slack/bolt'
import { z } from 'zod'
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
    if (decoded.success) return handle(click, decoded.data)
    slack.log.warn({ control, given }, 'A control carried a value that makes no sense.')
    await click.ack()
    await whisperTo(click, malformed)
  })
}

/** Routes the submissions of one form. */
export function onForm(
  app: App,
  form: { readonly id: string },
  handle: (submission: Submission) => Promise<void>,
): void {
  app.view<ViewSubmitAction>({ callback_id: form.id, type: 'view_submission' }, handle)
}
