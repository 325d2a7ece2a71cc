import type { NewChannel, NewMember } from './workspace.ts'

export const defaultMembers: readonly NewMember[] = [
  { name: 'maria', realName: 'Maria Lopez', timezone: 'America/New_York', isAdmin: true },
  { name: 'ben', realName: 'Ben Carter', timezone: 'America/New_York' },
  { name: 'cara', realName: 'Cara Singh', timezone: 'Europe/Paris' },
  { name: 'dana', realName: 'Dana Okafor', timezone: 'America/Los_Angeles' },
  { name: 'eli', realName: 'Eli Haddad', timezone: 'Asia/Kolkata' },
]

export const defaultChannels: readonly (NewChannel & { readonly bot: boolean })[] = [
  { name: 'general', bot: false },
  { name: 'ops', bot: true },
  { name: 'incidents', bot: true },
  { name: 'leadership', bot: true },
]
