import type { KnownBlock } from '@slack/types'
import type { Scope } from '../store/scope.ts'

/** What a message shows. `text` tells the whole outcome by itself: screen readers and notifications read nothing else. */
export type Drawing = {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
  /** Sent instead when Slack refuses the blocks; the text alone where there is none. */
  readonly plain?: readonly KnownBlock[]
}

/** Home is a view of its own, not a message. */
export type HomeDrawing = { readonly home: readonly KnownBlock[] }

/**
 * One thing that Slack shows: how its state is loaded, and how that state is drawn.
 * `load` gives undefined for what is gone; drawing null withdraws the message.
 */
export type SurfaceEntry<State = never> = {
  load(scope: Scope, subject: string): Promise<State | undefined>
  draw(state: State): Drawing | HomeDrawing | null
}

/** An entry with its own state type closed over, as the record of all surfaces keeps it. */
export type AnySurface = { render(scope: Scope, subject: string): Promise<Drawing | HomeDrawing | null> }

export function surface<State>(entry: SurfaceEntry<State>): AnySurface {
  return {
    async render(scope, subject) {
      const state = await entry.load(scope, subject)
      return state === undefined ? null : entry.draw(state)
    },
  }
}
