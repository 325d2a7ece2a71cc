import type { ComponentProps } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Act } from '../../protocol.ts'
import { type Acting, ActingContext, postAct } from '../state/acting.ts'
import { setBotClock } from '../state/bot-clock.ts'
import { useConnection } from '../state/connection.ts'
import { DirectoryContext, TodayContext, todayOf, useDirectoryOf } from '../state/directory.ts'
import { isEmbedded } from '../state/embedded.ts'
import { useRoute } from '../state/route.ts'
import { useTheme } from '../state/theme.ts'
import { useToasts } from '../state/toasts.ts'
import { MemberView } from './MemberView.tsx'
import { Toasts } from './notices/Toasts.tsx'
import { Workspace } from './Workspace.tsx'

/** Acts the page does by itself: nobody asked for them, so nobody is told when one comes too late. */
const inBackground: ReadonlySet<Act['kind']> = new Set(['type', 'read', 'open-home'])

const Shown = isEmbedded ? EmbeddedView : Workspace

export function App() {
  const [route, go] = useRoute()
  const connection = useConnection(route.as)
  const { snapshot } = connection
  const directory = useDirectoryOf(snapshot)
  useTheme()
  const { toasts, tell, dismiss, clear } = useToasts()
  const me = snapshot?.me ?? ''

  // What one member was told is not for the next.
  useEffect(clear, [me, clear])

  const acting = useMemo<Acting>(
    () => ({
      tell,
      send: async (act) => {
        const result = await postAct(me, act)
        if (!result.ok && !inBackground.has(act.kind)) tell(result.error)
        return result.ok
      },
    }),
    [me, tell],
  )

  return (
    <ActingContext value={acting}>
      <DirectoryContext value={directory}>
        <TodayContext value={todayOf(snapshot, directory.zone)}>
          {snapshot ? (
            <Shown snapshot={snapshot} connection={connection} route={route} go={go} />
          ) : (
            <p class="starting" role="status">
              {connection.live ? 'Opening the workspace …' : 'The sandbox does not answer. Trying again …'}
            </p>
          )}
          <Toasts toasts={toasts} onDismiss={dismiss} />
        </TodayContext>
      </DirectoryContext>
    </ActingContext>
  )
}

/** One of two members; the window around the frame has the tools. */
function EmbeddedView({ snapshot, route, go }: ComponentProps<typeof Workspace>) {
  setBotClock(snapshot.clock.now)
  return (
    <div class="shell">
      <div class="stage">
        <MemberView key={snapshot.me} snapshot={snapshot} view={route} go={go} />
      </div>
    </div>
  )
}
