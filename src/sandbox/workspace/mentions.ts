import { recordsWithin, string } from '../json.ts'
import type { Json } from '../protocol.ts'
import type { Channel, Workspace } from './workspace.ts'

const mrkdwnTypes: ReadonlySet<unknown> = new Set(['mrkdwn', 'markdown'])

/** Members of the channel whom this text or these blocks would notify. */
export function mentionedIn(
  workspace: Workspace,
  channel: Channel,
  text: string,
  blocks: readonly Json[],
): readonly string[] {
  const found = new Set<string>(inMrkdwn(workspace, channel, text))
  for (const node of recordsWithin(blocks)) {
    if (mrkdwnTypes.has(node.type)) for (const one of inMrkdwn(workspace, channel, string(node.text))) found.add(one)
    if (node.type === 'user') found.add(string(node.user_id))
    if (node.type === 'usergroup') for (const one of inGroup(workspace, string(node.usergroup_id))) found.add(one)
    if (node.type === 'broadcast') for (const one of channel.members) found.add(one)
  }
  return [...found].filter((one) => channel.members.has(one))
}

function* inMrkdwn(workspace: Workspace, channel: Channel, text: string): Generator<string> {
  for (const match of text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)) yield match[1] ?? ''
  for (const match of text.matchAll(/<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g)) yield* inGroup(workspace, match[1] ?? '')
  if (/<!(here|channel|everyone)(\|[^>]*)?>/.test(text)) yield* channel.members
}

function inGroup(workspace: Workspace, id: string): readonly string[] {
  return workspace.usergroups.find((one) => one.id === id)?.users ?? []
}
