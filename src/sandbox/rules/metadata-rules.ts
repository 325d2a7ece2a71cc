import type { PlatformRules } from './rule.ts'

const metadata = { area: 'Message metadata', page: 'messaging/message-metadata' } as const

export const metadataRules = {
  'metadata has an event_type and an event_payload': {
    ...metadata,
    error: 'invalid_metadata_format',
    says: 'Metadata is an object of these two.',
  },
  'an event_type is alphanumeric': {
    ...metadata,
    error: 'invalid_metadata_format',
    says: 'Letters, digits and underscores.',
  },
  'a metadata value is plain': {
    ...metadata,
    error: 'invalid_metadata_schema',
    says: 'Text, numbers and booleans, nothing nested.',
  },
  'metadata has at most 8,000 bytes': {
    ...metadata,
    error: 'metadata_too_large',
    says: 'Slack publishes no figure; this is a careful one.',
  },
  'metadata comes whole only when asked for': {
    ...metadata,
    error: null,
    says: 'Without include_all_metadata history tells the event_type alone.',
    page: 'reference/methods/conversations.history',
  },
  'an update keeps the metadata it does not mention': {
    ...metadata,
    error: null,
    says: 'chat.update without metadata leaves it as it was.',
    page: 'reference/methods/chat.update',
  },
  'empty metadata clears it': {
    ...metadata,
    error: null,
    says: 'chat.update with {} takes the metadata away.',
    page: 'reference/methods/chat.update',
  },
} as const satisfies PlatformRules
