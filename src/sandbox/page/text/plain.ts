import { fillDate } from '../../reading/dates.ts'
import { withEmoji } from '../../reading/emoji.ts'
import { type Directory, titleOf } from '../state/directory.ts'
import { type Inline, type Paragraph, parseMrkdwn } from './mrkdwn.ts'

/** What mrkdwn says without its looks, for notifications and for ears. */
export const plainOf = (text: string, directory: Directory, now: number): string =>
  parseMrkdwn(text)
    .map((paragraph) => paragraphSays(paragraph, directory, now))
    .join('\n')

const paragraphSays = (paragraph: Paragraph, directory: Directory, now: number): string =>
  paragraph.kind === 'pre' ? paragraph.text : paragraph.lines.map((parts) => partsSay(parts, directory, now)).join('\n')

const partsSay = (parts: readonly Inline[], directory: Directory, now: number): string =>
  parts.map((part) => partSays(part, directory, now)).join('')

function partSays(part: Inline, directory: Directory, now: number): string {
  switch (part.kind) {
    case 'text':
      return withEmoji(part.text)
    case 'bold':
    case 'italic':
    case 'strike':
      return partsSay(part.parts, directory, now)
    case 'code':
      return part.text
    case 'link':
      return withEmoji(part.label)
    case 'user':
      return `@${directory.people.get(part.id)?.name ?? (part.label.replace(/^@/, '') || titleOf(directory, part.id))}`
    case 'channel':
      return `#${directory.channels.get(part.id) ?? (part.label || 'private-channel')}`
    case 'group':
      return `@${(part.label || part.id).replace(/^@/, '')}`
    case 'broadcast':
      return `@${part.range.split('|')[0]}`
    case 'date': {
      const ms = part.seconds * 1000
      return (Number.isFinite(ms) ? fillDate(part.format, ms, directory.zone, now) : null) ?? part.fallback
    }
  }
}
