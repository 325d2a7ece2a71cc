import { useId, useState } from 'preact/hooks'
import { useActing } from '../../state/acting.ts'
import { Dialog } from '../views/Dialog.tsx'

export function CreateChannel({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const { send } = useActing()
  const [name, setName] = useState('')
  const create = async () => {
    if (name.trim() !== '' && (await send({ kind: 'create-channel', name: name.trim() }))) onClose()
  }
  return (
    <Dialog title="Create a channel" class="dialog-small" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <header class="dialog-head">
          <h2>Create a channel</h2>
        </header>
        <div class="dialog-body input">
          <label for={id}>Name</label>
          <input
            id={id}
            class="field"
            value={name}
            maxLength={80}
            placeholder="e.g. maintenance"
            onInput={(event) => setName(event.currentTarget.value.toLowerCase().replace(/[\s.]+/g, '-'))}
          />
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary button-solid">
            Create
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
