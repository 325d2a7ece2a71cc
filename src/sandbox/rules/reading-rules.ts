import type { PlatformRules } from './rule.ts'

const reading = { area: 'Reading', page: 'reference/methods/conversations.history' } as const

export const readingRules = {
  'history is read by members': { ...reading, error: 'not_in_channel', says: 'The bot is in the channel it reads.' },
  'a page of history has at most 999 messages': { ...reading, error: 'invalid_limit', says: 'limit is at most 999.' },
  'a page of history has 100 messages unless asked': {
    ...reading,
    error: null,
    says: 'The default of limit is 100; the rest is behind next_cursor.',
  },
  'a page of a list has at most 1,000 entries': {
    ...reading,
    error: 'invalid_limit',
    says: 'limit is at most 1,000 for members, channels and replies.',
    page: 'apis/web-api/pagination',
  },
  'a page has at least one entry': {
    ...reading,
    error: 'invalid_limit',
    says: 'limit is a whole number above zero.',
    page: 'apis/web-api/pagination',
  },
  'a cursor was given out': {
    ...reading,
    error: 'invalid_cursor',
    says: 'cursor is the next_cursor of an answer.',
    page: 'apis/web-api/pagination',
  },
  'a thread that is read is there': {
    ...reading,
    error: 'thread_not_found',
    says: 'ts names a message of the channel.',
    page: 'reference/methods/conversations.replies',
  },
  'a permalink leads to a message': {
    ...reading,
    error: 'message_not_found',
    says: 'message_ts names a message that is not ephemeral.',
    page: 'reference/methods/chat.getPermalink',
  },
  'a person who is asked for is there': {
    ...reading,
    error: 'user_not_found',
    says: 'user is the id of a member.',
    page: 'reference/methods/users.info',
  },
  'an email belongs to a member': {
    ...reading,
    error: 'users_not_found',
    says: 'email is the address of somebody who has not left.',
    page: 'reference/methods/users.lookupByEmail',
  },
  'a user group that is asked for is there': {
    ...reading,
    error: 'no_such_subteam',
    says: 'usergroup is the id of a user group.',
    page: 'reference/methods/usergroups.users.list',
  },
} as const satisfies PlatformRules
