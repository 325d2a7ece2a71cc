import { failed } from '../interaction/interactions.ts'
import type { Platform } from '../platform.ts'
import type { ActResult } from '../protocol.ts'
import type { ToolAct } from '../tools-protocol.ts'
import { switchFaultOn } from './fault-wishes.ts'

type Named<Kind> = Extract<ToolAct, { readonly kind: Kind }>

type ToolDeeds = {
  readonly [Kind in ToolAct['kind']]: (platform: Platform, member: string, act: Named<Kind>) => ActResult
}

const done: ActResult = { ok: true }

/** What somebody at the page does to the sandbox itself; it matters little as whom. */
export const toolDeeds: ToolDeeds = {
  fault: (platform, _, { fault }) => switchFaultOn(platform, fault),
  'fault-off': ({ board }, _, { id }) => {
    board.switchOff(id)
    return done
  },
  'faults-off': ({ board }) => {
    board.switchAllOff()
    return done
  },
  disconnect: ({ board }, _, { how }) =>
    board.faults.disconnectSockets(how === 'link' ? 'link' : 'refresh_requested') > 0
      ? done
      : failed('No socket is open that could be disconnected.'),
  'clear-traffic': ({ traffic }) => {
    traffic.clear()
    return done
  },
}
