import type { WebClient } from '@slack/web-api'
import type { Directory } from '../domain/resolve.ts'

export type Workspace = Directory & {
  /** Who administers the workspace, by Slack's own account. */
  readonly admins: ReadonlySet<string>
}

/** Slack recommends pages of two hundred. */
const pageSize = 200

/** Reads the workspace's people and the channels that the bot can see. */
export async function readDirectory(client: WebClient): Promise<Workspace> {
  const people = []
  const admins = new Set<string>()
  for await (const page of client.paginate('users.list', { limit: pageSize })) {
    for (const member of membersOf(page)) {
      if (!member.id || member.deleted || member.is_bot) continue
      people.push({ id: member.id, names: namesOf(member) })
      if (member.is_admin || member.is_owner) admins.add(member.id)
    }
  }
  const channels = []
  const kinds = { types: 'public_channel,private_channel', exclude_archived: true, limit: pageSize }
  for await (const page of client.paginate('conversations.list', kinds)) {
    for (const { id, name } of channelsOf(page)) if (id && name) channels.push({ id, name })
  }
  return { people, channels, admins }
}

type Member = {
  readonly id?: string
  readonly name?: string
  readonly real_name?: string
  readonly deleted?: boolean
  readonly is_bot?: boolean
  readonly is_admin?: boolean
  readonly is_owner?: boolean
  readonly profile?: { readonly email?: string; readonly display_name?: string }
}

function membersOf(page: object): readonly Member[] {
  return (page as { readonly members?: readonly Member[] }).members ?? []
}

function channelsOf(page: object): readonly { readonly id?: string; readonly name?: string }[] {
  return (page as { readonly channels?: readonly { id?: string; name?: string }[] }).channels ?? []
}

/** Handle, e-mail address, display name, full name: the order in which a plan's reference is looked up. */
function namesOf({ name = '', real_name: full = '', profile }: Member): readonly string[] {
  return [name, profile?.email ?? '', profile?.display_name ?? '', full]
}
