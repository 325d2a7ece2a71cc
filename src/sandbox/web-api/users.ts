import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { Member, Usergroup } from '../workspace/workspace.ts'
import { type Call, isOn, type Methods, needed, paged } from './call.ts'

const people = { token: 'bot', scopes: ['users:read'] } as const
const groups = { token: 'bot', scopes: ['usergroups:read'] } as const

export const userMethods: Methods = {
  'users.info': { ...people, tier: 4, run: info },
  'users.list': { ...people, tier: 2, run: listAll },
  'users.lookupByEmail': { token: 'bot', scopes: ['users:read.email'], tier: 3, run: lookupByEmail },
  'usergroups.list': { ...groups, tier: 2, run: listGroups },
  'usergroups.users.list': { ...groups, tier: 2, run: listGroupUsers },
}

function info({ platform, args }: Call): Json {
  const named = platform.workspace.members.get(needed(args, 'user'))
  const member = platform.rules.found('a person who is asked for is there', named)
  return { user: describeMember(platform, member) }
}

function listAll({ platform, args }: Call): Json {
  const { page, metadata } = paged({ platform, args }, [...platform.workspace.members.values()])
  return { members: page.map((member) => describeMember(platform, member)), cache_ts: 0, response_metadata: metadata }
}

function lookupByEmail({ platform, args }: Call): Json {
  const email = needed(args, 'email').toLowerCase()
  const owner = [...platform.workspace.members.values()].find(
    (one) => !one.isBot && one.email === email && !one.deleted,
  )
  const member = platform.rules.found('an email belongs to a member', owner)
  return { user: describeMember(platform, member) }
}

function listGroups({ platform, args }: Call): Json {
  return {
    usergroups: platform.workspace.usergroups.map((group) =>
      describeGroup(platform, group, isOn(args, 'include_users')),
    ),
  }
}

function listGroupUsers({ platform, args }: Call): Json {
  const named = platform.workspace.usergroups.find((one) => one.id === needed(args, 'usergroup'))
  const group = platform.rules.found('a user group that is asked for is there', named)
  return { users: group.users }
}

function describeGroup(platform: Platform, group: Usergroup, withUsers: boolean): Json {
  const { id, handle, name, users } = group
  return {
    id,
    team_id: platform.workspace.teamId,
    handle,
    name,
    user_count: users.length,
    ...(withUsers ? { users } : {}),
  }
}

function describeMember(platform: Platform, member: Member): Json {
  const { id, name, realName, deleted, timezone, isBot, isAdmin } = member
  const granted = platform.manifest.botScopes.includes('users:read.email')
  const seesEmail = !isBot && (granted || !platform.rules.holds('an email is told with users:read.email'))
  return {
    id,
    team_id: platform.workspace.teamId,
    name,
    real_name: realName,
    deleted,
    tz: timezone,
    tz_label: timezone,
    tz_offset: offsetSeconds(timezone, platform.workspace.now()),
    is_admin: isAdmin,
    is_owner: isAdmin,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
    updated: 0,
    profile: { real_name: realName, display_name: name, ...(seesEmail ? { email: member.email } : {}) },
  }
}

function offsetSeconds(timezone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' }).formatToParts(at)
  const zone = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60)
}
