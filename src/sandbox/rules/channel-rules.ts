import type { PlatformRules } from './rule.ts'

const naming = { area: 'Channels', page: 'reference/methods/conversations.create' } as const
const inviting = { area: 'Channels', page: 'reference/methods/conversations.invite' } as const
const managing = { area: 'Channels', page: 'reference/methods/conversations.setTopic' } as const
const joining = { area: 'Channels', page: 'reference/methods/conversations.join' } as const
const opening = { area: 'Channels', page: 'reference/methods/conversations.open' } as const

export const channelRules = {
  'a new channel has a name': { ...naming, error: 'invalid_name_required', says: 'name is not empty.' },
  'a channel name has at most 80 characters': {
    ...naming,
    error: 'invalid_name_maxlength',
    says: 'A name has at most 80 characters.',
  },
  'a channel name is lower-case letters, digits, - and _': {
    ...naming,
    error: 'invalid_name_specials',
    says: 'Capitals, spaces and other characters are refused, never mended.',
  },
  'a channel name is more than punctuation': {
    ...naming,
    error: 'invalid_name_punctuation',
    says: 'A name of - and _ alone is refused.',
  },
  'a channel name is given once': { ...naming, error: 'name_taken', says: 'No two channels share a name.' },
  'an archived channel keeps its name': {
    ...naming,
    error: 'name_taken',
    says: 'The name of an archived channel is not free.',
  },
  'the bot is in the channel it creates': {
    ...naming,
    error: null,
    says: 'It can post, invite and set the topic at once.',
  },
  'an invitation names at most 100 people': {
    ...inviting,
    error: 'too_many_users',
    says: 'users has at most 100 ids; older pages said 1,000.',
  },
  'an invitation names people who are there': {
    ...inviting,
    error: 'user_not_found',
    says: 'Each of users is a member of the workspace.',
  },
  'nobody invites themselves': { ...inviting, error: 'cant_invite_self', says: 'users does not name the bot.' },
  'a member is not invited again': {
    ...inviting,
    error: 'already_in_channel',
    says: 'Whoever is in the channel already is refused.',
  },
  'force skips those who cannot be invited': {
    ...inviting,
    error: null,
    says: 'With force the others are invited all the same.',
  },
  'a topic has at most 250 characters': { ...managing, error: 'too_long', says: 'topic has at most 250 characters.' },
  'a channel is managed by its members': {
    ...managing,
    error: 'not_in_channel',
    says: 'Inviting, archiving and setting the topic need membership.',
  },
  'an archived channel is not managed': {
    ...managing,
    error: 'is_archived',
    says: 'Nobody is invited to an archived channel, and its topic stays.',
  },
  '#general is not archived': {
    ...managing,
    error: 'cant_archive_general',
    says: 'The general channel stays.',
    page: 'reference/methods/conversations.archive',
  },
  'only a public channel is joined': {
    ...joining,
    error: 'method_not_supported_for_channel_type',
    says: 'A private channel needs an invitation.',
  },
  'an archived channel is not joined': { ...joining, error: 'is_archived', says: 'Nobody joins an archived channel.' },
  'a direct message is with one person who is there': {
    ...opening,
    error: 'user_not_found',
    says: 'users names one member; group direct messages are not modelled.',
  },
  'a direct message is not with a bot': { ...opening, error: 'cannot_dm_bot', says: 'An app does not write to bots.' },
  'a direct message is not with somebody who left': {
    ...opening,
    error: 'user_disabled',
    says: 'A deactivated account has no direct messages.',
  },
} as const satisfies PlatformRules
