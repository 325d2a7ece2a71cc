import type { Button } from '@slack/types'
import type { Checklist } from '../../domain/checklist.ts'
import { controls } from '../controls.ts'
import { button } from './blocks.ts'

/** Away from its card, beside buttons of something else. */
export function viewSourceButton({ id, title }: Checklist): Button {
  return button('Checklist', { action: controls.viewChecklist, value: id, says: `View: ${title}` })
}

export function viewChecklistButton({ id, title }: Checklist): Button {
  return button('View', { action: controls.viewChecklist, value: id, says: `View: ${title}` })
}
