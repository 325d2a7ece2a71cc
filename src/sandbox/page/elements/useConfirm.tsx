import { useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { isJson } from '../state/json.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

/** Asks first where the app wrote a `confirm`, then goes on. */
export function useConfirm(element: Json) {
  const [waiting, setWaiting] = useState<null | (() => void)>(null)
  const confirm = isJson(element.confirm) ? element.confirm : null
  const ask = (proceed: () => void) => (confirm ? setWaiting(() => proceed) : proceed())
  const dialog =
    confirm && waiting ? (
      <ConfirmDialog
        confirm={confirm}
        onDeny={() => setWaiting(null)}
        onConfirm={() => {
          setWaiting(null)
          waiting()
        }}
      />
    ) : null
  return { ask, dialog }
}
