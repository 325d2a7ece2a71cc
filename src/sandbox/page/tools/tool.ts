import type { FunctionComponent } from 'preact'
import type { Snapshot, TourPlace } from '../../protocol.ts'

export type ToolProps = {
  readonly snapshot: Snapshot
  /** Opens a channel, a thread or a message in the conversation beside the panel. */
  readonly onShow: (place: TourPlace) => void
  readonly onClose: () => void
}

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
  /** Where there is little room, the panel stands under the conversation, not over it. */
  readonly isUnder?: boolean
  /** Without its button where there is nothing to open. */
  readonly isOffered?: (snapshot: Snapshot) => boolean
}
