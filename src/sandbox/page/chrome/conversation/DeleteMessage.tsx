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

type Props = { readonly message: MessageInfo; readonly onDone: () => void }

export function DeleteMessage({ message: { channel, ts }, onDone }: Props) {
  const { send } = useActing()
  const go = () => {
    onDone()
    void send({ kind: 'delete-message', channel, ts })
  }
  return <ConfirmDialog confirm={confirm} onConfirm={go} onDeny={onDone} />
}
