import type { Snapshot, TourPlace } from '../../protocol.ts'
import { setBotClock } from '../state/bot-clock.ts'
import type { Connection } from '../state/connection.ts'
import { viewOfMessage } from '../state/places.ts'
import type { Go, Route } from '../state/route.ts'
import { useTour } from '../state/tour-memory.ts'
import { useHasRoomForTwo } from '../state/useHasRoomForTwo.ts'
import { TimeMachine } from '../tools/TimeMachine.tsx'
import { Toolbox } from '../tools/Toolbox.tsx'
import { ToolPanel } from '../tools/ToolPanel.tsx'
import { toolNamed } from '../tools/tools.ts'
import { MemberView } from './MemberView.tsx'
import { ConnectionBanner } from './notices/ConnectionBanner.tsx'
import { SideBySide } from './SideBySide.tsx'

type Props = {
  readonly snapshot: Snapshot
  readonly connection: Connection
  readonly route: Route
  readonly go: Go
}

/** What one member sees, or two side by side, under the sandbox's own tools. */
export function Workspace({ snapshot, connection, route, go }: Props) {
  setBotClock(snapshot.clock.now)
  const tool = toolNamed(route.tool)
  useTour(snapshot.tour, route.tool, go)
  const hasRoomForTwo = useHasRoomForTwo()
  const { as, place, thread, at, beside } = route
  const showPlace = ({ channel, message, thread: parent }: TourPlace) => {
    if (channel !== undefined) go({ place: channel, thread: parent ?? null, at: message ?? null })
  }

  return (
    <div class="shell">
      <div class="topbar">
        {snapshot.clock.machine && (
          <TimeMachine
            clock={snapshot.clock}
            machine={snapshot.clock.machine}
            arrivedAt={connection.arrivedAt}
            onShow={(message) => go(viewOfMessage(snapshot, message))}
          />
        )}
        <Toolbox snapshot={snapshot} open={tool} route={route} go={go} />
      </div>
      <ConnectionBanner appName={snapshot.app.name} connected={snapshot.app.connected} live={connection.live} />
      <div class={tool ? 'stage has-tool' : 'stage'}>
        {beside && hasRoomForTwo ? (
          <SideBySide
            snapshot={snapshot}
            first={{ as: as ?? snapshot.me, place, thread, at }}
            second={beside}
            go={go}
          />
        ) : (
          <MemberView key={snapshot.me} snapshot={snapshot} view={route} go={go} />
        )}
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
    </div>
  )
}
