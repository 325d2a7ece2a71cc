import type { Json } from '../../protocol.ts'
import { Dialog } from '../chrome/views/Dialog.tsx'
import { plainText, TextObject } from '../text/TextObject.tsx'

type Props = { readonly confirm: Json; readonly onConfirm: () => void; readonly onDeny: () => void }

export function ConfirmDialog({ confirm, onConfirm, onDeny }: Props) {
  const title = plainText(confirm.title) || 'Are you sure?'
  return (
    <Dialog title={title} class="dialog-small" onClose={onDeny}>
      <header class="dialog-head">
        <h2>{title}</h2>
      </header>
      <div class="dialog-body">
        <TextObject value={confirm.text} />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={onDeny}>
          {plainText(confirm.deny) || 'Cancel'}
        </button>
        <button
          type="button"
          class={`button button-${confirm.style === 'danger' ? 'danger' : 'primary'} button-solid`}
          data-first-focus
          onClick={onConfirm}
        >
          {plainText(confirm.confirm) || 'Yes'}
        </button>
      </footer>
    </Dialog>
  )
}
