import type { ViewOutput } from '@slack/bolt'
import { z } from 'zod'

/** What a form is about, from its `private_metadata`. */
export function aboutOf<About>(form: { readonly about: z.ZodType<About> }, view: ViewOutput): About {
  return form.about.parse(JSON.parse(view.private_metadata || '{}'))
}

/** Every way in which an element tells its value; what nobody filled in is null or absent. */
const element = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).optional(),
  selected_user: z.string().nullish(),
  selected_date: z.string().nullish(),
  /** Seconds since 1970. */
  selected_date_time: z.number().nullish(),
})

const values = z.record(z.string(), z.record(z.string(), element))

export type Answers = {
  /** Names of the inputs that the form has. */
  readonly inputs: readonly string[]
  /** What was typed or chosen; empty where nothing was. */
  text(input: string): string
  /** What was ticked. */
  chosen(input: string): readonly string[]
}

/** What a form's inputs hold; block_id and action_id are one word. */
export function answersOf(view: ViewOutput): Answers {
  const state = values.parse(view.state.values)
  const of = (input: string) => state[input]?.[input]
  return {
    inputs: Object.keys(state),
    text: (input) => {
      const found = of(input)
      const chosen = found?.selected_option?.value ?? found?.selected_user ?? found?.selected_date
      return (found?.value ?? chosen ?? found?.selected_date_time?.toString() ?? '').trim()
    },
    chosen: (input) => of(input)?.selected_options?.map(({ value }) => value) ?? [],
  }
}
