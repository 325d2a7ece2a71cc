import { useState } from 'preact/hooks'
import type { ElementProps } from '../elements/element-props.ts'
import { isJson, toJson, toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

/** An address that gives no picture, as without a network, shows its description instead. */
function Picture({
  url,
  alt,
  class: className,
}: {
  readonly url: string
  readonly alt: string
  readonly class: string
}) {
  const [failed, setFailed] = useState(false)
  if (failed || !/^(?:https?:|data:image\/|\/)/i.test(url))
    return (
      <span role="img" aria-label={alt} class={`${className} image-missing`}>
        {alt}
      </span>
    )
  return <img class={className} src={url} alt={alt} loading="lazy" onError={() => setFailed(true)} />
}

const urlOf = (image: BlockProps['block']): string => toText(image.image_url) || toText(toJson(image.slack_file).url)

export function ImageBlock({ block }: BlockProps) {
  return (
    <figure class="image">
      {isJson(block.title) && <figcaption>{plainText(block.title)}</figcaption>}
      <Picture class="image-large" url={urlOf(block)} alt={toText(block.alt_text)} />
    </figure>
  )
}

export function ImageElement({ element }: ElementProps) {
  return <Picture class="image-small" url={urlOf(element)} alt={toText(element.alt_text)} />
}
