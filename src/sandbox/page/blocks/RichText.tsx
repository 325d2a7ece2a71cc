import type { Json } from '../../protocol.ts'
import { toList, toNumber, toText } from '../state/json.ts'
import type { BlockProps } from './Block.tsx'
import { RichInlines } from './RichInlines.tsx'

type List = { readonly part: Json }

function RichList({ part }: List) {
  const Tag = part.style === 'ordered' ? 'ol' : 'ul'
  const indent = Math.min(Math.max(toNumber(part.indent) || 0, 0), 8)
  const offset = toNumber(part.offset) || 0
  return (
    <Tag
      class={part.border === 1 ? 'rich-list has-border' : 'rich-list'}
      style={{ marginInlineStart: `${indent * 1.5}rem` }}
      start={Tag === 'ol' ? offset + 1 : undefined}
    >
      {toList(part.elements).map((item, index) => (
        <li key={index}>
          <RichInlines elements={toList(item.elements)} />
        </li>
      ))}
    </Tag>
  )
}

function RichPart({ part }: List) {
  const inside = <RichInlines elements={toList(part.elements)} />
  switch (part.type) {
    case 'rich_text_section':
      return <div class="lines">{inside}</div>
    case 'rich_text_list':
      return <RichList part={part} />
    case 'rich_text_quote':
      return <blockquote class="lines">{inside}</blockquote>
    case 'rich_text_preformatted':
      return <pre>{inside}</pre>
    default:
      return <div class="unknown">Rich text not shown here: {toText(part.type)}</div>
  }
}

export function RichText({ block }: BlockProps) {
  return (
    <div class="rich-text">
      {toList(block.elements).map((part, index) => (
        <RichPart key={index} part={part} />
      ))}
    </div>
  )
}
