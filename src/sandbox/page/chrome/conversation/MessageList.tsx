import { useEffect, useMemo, useState } from 'preact/hooks'
import type { MessageInfo } from '../../../protocol.ts'
import { useDirectory, useToday } from '../../state/directory.ts'
import { itemsOf } from '../../state/message-items.ts'
import { useEarlier } from '../../state/useEarlier.ts'
import { useStickyBottom } from '../../state/useStickyBottom.ts'
import { Announcer } from '../notices/Announcer.tsx'
import { Message } from './Message.tsx'

type Props = {
  readonly label: string
  readonly messages: readonly MessageInfo[]
  /** The same with the threads' replies, for the summaries under their parents. */
  readonly replies: readonly MessageInfo[]
  readonly unread: number
  readonly jumpTo: string | null
  /** New messages are not said. */
  readonly quiet: boolean
  /** Absent inside a thread. */
  readonly onThread?: (thread: string) => void
}

const firstUnreadOf = (messages: readonly MessageInfo[], unread: number, me: string): string | null => {
  if (unread === 0) return null
  const others = messages.filter(({ user, ephemeral }) => user !== me && !ephemeral)
  return others.at(-unread)?.ts ?? others[0]?.ts ?? null
}

export function MessageList({ label, messages, replies, unread, jumpTo, quiet, onThread }: Props) {
  const { me, zone } = useDirectory()
  const today = useToday()
  const { box, away, onScroll, toBottom, letGo } = useStickyBottom(messages.length)
  const [firstUnread] = useState(() => firstUnreadOf(messages, unread, me))
  const items = useMemo(
    () => itemsOf(messages, replies, { zone, today, firstUnread }),
    [messages, replies, zone, today, firstUnread],
  )

  const targetAt = jumpTo === null ? -1 : messages.findIndex(({ ts }) => ts === jumpTo)
  const target = targetAt < 0 ? null : jumpTo
  const earlier = useEarlier(messages, targetAt < 0 ? null : targetAt)

  useEffect(() => {
    const article = target === null ? null : box.current?.querySelector<HTMLElement>(`[data-ts="${target}"]`)
    if (!article) return
    letGo()
    const isTall = article.offsetHeight > article.ownerDocument.documentElement.clientHeight / 2
    article.scrollIntoView({ block: isTall ? 'start' : 'center' })
    article.focus({ preventScroll: true })
    article.classList.add('is-found')
    const timer = window.setTimeout(() => article.classList.remove('is-found'), 2500)
    return () => window.clearTimeout(timer)
  }, [target])

  return (
    <div class="list-frame">
      <div
        ref={box}
        class="list"
        role="log"
        aria-label={label}
        // The announcer below reads new messages; the log itself would also read every edit of a card.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must scroll from the keyboard too
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="list-content">
          {items.length === 0 && <p class="empty">Nothing has been said here yet.</p>}
          {items.slice(earlier).map(({ key, day, firstUnread: fresh, ...item }) => (
            <div key={key}>
              {day !== null && (
                <div class="day">
                  <span>{day}</span>
                </div>
              )}
              {fresh && (
                <div class="fresh">
                  <span>New</span>
                </div>
              )}
              <Message
                {...item}
                compact={item.compact && (onThread !== undefined || item.message !== messages[1])}
                onThread={onThread}
              />
            </div>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" class="button to-bottom" onClick={toBottom}>
          Latest messages <span aria-hidden="true">↓</span>
        </button>
      )}
      <Announcer messages={messages} quiet={quiet} />
    </div>
  )
}
