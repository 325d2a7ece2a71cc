import type { Json } from '../../src/sandbox/protocol.ts'

export const plain = (text: string): Json => ({ type: 'plain_text', text, emoji: true })
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text })
export const option = (text: string, value: string): Json => ({ text: plain(text), value })

export const section = (text: string, accessory?: Json): Json => ({
  type: 'section',
  text: mrkdwn(text),
  ...(accessory ? { accessory } : {}),
})

export const context = (text: string): Json => ({ type: 'context', elements: [mrkdwn(text)] })

export const button = (text: string, actionId: string, more: Json = {}): Json => ({
  type: 'button',
  text: plain(text),
  action_id: actionId,
  value: actionId,
  ...more,
})

export const overflow = (actionId: string, ...options: readonly Json[]): Json => ({
  type: 'overflow',
  action_id: actionId,
  options,
})

export const input = (blockId: string, label: string, element: Json, more: Json = {}): Json => ({
  type: 'input',
  block_id: blockId,
  label: plain(label),
  element: { action_id: 'value', ...element },
  ...more,
})

/** Gives every block the id that the server would have given it. */
export const withIds = (blocks: readonly Json[]): readonly Json[] =>
  blocks.map((block, index) => ({ block_id: `b${index}`, ...block }))
