import type { ModalInfo } from '../../../protocol.ts'
import { Modal } from './Modal.tsx'

/** The visible view of the stack; what was typed into those below comes back from their state. */
export function ModalStack({ modals }: { readonly modals: readonly ModalInfo[] }) {
  const top = modals.at(-1)
  return top ? <Modal key={top.viewId} modal={top} depth={modals.length} /> : null
}
