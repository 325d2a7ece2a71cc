import { withEmoji } from '../../reading/emoji.ts'
import { toJson, toText } from '../state/json.ts'
import { Mrkdwn } from './Mrkdwn.tsx'

/** Plain text stays as written, except for emoji where the app asked for them. */
export const plainText = (value: unknown): string => {
  const object = toJson(value)
  const text = toText(object.text)
  return object.emoji === false ? text : withEmoji(text)
}

export function TextObject({ value }: { readonly value: unknown }) {
  const object = toJson(value)
  if (object.type === 'mrkdwn') return <Mrkdwn text={toText(object.text)} />
  return <span class="lines plain">{plainText(object)}</span>
}
