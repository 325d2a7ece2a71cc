import type { Json } from '../../protocol.ts'
import { Element } from '../elements/Element.tsx'
import { isJson, toList, toText } from '../state/json.ts'
import { TextObject } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'
import { ImageElement, Picture, pictureOf } from './Image.tsx'

/** Title, words, picture and buttons in a frame. */
export function CardBlock({ block, blockId }: BlockProps) {
  const { hero_image: hero, icon } = block
  const part = (value: unknown, className: string) =>
    isJson(value) && (
      <div class={className}>
        <TextObject value={value} />
      </div>
    )
  return (
    <div class="card-block">
      {isJson(hero) && <Picture class="card-hero" url={pictureOf(hero)} alt={toText(hero.alt_text)} />}
      <div class="card-head">
        {isJson(icon) && <ImageElement element={icon} blockId={blockId} />}
        <div>
          {part(block.title, 'card-title')}
          {part(block.subtitle, 'card-soft')}
        </div>
      </div>
      {part(block.body, 'card-body')}
      {part(block.subtext, 'card-soft')}
      <Buttons block={block} blockId={blockId} />
    </div>
  )
}

function Buttons({ block, blockId }: BlockProps) {
  const buttons = toList(block.actions)
  if (buttons.length === 0) return null
  return (
    <div class="actions">
      {buttons.map((element, index) => (
        <Element key={toText(element.action_id) || String(index)} element={element} blockId={blockId} />
      ))}
    </div>
  )
}

/** Cards side by side; they scroll where there is no room. */
export function CarouselBlock({ block }: BlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll from the keyboard too
    <section class="carousel" aria-label="Cards" tabIndex={0}>
      {toList(block.elements).map((card: Json, index) => (
        <CardBlock key={toText(card.block_id) || String(index)} block={card} blockId={toText(card.block_id)} />
      ))}
    </section>
  )
}
