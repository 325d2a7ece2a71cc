import type { PlatformRules } from './rule.ts'

const text = {
  area: 'mrkdwn, mentions and dates',
  page: 'messaging/formatting-message-text',
  error: 'invalid_blocks',
} as const

/** Slack shows such text as it stands; it is always a mistake of the app, so the sandbox refuses it. */
export const textRules = {
  'a mention names somebody who is there': { ...text, says: '<@U…> is the id of a member.' },
  'a channel mention names a channel that is there': { ...text, says: '<#C…> is the id of a conversation.' },
  'a group mention names a user group that is there': { ...text, says: '<!subteam^S…> is the id of a user group.' },
  'a special mention is here, channel or everyone': { ...text, says: 'Slack knows no other <!…> but dates.' },
  'a date counts whole seconds': { ...text, says: '<!date^…> starts with a Unix time in seconds.' },
  'a date has tokens that Slack knows': { ...text, says: '{date}, {time}, {ago} and their variants.' },
  'a date has a fallback': { ...text, says: 'What stands after | is shown where a client cannot tell the time.' },
  'a link has no space in its URL': { ...text, says: '<https://…> with a space is no link.' },
  'a link label has no further |': { ...text, says: 'A label ends at the next |.' },
  'angle brackets and ampersands are escaped': {
    ...text,
    says: '&, < and > that are no markup are written &amp;, &lt; and &gt;.',
  },
  'rich text names what is there': {
    ...text,
    says: 'user, channel and usergroup elements carry ids of this workspace.',
    page: 'reference/block-kit/blocks/rich-text-block',
  },
} as const satisfies PlatformRules
