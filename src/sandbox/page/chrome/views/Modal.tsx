import { useEffect, useRef } from 'preact/hooks'
import type { ModalInfo } from '../../../protocol.ts'
import { Blocks } from '../../blocks/Blocks.tsx'
import { useActing } from '../../state/acting.ts'
import { useDirectory } from '../../state/directory.ts'
import { isJson, toList } from '../../state/json.ts'
import { SurfaceContext, useViewSurface } from '../../state/surface.ts'
import { plainText } from '../../text/TextObject.tsx'
import { Avatar } from '../Avatar.tsx'
import { Dialog } from './Dialog.tsx'

type Props = { readonly modal: ModalInfo; readonly depth: number }

export function Modal({ modal, depth }: Props) {
  const { viewId, view, errors, busy } = modal
  const { send } = useActing()
  const { botUser } = useDirectory()
  const { surface, flush } = useViewSurface('modal', viewId, view, errors)
  const form = useRef<HTMLFormElement>(null)
  const title = plainText(view.title)

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [errors])

  const close = async (how: 'cancel' | 'dismiss') => {
    await flush()
    await send({ kind: 'close', view: viewId, how })
  }
  const submit = async () => {
    if (busy) return
    await flush()
    await send({ kind: 'submit', view: viewId })
  }

  return (
    <Dialog title={title} onClose={() => void close('cancel')}>
      <form
        ref={form}
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <header class="dialog-head">
          <Avatar user={botUser} />
          <h2>{title}</h2>
          <button
            type="button"
            class="quiet"
            aria-label={depth > 1 ? 'Dismiss all' : 'Dismiss'}
            onClick={() => void close('dismiss')}
          >
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div class="dialog-body">
          <SurfaceContext value={surface}>
            <Blocks blocks={toList(view.blocks)} />
          </SurfaceContext>
        </div>
        <footer class="dialog-foot">
          <span role="status" class="busy-note">
            {busy ? 'Working …' : ''}
          </span>
          <button type="button" class="button" onClick={() => void close('cancel')}>
            {isJson(view.close) ? plainText(view.close) : 'Cancel'}
          </button>
          {isJson(view.submit) && (
            <button type="submit" class="button button-primary button-solid" aria-disabled={busy}>
              {busy && <span class="spinner" aria-hidden="true" />}
              {plainText(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  )
}
