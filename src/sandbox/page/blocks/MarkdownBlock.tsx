import { toText } from '../state/json.ts'
import { Markdown } from '../text/Markdown.tsx'
import type { BlockProps } from './Block.tsx'

export function MarkdownBlock({ block }: BlockProps) {
  return <Markdown text={toText(block.text)} />
}
