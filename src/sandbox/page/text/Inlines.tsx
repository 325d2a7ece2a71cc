import { withEmoji } from '../../reading/emoji.ts'
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from './Mention.tsx'
import type { Inline } from './mrkdwn.ts'
import { SafeLink } from './SafeLink.tsx'
import { SlackDate } from './SlackDate.tsx'

function InlinePart({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return <>{withEmoji(part.text)}</>
    case 'bold':
      return (
        <strong>
          <Inlines parts={part.parts} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Inlines parts={part.parts} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines parts={part.parts} />
        </s>
      )
    case 'code':
      return <code>{part.text}</code>
    case 'link':
      return <SafeLink url={part.url}>{withEmoji(part.label)}</SafeLink>
    case 'user':
      return <UserMention id={part.id} label={part.label} />
    case 'channel':
      return <ChannelMention id={part.id} label={part.label} />
    case 'group':
      return <GroupMention label={part.label || part.id} />
    case 'broadcast':
      return <BroadcastMention range={part.range} />
    case 'date':
      return <SlackDate seconds={part.seconds} format={part.format} url={part.url} fallback={part.fallback} />
  }
}

export function Inlines({ parts }: { readonly parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <InlinePart key={index} part={part} />
      ))}
    </>
  )
}
