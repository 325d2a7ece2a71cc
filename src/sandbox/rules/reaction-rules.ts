import type { PlatformRules } from './rule.ts'

const adding = { area: 'Reactions', page: 'reference/methods/reactions.add' } as const

export const reactionRules = {
  'a reaction has the name of an emoji': {
    ...adding,
    error: 'invalid_name',
    says: 'A reaction is the name of a known emoji, without colons.',
  },
  'a reaction is added once': {
    ...adding,
    error: 'already_reacted',
    says: 'Somebody reacts to a message once with each emoji.',
  },
  'somebody adds up to 23 reactions': {
    ...adding,
    error: 'too_many_reactions',
    says: 'One member or app adds up to 23 reactions to a message.',
  },
  'a message has up to 50 emoji': {
    ...adding,
    error: 'too_many_emoji',
    says: 'A message has reactions with up to 50 different emoji.',
  },
  'a reaction names its message': {
    ...adding,
    error: 'no_item_specified',
    says: 'Reaction methods take channel and timestamp.',
  },
  'a reaction is to a message that is there': {
    ...adding,
    error: 'message_not_found',
    says: 'Deleted and ephemeral messages cannot be reacted to.',
  },
  'an app reacts where it is a member': {
    ...adding,
    error: 'not_in_channel',
    says: 'The app reacts in conversations that it is a member of.',
  },
  'nobody reacts in archived channels': {
    ...adding,
    error: 'is_archived',
    says: 'Archived channels take no reactions.',
  },
  'a reaction is removed by who added it': {
    area: 'Reactions',
    page: 'reference/methods/reactions.remove',
    error: 'no_reaction',
    says: 'reactions.remove takes away what the app itself added.',
  },
} as const satisfies PlatformRules
