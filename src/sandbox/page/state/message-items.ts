import type { MessageInfo } from '../../protocol.ts'
import { dayHeading, dayKey } from '../../reading/dates.ts'
import { msOfTs } from '../text/dates.ts'
import { isReply } from './places.ts'

export type MessageItem = {
  readonly key: string
  readonly message: MessageInfo
  /** Set on the first message of a day. */
  readonly day: string | null
  readonly firstUnread: boolean
  /** Right after one by the same author, so that the name need not be said again. */
  readonly compact: boolean
  readonly lastReply: string | null
  /** Ids, joined: a string compares well. */
  readonly repliers: string
}

type Thread = { last: string; readonly people: Set<string> }

function threadsOf(messages: readonly MessageInfo[]): ReadonlyMap<string, Thread> {
  const threads = new Map<string, Thread>()
  for (const message of messages) {
    if (!isReply(message) || message.threadTs === null || message.ephemeral) continue
    const thread = threads.get(message.threadTs) ?? { last: '', people: new Set() }
    thread.last = message.ts
    thread.people.add(message.user)
    threads.set(message.threadTs, thread)
  }
  return threads
}

const together = 5 * 60_000

export function itemsOf(
  messages: readonly MessageInfo[],
  withReplies: readonly MessageInfo[],
  view: { readonly zone: string; readonly today: string; readonly firstUnread: string | null },
): readonly MessageItem[] {
  const threads = threadsOf(withReplies)
  let dayBefore = ''
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const ms = msOfTs(message.ts)
    const day = dayKey(ms, view.zone)
    const newDay = day !== dayBefore
    dayBefore = day
    const thread = threads.get(message.ts)
    return {
      key: `${message.ts}${message.ephemeral ? '-ephemeral' : ''}`,
      message,
      day: newDay ? dayHeading(ms, view.zone, view.today) : null,
      firstUnread: message.ts === view.firstUnread,
      compact:
        before !== undefined &&
        !newDay &&
        !message.ephemeral &&
        !before.ephemeral &&
        message.blocks.length === 0 &&
        before.user === message.user &&
        ms - msOfTs(before.ts) < together,
      lastReply: thread?.last ?? null,
      repliers: [...(thread?.people ?? [])].slice(0, 4).join(' '),
    }
  })
}
