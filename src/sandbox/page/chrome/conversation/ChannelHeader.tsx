import { useState } from 'preact/hooks'
import type { ChannelInfo, Snapshot } from '../../../protocol.ts'
import { channelTitle } from '../../state/places.ts'
import { Mrkdwn } from '../../text/Mrkdwn.tsx'
import { Menu, People } from '../icons.tsx'
import { ChannelMembers } from './ChannelMembers.tsx'

type Props = { readonly channel: ChannelInfo; readonly snapshot: Snapshot; readonly onDrawer: () => void }

export function ChannelHeader({ channel, snapshot, onDrawer }: Props) {
  const [showingMembers, setShowingMembers] = useState(false)
  return (
    <header class="main-head">
      <button type="button" class="quiet phone-only" aria-label="Open the sidebar" onClick={onDrawer}>
        <Menu />
      </button>
      <div class="main-title">
        <h1>
          {channelTitle(channel, snapshot.members)}
          {channel.archived && <span class="tag">archived</span>}
        </h1>
        {channel.topic && (
          <p class="topic">
            <Mrkdwn text={channel.topic} />
          </p>
        )}
      </div>
      {channel.kind !== 'dm' && (
        <button
          type="button"
          class="button members-button"
          aria-label={`${channel.members.length} members`}
          onClick={() => setShowingMembers(true)}
        >
          <People />
          <span aria-hidden="true">{channel.members.length}</span>
        </button>
      )}
      {showingMembers && (
        <ChannelMembers channel={channel} snapshot={snapshot} onClose={() => setShowingMembers(false)} />
      )}
    </header>
  )
}
