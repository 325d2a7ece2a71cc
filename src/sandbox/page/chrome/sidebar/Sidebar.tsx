import { useEffect, useState } from 'preact/hooks'
import type { Snapshot } from '../../../protocol.ts'
import { home, type Place } from '../../state/places.ts'
import { ThemeButton } from '../../tools/ThemeButton.tsx'
import { ChannelButton } from './ChannelButton.tsx'
import { CreateChannel } from './CreateChannel.tsx'
import { MemberSwitcher } from './MemberSwitcher.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly place: Place
  readonly onOpen: (place: string) => void
  readonly onActAs: (member: string) => void
  readonly onClose: () => void
}

export function Sidebar({ snapshot, place, onOpen, onActAs, onClose }: Props) {
  const [creating, setCreating] = useState(false)
  const [created, setCreated] = useState<string | null>(null)
  const { app, channels, members, me } = snapshot
  const current = place.kind === 'channel' ? place.channel.id : home
  const open = channels.filter(({ archived, id }) => !archived || id === current)
  const rooms = open.filter(({ kind }) => kind !== 'dm')
  const directs = open.filter(({ kind }) => kind === 'dm')
  // The page hears of a new channel after it is told that there is one.
  const newest = created === null ? undefined : rooms.find(({ name }) => name === created)
  useEffect(() => {
    if (newest === undefined) return
    setCreated(null)
    onOpen(newest.id)
  }, [newest, onOpen])
  const button = (channel: (typeof channels)[number]) => (
    <ChannelButton
      key={channel.id}
      channel={channel}
      members={members}
      me={me}
      current={channel.id === current}
      onOpen={onOpen}
    />
  )

  return (
    <>
      <button type="button" class="scrim" aria-label="Close the sidebar" tabIndex={-1} onClick={onClose} />
      <nav class="sidebar" aria-label="Workspace">
        <header class="sidebar-head">
          <strong class="workspace-name">{app.name} sandbox</strong>
          <ThemeButton />
          <button type="button" class="quiet phone-only" aria-label="Close the sidebar" onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <MemberSwitcher members={members} me={me} onActAs={onActAs} />
        <div class="sidebar-lists">
          <h2>Apps</h2>
          <ul>
            <li>
              <button
                type="button"
                class="place"
                aria-current={current === home ? 'page' : undefined}
                onClick={() => onOpen(home)}
              >
                <span class={app.connected ? 'presence is-on' : 'presence'} aria-hidden="true" />
                {app.name} Home
              </button>
            </li>
          </ul>
          <div class="sidebar-title">
            <h2>Channels</h2>
            <button type="button" class="quiet" aria-label="Create a channel" onClick={() => setCreating(true)}>
              <span aria-hidden="true">+</span>
            </button>
          </div>
          <ul>{rooms.map(button)}</ul>
          {directs.length > 0 && <h2>Direct messages</h2>}
          <ul>{directs.map(button)}</ul>
        </div>
      </nav>
      {creating && (
        <CreateChannel
          onClose={() => setCreating(false)}
          onCreated={(name) => {
            setCreating(false)
            setCreated(name)
          }}
        />
      )}
    </>
  )
}
