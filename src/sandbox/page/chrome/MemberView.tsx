import { useCallback, useEffect } from 'preact/hooks'
import type { Snapshot } from '../../protocol.ts'
import { isFast } from '../state/is-fast.ts'
import { channelTitle, placeOf, viewOfMessage } from '../state/places.ts'
import type { Go, View } from '../state/route.ts'
import { useDrawer } from '../state/useDrawer.ts'
import { Conversation } from './conversation/Conversation.tsx'
import { ThreadPane } from './conversation/ThreadPane.tsx'
import { PushCards } from './notices/PushCards.tsx'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { HomeTab } from './views/HomeTab.tsx'
import { ModalStack } from './views/ModalStack.tsx'

type Props = { readonly snapshot: Snapshot; readonly view: View; readonly go: Go }

/** All that one member sees of the workspace. */
export function MemberView({ snapshot, view, go }: Props) {
  const { drawerOpen, openDrawer, closeDrawer } = useDrawer()
  const place = placeOf(snapshot, view.place)
  const title = place.kind === 'home' ? `${snapshot.app.name} Home` : channelTitle(place.channel, snapshot.members)
  const parent =
    place.kind === 'channel' && view.thread !== null
      ? snapshot.messages.find(({ ts, channel }) => ts === view.thread && channel === place.channel.id)
      : undefined

  useEffect(() => {
    document.title = `${title} · ${snapshot.app.name} sandbox`
  }, [title, snapshot.app.name])

  useEffect(closeDrawer, [view.place, view.thread, view.at])

  const openPlace = useCallback(
    (next: string) => {
      closeDrawer()
      go({ place: next, thread: null, at: null })
    },
    [go, closeDrawer],
  )
  const openThread = useCallback((thread: string | null) => go({ thread }), [go])

  return (
    <>
      <div class={`panes${parent ? ' has-thread' : ''}${drawerOpen ? ' drawer-open' : ''}`}>
        <Sidebar
          snapshot={snapshot}
          place={place}
          onOpen={openPlace}
          onActAs={(as) => go({ as, thread: null, at: null })}
          onClose={closeDrawer}
        />
        <PushCards
          pushes={snapshot.notifications}
          messages={snapshot.messages}
          quiet={isFast(snapshot.clock)}
          onOpen={(push) => go(viewOfMessage(snapshot, push))}
        />
        {place.kind === 'home' ? (
          <HomeTab snapshot={snapshot} onDrawer={openDrawer} onOpen={openPlace} />
        ) : (
          <Conversation
            key={place.channel.id}
            snapshot={snapshot}
            channel={place.channel}
            jumpTo={view.at}
            onThread={openThread}
            onDrawer={openDrawer}
          />
        )}
        {parent && (
          <ThreadPane
            key={parent.ts}
            snapshot={snapshot}
            parent={parent}
            jumpTo={view.at}
            onClose={() => openThread(null)}
          />
        )}
      </div>
      <ModalStack modals={snapshot.modals} />
    </>
  )
}
