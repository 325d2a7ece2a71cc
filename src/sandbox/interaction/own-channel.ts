import type { Platform } from '../platform.ts'
import { bare, type Channel, findChannel } from '../workspace/workspace.ts'

/** The channel, or the sentence that tells why the member cannot write there. */
export function ownChannel(platform: Platform, member: string, nameOrId: string): Channel | string {
  const channel = findChannel(platform.workspace, nameOrId)
  if (channel === undefined) return `There is no channel called #${bare(nameOrId)}.`
  if (!channel.members.has(member)) return `You are not in #${channel.name}.`
  if (channel.archived) return `#${channel.name} is archived.`
  if (channel.kind === 'dm' && isClosed(platform)) return 'Sending messages to this app has been turned off.'
  return channel
}

function isClosed({ manifest, rules }: Platform): boolean {
  const readOnly = manifest.messagesTabReadOnly && rules.holds('a read-only Messages tab takes no messages')
  return readOnly || (!manifest.messagesTabEnabled && rules.holds('the Messages tab is on'))
}
