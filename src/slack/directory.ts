import { WebClient } from '@slack/web-api'
import type { Config } from '../config.ts'
import { isZone } from '../domain/cadence/time.ts'
import type { Directory, Groups } from '../domain/resolve.ts'
import { silent } from './silent.ts'

/** Who and what a plan may name. */
export type WorkspaceDirectory = Directory & {
  /** Who administers the workspace, by Slack's own account. */
  readonly admins: ReadonlySet<string>
  /** The IANA zone that each has set in Slack. */
  readonly zones: ReadonlyMap<string, string>
}

/** Slack takes any number below a thousand, and allows twenty such calls a minute. */
const pageSize = 999

/**
 * The client that reads the directory: nobody waits for it behind a button, so it waits as long as Slack asks it to
 * and tries again where the network fails it.
 */
export function directoryClient({ botToken, apiUrl }: Config['slack'], fetch?: typeof globalThis.fetch): WebClient {
  return new WebClient(botToken, {
    timeout: 30_000,
    logger: silent,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    ...(fetch ? { fetch } : {}),
  })
}

/** Reads the workspace's people and the channels that the bot can see. */
export async function readDirectory(client: WebClient): Promise<WorkspaceDirectory> {
  const people = []
  const admins = new Set<string>()
  const zones = new Map<string, string>()
  for await (const page of client.paginate('users.list', { limit: pageSize })) {
    for (const member of membersOf(page)) {
      if (!member.id || member.deleted || member.is_bot) continue
      people.push({ id: member.id, names: namesOf(member) })
      if (member.is_admin || member.is_owner) admins.add(member.id)
      if (member.tz && isZone(member.tz)) zones.set(member.id, member.tz)
    }
  }
  const channels = []
  const kinds = { types: 'public_channel,private_channel', exclude_archived: true, limit: pageSize }
  for await (const page of client.paginate('conversations.list', kinds)) {
    for (const { id, name } of channelsOf(page)) if (id && name) channels.push({ id, name })
  }
  return { people, channels, admins, zones, groups: await readGroups(client) }
}

/** The user groups with their members; reading them is an optional scope, so a refusal is an answer. */
export async function readGroups(client: WebClient): Promise<Groups> {
  try {
    const { usergroups = [] } = await client.usergroups.list({ include_users: true })
    const known = usergroups.flatMap(({ id, handle, users = [] }) =>
      id && handle ? [{ id, handle, members: [...users].sort() }] : [],
    )
    return { known }
  } catch (error) {
    const unreadable = (error as { data?: { error?: string } }).data?.error
    if (unreadable === undefined) throw error
    return { unreadable }
  }
}

type Member = {
  readonly id?: string
  readonly name?: string
  readonly real_name?: string
  readonly deleted?: boolean
  readonly is_bot?: boolean
  readonly is_admin?: boolean
  readonly is_owner?: boolean
  readonly tz?: string
  readonly profile?: { readonly display_name?: string }
}

function membersOf(page: object): readonly Member[] {
  return (page as { readonly members?: readonly Member[] }).members ?? []
}

function channelsOf(page: object): readonly { readonly id?: string; readonly name?: string }[] {
  return (page as { readonly channels?: readonly { id?: string; name?: string }[] }).channels ?? []
}

/** Handle, display name, full name: the order in which a plan's reference is looked up. */
function namesOf({ name = '', real_name: full = '', profile }: Member): readonly string[] {
  return [name, profile?.display_name ?? '', full]
}
