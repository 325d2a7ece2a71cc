import type { MessageInfo } from '../../../protocol.ts'
import { ConfirmDialog } from '../../elements/ConfirmDialog.tsx'
import { useActing } from '../../state/acting.ts'

const plain = (text: string) => ({ type: 'plain_text', text })

const confirm = {
  title: plain('Delete message'),
  text: plain('Do you want to delete this message? It cannot be brought back.'),
  confirm: plain('Delete'),
  deny: plain('Cancel'),
  style: 'danger',
}

type Props = { readonly message: MessageInfo; readonly onDone: () => void; readonly onDeleted: () => void }

export function DeleteMessage({ message: { channel, ts }, onDone, onDeleted }: Props) {
  const { send } = useActing()
  const go = async () => {
    onDone()
    if (await send({ kind: 'delete-message', channel, ts })) onDeleted()
  }
  return <ConfirmDialog confirm={confirm} onConfirm={() => void go()} onDeny={onDone} />
}
