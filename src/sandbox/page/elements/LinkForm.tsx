import { useEffect, useRef } from 'preact/hooks'
import { isAddress } from '../text/rich-text-dom.ts'

type Props = { readonly onLink: (url: string) => void; readonly onCancel: () => void }

/** Asks for an address under the editor; no form of its own, since it may stand in one. */
export function LinkForm({ onLink, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const add = () => {
    const url = field.current?.value.trim() ?? ''
    const address = /^[a-z]+:/i.test(url) ? url : `https://${url}`
    if (isAddress(address)) onLink(address)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') add()
    else onCancel()
  }
  return (
    <div class="actions">
      <input
        ref={field}
        type="text"
        inputMode="url"
        class="field"
        aria-label="Link address"
        placeholder="https://"
        onKeyDown={onKeyDown}
      />
      <button type="button" class="button" onClick={add}>
        Add link
      </button>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}
