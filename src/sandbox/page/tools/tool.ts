import type { FunctionComponent } from 'preact'
import type { Snapshot } from '../../protocol.ts'

export type ToolProps = { readonly snapshot: Snapshot }

/** A tool of the sandbox's own: a button in the bar at the top, and a panel beside the conversation. */
export type Tool = {
  /** Names it in the URL's hash. */
  readonly id: string
  readonly label: string
  readonly Icon: FunctionComponent
  readonly Panel: FunctionComponent<ToolProps>
  /** What the button counts, and in which words a screen reader says it; nothing is shown for 0. */
  readonly badge?: (snapshot: Snapshot) => { readonly count: number; readonly words: string }
  /** Where there is room, the panel takes a third of the page instead of a narrow strip. */
  readonly wide?: boolean
}
