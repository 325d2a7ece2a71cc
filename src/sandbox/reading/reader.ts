import type { Workspace } from '../workspace/workspace.ts'
import type { Reader } from './readable.ts'

/** Names, zone and clock as one member of this workspace reads them. */
export function readerOf(workspace: Workspace, member: string): Reader {
  return {
    timezone: workspace.members.get(member)?.timezone ?? 'Etc/UTC',
    now: workspace.now().getTime(),
    userName: (id) => workspace.members.get(id)?.name ?? id,
    channelName: (id) => workspace.channels.get(id)?.name ?? id,
    groupName: (id) => workspace.usergroups.find((one) => one.id === id)?.handle ?? id,
  }
}
