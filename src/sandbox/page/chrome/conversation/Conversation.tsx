import { useEffect, useMemo } from 'preact/hooks'
import type { ChannelInfo, Snapshot } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'
import { isFast } from '../../state/is-fast.ts'
import { channelTitle, isReply } from '../../state/places.ts'
import { ChannelHeader } from './ChannelHeader.tsx'
import { Composer } from './Composer.tsx'
import { JoinBar } from './JoinBar.tsx'
import { MessageList } from './MessageList.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly channel: ChannelInfo
  readonly jumpTo: string | null
  readonly onThread: (thread: string) => void
  readonly onDrawer: () => void
}

export function Conversation({ snapshot, channel, jumpTo, onThread, onDrawer }: Props) {
  const { send } = useActing()
  const { messages } = snapshot
  const here = useMemo(() => messages.filter((message) => message.channel === channel.id), [messages, channel.id])
  const top = useMemo(() => here.filter((message) => !isReply(message)), [here])
  const title = channelTitle(channel, snapshot.members)

  useEffect(() => {
    const look = () => {
      if (channel.unread > 0 && document.visibilityState === 'visible') void send({ kind: 'read', channel: channel.id })
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [channel.id, channel.unread, send])

  return (
    <main class="main">
      <ChannelHeader channel={channel} snapshot={snapshot} onDrawer={onDrawer} />
      <MessageList
        label={title}
        messages={top}
        replies={here}
        unread={channel.unread}
        jumpTo={jumpTo}
        quiet={isFast(snapshot.clock)}
        onThread={onThread}
      />
      {channel.kind === 'dm' || channel.members.includes(snapshot.me) ? (
        <Composer
          label={`Message ${title}`}
          channel={channel.id}
          commands={snapshot.commands}
          disabled={channel.archived}
        />
      ) : (
        <JoinBar channel={channel} />
      )}
    </main>
  )
}
