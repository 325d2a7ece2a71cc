import type { PlatformRules } from './rule.ts'

const ephemeral = { area: 'Ephemeral messages', page: 'reference/methods/chat.postEphemeral' } as const

export const ephemeralRules = {
  'an ephemeral message goes to a member of the channel': {
    ...ephemeral,
    error: 'user_not_in_channel',
    says: 'user is in the channel.',
  },
  'an ephemeral message needs somebody who is looking': {
    ...ephemeral,
    error: null,
    says: 'It is lost on a member who is not in Slack at that moment.',
  },
  'an ephemeral message in a silent thread is lost': {
    ...ephemeral,
    error: null,
    says: 'In a thread it is shown only once the thread has a reply.',
  },
  'an ephemeral message is in no history': {
    ...ephemeral,
    error: null,
    says: 'conversations.history and conversations.replies leave it out.',
  },
  'an ephemeral message does not survive a reload': {
    ...ephemeral,
    error: null,
    says: 'It vanishes with the session that saw it.',
  },
  'an ephemeral message stays ephemeral': {
    ...ephemeral,
    error: 'cant_update_message',
    says: 'Slack ignores in_channel in an answer that replaces an ephemeral message; the sandbox refuses it.',
    page: 'interactivity/handling-user-interaction',
  },
  'a click in an ephemeral message does not bring its content': {
    ...ephemeral,
    error: null,
    says: 'The payload names the message by its ts alone.',
    page: 'reference/interaction-payloads/block_actions-payload',
  },
} as const satisfies PlatformRules
