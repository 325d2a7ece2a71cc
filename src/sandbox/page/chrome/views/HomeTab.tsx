import { useEffect } from 'preact/hooks'
import type { Snapshot } from '../../../protocol.ts'
import { Blocks } from '../../blocks/Blocks.tsx'
import { useActing } from '../../state/acting.ts'
import { toJson, toList, toText } from '../../state/json.ts'
import { otherOf } from '../../state/places.ts'
import { SurfaceContext, useViewSurface } from '../../state/surface.ts'
import { Avatar } from '../Avatar.tsx'
import { Menu } from '../icons.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly onDrawer: () => void
  readonly onOpen: (place: string) => void
}

export function HomeTab({ snapshot, onDrawer, onOpen }: Props) {
  const { app, home } = snapshot
  const { send } = useActing()
  const view = toJson(home)
  const { surface } = useViewSurface('home', toText(view.id), view)
  const direct = snapshot.channels.find(
    (channel) => channel.kind === 'dm' && otherOf(channel, snapshot.members)?.id === app.botUser,
  )

  useEffect(() => {
    void send({ kind: 'open-home' })
  }, [send])

  return (
    <main class="main" aria-label={`${app.name} Home`}>
      <header class="main-head">
        <button type="button" class="quiet phone-only" aria-label="Open the sidebar" onClick={onDrawer}>
          <Menu />
        </button>
        <Avatar user={app.botUser} />
        <div class="main-title">
          <h1>{app.name}</h1>
          <p class="topic">Home</p>
        </div>
        {direct && (
          <button type="button" class="button" onClick={() => onOpen(direct.id)}>
            Messages
          </button>
        )}
      </header>
      <div class="list home">
        {home === null ? (
          <p class="empty">{app.name} has put nothing here yet.</p>
        ) : (
          <SurfaceContext value={surface}>
            <Blocks blocks={toList(view.blocks)} />
          </SurfaceContext>
        )}
      </div>
    </main>
  )
}
