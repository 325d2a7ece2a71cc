import { useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import type { ElementProps } from '../elements/element-props.ts'
import { fileUrl } from '../state/files.ts'
import { isJson, toJson, toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'

/** An address that gives no picture, as without a network, shows its description instead. */
export function Picture({
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

/** An image's own address, or that of the uploaded file it names. */
export function pictureOf(image: Json): string {
  const { id, url } = toJson(image.slack_file)
  const file = toText(id) || /\bF0\d{8,}\b/.exec(toText(url))?.[0]
  return toText(image.image_url) || (file ? fileUrl(file) : toText(url))
}

export function ImageBlock({ block }: BlockProps) {
  return (
    <figure class="image">
      {isJson(block.title) && <figcaption>{plainText(block.title)}</figcaption>}
      <Picture class="image-large" url={pictureOf(block)} alt={toText(block.alt_text)} />
    </figure>
  )
}

export function ImageElement({ element }: ElementProps) {
  return <Picture class="image-small" url={pictureOf(element)} alt={toText(element.alt_text)} />
}
