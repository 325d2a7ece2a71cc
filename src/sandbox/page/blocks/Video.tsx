import { isJson, toText } from '../state/json.ts'
import { SafeLink } from '../text/SafeLink.tsx'
import { plainText } from '../text/TextObject.tsx'
import type { BlockProps } from './Block.tsx'
import { Picture } from './Image.tsx'

/** What the video is, and a way to it; nothing is played here. */
export function VideoBlock({ block }: BlockProps) {
  const title = plainText(block.title)
  const url = toText(block.title_url) || toText(block.video_url)
  const from = [toText(block.author_name), toText(block.provider_name)].filter((part) => part !== '').join(' · ')
  return (
    <figure class="video-block">
      <figcaption>
        <strong>
          <SafeLink url={url}>▶ {title}</SafeLink>
        </strong>
        {from && <small>{from}</small>}
        {isJson(block.description) && <p>{plainText(block.description)}</p>}
      </figcaption>
      <Picture class="image-large" url={toText(block.thumbnail_url)} alt={toText(block.alt_text)} />
    </figure>
  )
}
