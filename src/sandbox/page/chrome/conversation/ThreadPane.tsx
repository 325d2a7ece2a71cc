import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { MessageInfo, Snapshot } from '../../../protocol.ts'
import { isFast } from '../../state/is-fast.ts'
import { channelTitle } from '../../state/places.ts'
import { Composer } from './Composer.tsx'
import { MessageList } from './MessageList.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly parent: MessageInfo
  readonly jumpTo: string | null
  readonly onClose: () => void
}

export function ThreadPane({ snapshot, parent, jumpTo, onClose }: Props) {
  const { messages } = snapshot
  const thread = useMemo(
    () =>
      messages.filter(
        ({ channel, ts, threadTs }) => channel === parent.channel && (ts === parent.ts || threadTs === parent.ts),
      ),
    [messages, parent.channel, parent.ts],
  )
  const box = useThreadFocus(parent.ts)
  const channel = snapshot.channels.find(({ id }) => id === parent.channel)
  return (
    <aside
      ref={box}
      class="thread"
      aria-label="Thread"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header class="main-head">
        <div class="main-title">
          <h2>Thread</h2>
          <p class="topic">{channel && channelTitle(channel, snapshot.members)}</p>
        </div>
        <button type="button" class="quiet" aria-label="Close the thread" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <MessageList
        label="Replies"
        messages={thread}
        replies={thread}
        unread={0}
        jumpTo={jumpTo}
        quiet={isFast(snapshot.clock)}
      />
      <Composer
        label="Reply to thread"
        channel={parent.channel}
        thread={parent.ts}
        commands={snapshot.commands}
        disabled={channel?.archived === true}
      />
    </aside>
  )
}

/** Focus goes in with whoever opened the thread, not on reload, and back to its message from wherever it is inside. */
function useThreadFocus(parent: string) {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const pane = box.current
    if (document.activeElement !== document.body) pane?.focus()
    return () => {
      if (!pane?.contains(document.activeElement)) return
      // On a narrow page the conversation is shown again only after this.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>(`.main [data-ts="${parent}"]`)?.focus({ preventScroll: true })
      })
    }
  }, [parent])
  return box
}
