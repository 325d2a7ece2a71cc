import type { PlatformRules } from './rule.ts'

const responseUrls = { area: 'response_url', page: 'interactivity/handling-user-interaction' } as const

export const responseUrlRules = {
  'a response_url was issued': {
    ...responseUrls,
    error: 'not_found',
    says: 'Only URLs that came with an interaction are answered.',
  },
  'a response_url lasts thirty minutes': {
    ...responseUrls,
    error: 'expired_url',
    says: 'A response_url can be used for thirty minutes.',
  },
  'a response_url is used five times': {
    ...responseUrls,
    error: 'used_url',
    says: 'A response_url takes five answers.',
  },
  'a response_url replaces or deletes a message': {
    ...responseUrls,
    error: 'message_not_found',
    says: 'A slash command has no message, and one that is gone cannot be replaced.',
  },
  'a response_url works where the bot is not': {
    ...responseUrls,
    error: null,
    says: 'It bypasses the permission to post.',
  },
  'an answer is ephemeral unless it says in_channel': {
    ...responseUrls,
    error: null,
    says: 'The default of response_type is ephemeral.',
  },
  'an archived channel takes no answer': {
    ...responseUrls,
    error: 'is_archived',
    says: 'A response_url does not post to an archived channel.',
  },
} as const satisfies PlatformRules
