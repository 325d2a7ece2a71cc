import type { KnownBlock, ModalView } from '@slack/types'
import { folded, plainText } from '../blocks.ts'
import { isInput } from './inputs.ts'

type ModalParts = {
  readonly title: string
  readonly blocks: readonly KnownBlock[]
  /** The word on the button that sends it; a view without inputs has none. */
  readonly submit?: string
  /** Which form it is, and what it is about: what its submission carries back. */
  readonly form?: { readonly id: string; readonly about: unknown }
}

/** Slack takes 100 blocks and 250 KB; characters may take four bytes each. */
const room = { blocks: 100, characters: 50_000 }

/** Characters that Slack takes in a title and on its buttons. */
export const titleMost = 24

/** A view that Slack takes, whatever it holds. */
export function modal({ title, blocks, submit, form }: ModalParts): ModalView {
  const held = folded(blocks, [], room)
  return {
    type: 'modal',
    title: plainText(title, titleMost),
    close: plainText(held.some(isInput) ? 'Cancel' : 'Close', titleMost),
    ...(submit && held.some(isInput) ? { submit: plainText(submit, titleMost) } : {}),
    ...(form ? { callback_id: form.id, private_metadata: JSON.stringify(form.about) } : {}),
    blocks: held,
  }
}
