import type { ComponentChildren } from 'preact'
import type { Json } from '../../protocol.ts'
import { emojiOf } from '../../reading/emoji.ts'
import { toJson, toNumber, toText } from '../state/json.ts'
import { BroadcastMention, ChannelMention, GroupMention, UserMention } from '../text/Mention.tsx'
import { SafeLink } from '../text/SafeLink.tsx'
import { SlackDate } from '../text/SlackDate.tsx'

function styled(content: ComponentChildren, style: Json): ComponentChildren {
  let drawn = content
  if (style.code === true) drawn = <code>{drawn}</code>
  if (style.underline === true) drawn = <u>{drawn}</u>
  if (style.strike === true) drawn = <s>{drawn}</s>
  if (style.italic === true) drawn = <em>{drawn}</em>
  if (style.bold === true) drawn = <strong>{drawn}</strong>
  return drawn
}

function Colour({ value }: { readonly value: string }) {
  const safe = /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'transparent'
  return (
    <span class="colour">
      <span aria-hidden="true" style={{ background: safe }} />
      <code>{value}</code>
    </span>
  )
}

function content(element: Json): ComponentChildren {
  switch (element.type) {
    case 'text':
      return toText(element.text)
    case 'link':
      return <SafeLink url={toText(element.url)}>{toText(element.text) || toText(element.url)}</SafeLink>
    case 'emoji':
      return emojiOf(toText(element.name)) ?? `:${toText(element.name)}:`
    case 'user':
      return <UserMention id={toText(element.user_id)} label="" />
    case 'usergroup':
      return <GroupMention label={toText(element.usergroup_id)} />
    case 'channel':
      return <ChannelMention id={toText(element.channel_id)} label="" />
    case 'team':
      return <GroupMention label={toText(element.team_id)} />
    case 'broadcast':
      return <BroadcastMention range={toText(element.range)} />
    case 'date':
      return (
        <SlackDate
          seconds={toNumber(element.timestamp)}
          format={toText(element.format)}
          url={toText(element.url)}
          fallback={toText(element.fallback)}
        />
      )
    case 'color':
      return <Colour value={toText(element.value)} />
    default:
      return <span class="unknown">Rich text not shown here: {toText(element.type)}</span>
  }
}

export function RichInlines({ elements }: { readonly elements: readonly Json[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <span key={index}>{styled(content(element), toJson(element.style))}</span>
      ))}
    </>
  )
}
