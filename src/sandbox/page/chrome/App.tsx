import { useEffect, useMemo } from 'preact/hooks'
import type { Act } from '../../protocol.ts'
import { type Acting, ActingContext, postAct } from '../state/acting.ts'
import { useConnection } from '../state/connection.ts'
import { DirectoryContext, TodayContext, todayOf, useDirectoryOf } from '../state/directory.ts'
import { useRoute } from '../state/route.ts'
import { useToasts } from '../state/toasts.ts'
import { Toasts } from './notices/Toasts.tsx'
import { Workspace } from './Workspace.tsx'

/** Acts the page does by itself: nobody asked for them, so nobody is told when one comes too late. */
const inBackground: ReadonlySet<Act['kind']> = new Set(['type', 'read', 'open-home'])

export function App() {
  const [route, go] = useRoute()
  const connection = useConnection(route.as)
  const { snapshot } = connection
  const directory = useDirectoryOf(snapshot)
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
            <Workspace key={me} snapshot={snapshot} connection={connection} route={route} go={go} />
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
