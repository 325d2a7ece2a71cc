import { flag, oneOf, plainText, required, type Shape, text, typeName } from './properties.ts'

const common: Shape['properties'] = {
  type: required(oneOf('modal', 'home')),
  blocks: required({ kind: 'any' }),
  private_metadata: text({ max: 3_000 }),
  callback_id: text({ max: 255 }),
  external_id: text({ max: 255 }),
}

export const modalShape: Shape = {
  properties: {
    ...common,
    title: required(plainText(24, { min: 1 })),
    submit: plainText(24, { min: 1 }),
    close: plainText(24, { min: 1 }),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
}

export const homeShape: Shape = { properties: { ...common, type: typeName } }

export const messageShape: Shape = {
  properties: {
    text: { kind: 'any' },
    blocks: { kind: 'any' },
    attachments: { kind: 'any' },
    metadata: { kind: 'any' },
    thread_ts: { kind: 'any' },
  },
}
