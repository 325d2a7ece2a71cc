import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Snapshot, TourPlace } from '../../protocol.ts'
import { setBotClock } from '../state/bot-clock.ts'
import type { Connection } from '../state/connection.ts'
import { channelTitle, placeOf } from '../state/places.ts'
import type { Go, Route } from '../state/route.ts'
import { useTour } from '../state/tour-memory.ts'
import { useDrawer } from '../state/useDrawer.ts'
import { TimeMachine } from '../tools/TimeMachine.tsx'
import { Toolbox } from '../tools/Toolbox.tsx'
import { ToolPanel } from '../tools/ToolPanel.tsx'
import { toolNamed } from '../tools/tools.ts'
import { Conversation } from './conversation/Conversation.tsx'
import { ThreadPane } from './conversation/ThreadPane.tsx'
import { ConnectionBanner } from './notices/ConnectionBanner.tsx'
import { PushCards } from './notices/PushCards.tsx'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { HomeTab } from './views/HomeTab.tsx'
import { ModalStack } from './views/ModalStack.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly connection: Connection
  readonly route: Route
  readonly go: Go
}

export function Workspace({ snapshot, connection, route, go }: Props) {
  setBotClock(snapshot.clock.now)
  const { drawerOpen, openDrawer, closeDrawer } = useDrawer()
  const [jumpTo, setJumpTo] = useState<string | null>(null)
  const place = placeOf(snapshot, route.place)
  const tool = toolNamed(route.tool)
  useTour(snapshot.tour, route.tool, go)
  const title = place.kind === 'home' ? `${snapshot.app.name} Home` : channelTitle(place.channel, snapshot.members)
  const parent =
    place.kind === 'channel' && route.thread !== null
      ? snapshot.messages.find(({ ts, channel }) => ts === route.thread && channel === place.channel.id)
      : undefined

  useEffect(() => {
    document.title = `${title} · ${snapshot.app.name} sandbox`
  }, [title, snapshot.app.name])

  const openPlace = useCallback(
    (next: string) => {
      closeDrawer()
      setJumpTo(null)
      go({ place: next, thread: null })
    },
    [go, closeDrawer],
  )
  const openThread = useCallback((thread: string | null) => go({ thread }), [go])
  const showPlace = ({ channel, message, thread }: TourPlace) => {
    closeDrawer()
    if (channel === undefined) return
    setJumpTo(message ?? null)
    go({ place: channel, thread: thread ?? null })
  }
  const showMessage = (wanted: { readonly channel: string; readonly ts: string }) => {
    const message = snapshot.messages.find(({ ts, channel }) => ts === wanted.ts && channel === wanted.channel)
    const thread = message && message.threadTs !== message.ts ? message.threadTs : null
    showPlace({ channel: wanted.channel, message: wanted.ts, ...(thread && { thread }) })
  }

  return (
    <div class={drawerOpen ? 'shell drawer-open' : 'shell'}>
      <div class="topbar">
        {snapshot.clock.machine && (
          <TimeMachine
            clock={snapshot.clock}
            machine={snapshot.clock.machine}
            arrivedAt={connection.arrivedAt}
            onShow={showMessage}
          />
        )}
        <Toolbox snapshot={snapshot} open={tool} go={go} />
      </div>
      <ConnectionBanner appName={snapshot.app.name} connected={snapshot.app.connected} live={connection.live} />
      <div class={tool ? 'stage has-tool' : 'stage'}>
        <div class={parent ? 'panes has-thread' : 'panes'}>
          <Sidebar
            snapshot={snapshot}
            place={place}
            onOpen={openPlace}
            onActAs={(as) => go({ as, thread: null })}
            onClose={closeDrawer}
          />
          <PushCards pushes={snapshot.notifications} messages={snapshot.messages} onOpen={showMessage} />
          {place.kind === 'home' ? (
            <HomeTab snapshot={snapshot} onDrawer={openDrawer} onOpen={openPlace} />
          ) : (
            <Conversation
              key={place.channel.id}
              snapshot={snapshot}
              channel={place.channel}
              jumpTo={jumpTo}
              onThread={openThread}
              onDrawer={openDrawer}
            />
          )}
          {parent && (
            <ThreadPane
              key={parent.ts}
              snapshot={snapshot}
              parent={parent}
              jumpTo={jumpTo}
              onClose={() => openThread(null)}
            />
          )}
        </div>
        {tool && (
          <ToolPanel
            key={tool.id}
            tool={tool}
            snapshot={snapshot}
            onShow={showPlace}
            onClose={() => go({ tool: null })}
          />
        )}
      </div>
      <ModalStack modals={snapshot.modals} />
    </div>
  )
}
