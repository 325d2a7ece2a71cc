import { isJson, toJson, toList } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'
import { Blocks } from './Blocks.tsx'
import { RichText } from './RichText.tsx'

/** Blocks under a title of their own, which may be folded away. */
export function ContainerBlock({ block, blockId }: BlockProps) {
  const head = (
    <>
      {isJson(block.title) ? (
        <strong>
          <TextObject value={block.title} />
        </strong>
      ) : (
        <RichText block={toJson(block.rich_text_title)} blockId={blockId} />
      )}
      {isJson(block.subtitle) && (
        <small>
          <TextObject value={block.subtitle} />
        </small>
      )}
    </>
  )
  const inside = <Blocks blocks={toList(block.child_blocks)} />
  if (block.is_collapsible === true)
    return (
      <details class="container-block" open={block.default_collapsed !== true}>
        <summary>{head}</summary>
        {inside}
      </details>
    )
  return (
    <section class="container-block">
      <header class={block.has_header_divider === true ? 'has-divider' : undefined}>{head}</header>
      {inside}
    </section>
  )
}
