import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import type { MemberInfo, ShortcutInfo, Snapshot } from '../../protocol.ts'
import { dayKey } from '../../reading/dates.ts'

/** Who and what a message may speak of. It stays the same object while none of that changes. */
export type Directory = {
  readonly me: string
  readonly zone: string
  readonly botUser: string
  readonly appName: string
  readonly members: readonly MemberInfo[]
  readonly people: ReadonlyMap<string, MemberInfo>
  /** Names by id. */
  readonly channels: ReadonlyMap<string, string>
  readonly shortcuts: readonly ShortcutInfo[]
}

const nobody: Directory = {
  me: '',
  zone: 'UTC',
  botUser: '',
  appName: '',
  members: [],
  people: new Map(),
  channels: new Map(),
  shortcuts: [],
}

export const DirectoryContext = createContext<Directory>(nobody)

export const useDirectory = (): Directory => useContext(DirectoryContext)

/** The viewer's day on the bot's clock, as YYYY-MM-DD. Apart, because a new day redraws dates and not whole messages. */
export const TodayContext = createContext('')

export const useToday = (): string => useContext(TodayContext)

export const todayOf = (snapshot: Snapshot | null, zone: string): string =>
  snapshot ? dayKey(Date.parse(snapshot.clock.now), zone) : ''

export const titleOf = (directory: Directory, user: string): string =>
  user === directory.botUser ? directory.appName : (directory.people.get(user)?.realName ?? user)

export function useDirectoryOf(snapshot: Snapshot | null): Directory {
  const channelNames = JSON.stringify(
    snapshot?.channels.filter(({ kind }) => kind !== 'dm').map(({ id, name }) => [id, name]) ?? [],
  )
  const zone = snapshot?.members.find(({ id }) => id === snapshot.me)?.timezone ?? 'UTC'
  const members = snapshot?.members ?? nobody.members
  const app = snapshot?.app
  return useMemo(
    () => ({
      me: snapshot?.me ?? '',
      zone,
      botUser: app?.botUser ?? '',
      appName: app?.name ?? '',
      members,
      people: new Map(members.map((member) => [member.id, member])),
      channels: new Map(JSON.parse(channelNames) as [string, string][]),
      shortcuts: snapshot?.shortcuts ?? nobody.shortcuts,
    }),
    [snapshot?.me, zone, app?.botUser, app?.name, members, channelNames, snapshot?.shortcuts],
  )
}
