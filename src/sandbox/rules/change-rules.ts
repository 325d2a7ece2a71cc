import type { PlatformRules } from './rule.ts'

const changes = { area: 'Updating and deleting', page: 'reference/methods/chat.update' } as const

export const changeRules = {
  'a message that is changed is there': {
    ...changes,
    error: 'message_not_found',
    says: 'channel and ts name a message.',
  },
  'a message is changed by its conversation id': {
    ...changes,
    error: 'channel_not_found',
    says: 'chat.update and chat.delete take the id of the direct message, not of the person.',
  },
  'an ephemeral message is not changed by its ts': {
    ...changes,
    error: 'message_not_found',
    says: 'Ephemeral messages are changed by a response_url only.',
    page: 'reference/methods/chat.postEphemeral',
  },
  'a placeholder is not changed': {
    ...changes,
    error: 'message_not_found',
    says: 'What is left of a deleted parent cannot be updated or deleted again.',
  },
  'an app updates its own messages': {
    ...changes,
    error: 'cant_update_message',
    says: 'A message of somebody else cannot be updated.',
  },
  'an app deletes its own messages': {
    ...changes,
    error: 'cant_delete_message',
    says: 'A message of somebody else cannot be deleted.',
    page: 'reference/methods/chat.delete',
  },
  'a message in an archived channel is frozen': {
    ...changes,
    error: 'is_inactive',
    says: 'Nothing is updated in an archived channel.',
  },
  'an updated text has at most 4,000 characters': {
    ...changes,
    error: 'msg_too_long',
    says: 'An update above 4,000 characters fails.',
  },
  'an update forgets what members chose': {
    ...changes,
    error: null,
    says: 'The blocks that are sent win over what each member had chosen in the old ones.',
  },
  'a deleted parent leaves a placeholder': {
    ...changes,
    error: null,
    says: 'Its replies stay under “This message was deleted.”',
    page: 'messaging/modifying-messages',
  },
} as const satisfies PlatformRules
