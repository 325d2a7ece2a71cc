import type { PlatformRules } from './rule.ts'

const posting = { area: 'Posting', page: 'reference/methods/chat.postMessage' } as const

export const postingRules = {
  'a conversation is there': {
    ...posting,
    error: 'channel_not_found',
    says: 'channel is the id of a conversation, or of the person to write to.',
  },
  'a private channel without the bot does not exist for it': {
    ...posting,
    error: 'channel_not_found',
    says: 'An app learns nothing of private channels that it is not in, not even that they are there.',
  },
  'the bot is in the channel it posts to': {
    ...posting,
    error: 'not_in_channel',
    says: 'A public channel takes posts of members only.',
  },
  'chat:write.public posts without membership': {
    ...posting,
    error: null,
    says: 'With this scope public channels need no invitation; private ones always do.',
  },
  'an archived channel takes no post': {
    ...posting,
    error: 'is_archived',
    says: 'Nothing is posted to an archived channel.',
  },
  'the Messages tab is on': {
    ...posting,
    error: 'messages_tab_disabled',
    says: 'Direct messages need messages_tab_enabled in the manifest.',
    page: 'surfaces/app-home',
  },
  'only people who are there are written to': {
    ...posting,
    error: 'channel_not_found',
    says: 'There is no direct message with a bot or with somebody who has left.',
  },
  'another name or icon needs a conversation id': {
    ...posting,
    error: 'channel_not_found',
    says: 'Slack sends such a post to a user id from Slackbot, where nobody looks for it; the sandbox refuses it.',
  },
  'a message has text': {
    ...posting,
    error: 'no_text',
    says: 'Text is asked for even beside blocks: it is all that screen readers and notifications read.',
  },
  'a posted text has at most 4,000 characters': {
    ...posting,
    error: 'msg_too_long',
    says: 'Slack cuts at 40,000 but advises 4,000, above which an update would fail.',
  },
  'markdown_text stands alone': {
    ...posting,
    error: 'markdown_text_conflict',
    says: 'markdown_text is not combined with text or blocks.',
  },
  'markdown_text has at most 12,000 characters': {
    ...posting,
    error: 'msg_too_long',
    says: 'markdown_text is limited to 12,000 characters.',
  },
  'a message has at most 100 attachments': {
    ...posting,
    error: 'too_many_attachments',
    says: 'Legacy attachments are counted, and not shown.',
  },
  'blocks are JSON that lists objects': {
    ...posting,
    error: 'invalid_blocks_format',
    says: 'blocks is a list of block objects.',
  },
  'a reply hangs on a message that is there': {
    ...posting,
    error: 'thread_not_found',
    says: "thread_ts is the ts of a message in the same conversation; an ephemeral one's does not count.",
  },
  'a reply hangs on a parent': {
    ...posting,
    error: 'cannot_reply_to_message',
    says: "thread_ts is the parent's ts, never a reply's.",
  },
} as const satisfies PlatformRules
