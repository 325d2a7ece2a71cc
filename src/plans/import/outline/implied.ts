import type { Block, Entry, Heading } from '../document/block.ts'

/**
 * Documents without headings have something else in their place: lines in bold, numbered lines with the rest below them,
 * or lines in capitals. They become headings, so that everything behind this reads one kind of document.
 */
export function withHeadings(blocks: readonly Block[]): readonly Block[] {
  if (blocks.filter(({ kind }) => kind === 'heading').length > 1) return blocks
  const bold = blocks.filter((block) => block.kind === 'label' && block.bold)
  if (bold.length > 1)
    return blocks.map((block, place) => (bold.includes(block) ? headingOf(block as Named, place) : block))
  const chapters = blocks.filter(isChapter)
  if (chapters.length > 1)
    return blocks.flatMap((block, place) => {
      if (isChapter(block)) return [headingOf(block, 1), ...block.blocks]
      return place === 0 && isShouted(block) ? [headingOf(block as Named, 0)] : [block]
    })
  const shouted = blocks.filter(isShouted)
  return shouted.length > 1
    ? blocks.map((block, place) => (shouted.includes(block) ? headingOf(block as Named, place) : block))
    : blocks
}

type Named = Block & { readonly text: string }

/** The first of all is the title of the document. */
function headingOf({ text, line }: Named, place: number): Heading {
  return { kind: 'heading', line, apart: true, text, rank: place === 0 ? 1 : 2 }
}

/** `2. BEFORE OPENING - EVERY DAY AT 5:45 AM` over what is indented below it. */
function isChapter(block: Block): block is Entry {
  return block.kind === 'entry' && block.marker === 'number' && block.blocks.length > 0
}

function isShouted(block: Block): boolean {
  if (block.kind !== 'said' && block.kind !== 'label') return false
  return (
    block.apart && block.text.length <= 80 && /\p{Lu}{3}/u.test(block.text) && block.text === block.text.toUpperCase()
  )
}
