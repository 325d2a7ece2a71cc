import type { ViewOutput } from '@slack/bolt'
import { z } from 'zod'

/** What a form is about, from its `private_metadata`. */
export function aboutOf<About>(form: { readonly about: z.ZodType<About> }, view: ViewOutput): About {
  return form.about.parse(JSON.parse(view.private_metadata || '{}'))
}

/** A file as Slack tells of it; what it does not keep itself has no place to fetch it from. */
export const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().optional(),
  mode: z.string().optional(),
  url_private_download: z.string().optional(),
})

export type SlackFile = z.infer<typeof slackFile>

/** Every way in which an element tells its value; what nobody filled in is null or absent. */
const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).optional(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).optional(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  /** Seconds since 1970. */
  selected_date_time: z.number().nullish(),
  files: z.array(slackFile).optional(),
})

const values = z.record(z.string(), z.record(z.string(), element))

export type Answers = {
  /** Names of the inputs that the form has. */
  readonly inputs: readonly string[]
  /** What was typed or chosen; empty where nothing was. */
  text(input: string): string
  /** What was ticked. */
  chosen(input: string): readonly string[]
  people(input: string): readonly string[]
  files(input: string): readonly SlackFile[]
}

/** What a form's inputs hold; block_id and action_id are one word. */
export function answersOf(view: ViewOutput): Answers {
  const state = values.parse(view.state.values)
  const of = (input: string) => state[input]?.[input]
  return {
    inputs: Object.keys(state),
    text: (input) => {
      const found = of(input)
      const chosen = found?.selected_option?.value ?? found?.selected_user ?? found?.selected_conversation
      return (found?.value ?? chosen ?? found?.selected_date ?? found?.selected_date_time?.toString() ?? '').trim()
    },
    chosen: (input) => of(input)?.selected_options?.map(({ value }) => value) ?? [],
    people: (input) => of(input)?.selected_users ?? [],
    files: (input) => of(input)?.files ?? [],
  }
}
