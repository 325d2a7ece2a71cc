import { useId, useState } from 'preact/hooks'
import { useActing } from '../../state/acting.ts'
import { Dialog } from '../views/Dialog.tsx'

type Props = { readonly onClose: () => void; readonly onCreated: (name: string) => void }

export function CreateChannel({ onClose, onCreated }: Props) {
  const id = useId()
  const { send } = useActing()
  const [name, setName] = useState('')
  const create = async () => {
    if (await send({ kind: 'create-channel', name })) onCreated(name)
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
            required
            pattern="[a-z0-9_\-]+"
            title="Lower-case letters, digits, - and _"
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
