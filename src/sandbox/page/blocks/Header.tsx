import { plainText } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

/** One below the page's own headings, so that a card's header nests under its channel. */
export function HeaderBlock({ block }: BlockProps) {
  const level = typeof block.level === 'number' ? Math.min(Math.max(block.level, 1), 4) : 1
  const Heading = `h${level + 2}` as 'h3' | 'h4' | 'h5' | 'h6'
  return <Heading class="block-header">{plainText(block.text)}</Heading>
}
