import { useEffect, useRef, useState } from 'preact/hooks'
import type { MessageInfo } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'
import { useDirectory } from '../../state/directory.ts'
import { editable } from '../../text/editable.ts'

type Props = { readonly message: MessageInfo; readonly onDone: () => void }

export function EditMessage({ message: { channel, ts, text }, onDone }: Props) {
  const { send } = useActing()
  const directory = useDirectory()
  const box = useRef<HTMLTextAreaElement>(null)
  const [before] = useState(() => editable(text, directory))
  const [words, setWords] = useState(before)
  useEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(before.length, before.length)
  }, [])

  const save = async () => {
    if (words.trim() === before.trim() || (await send({ kind: 'edit-message', channel, ts, text: words }))) onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void save()
    }
  }
  return (
    <div class="edit-message">
      <textarea
        ref={box}
        class="field"
        aria-label="Edit message"
        rows={1}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="actions">
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
        <button type="button" class="button button-primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  )
}
