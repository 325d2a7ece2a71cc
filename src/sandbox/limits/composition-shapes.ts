import {
  anyText,
  child,
  children,
  flag,
  oneOf,
  plainText,
  required,
  type Shape,
  strings,
  text,
  typeName,
} from './properties.ts'

const series = required(children(['series'], { min: 1, max: 6 }))
const axes = required(child(['axis_config']))
const chart: Shape = { properties: { type: typeName, series, axis_config: axes } }

export const compositionShapes: Readonly<Record<string, Shape>> = {
  plain_text: { properties: { type: typeName, text: required(text({ min: 1, max: 3_000 })), emoji: flag } },
  mrkdwn: { properties: { type: typeName, text: required(text({ min: 1, max: 3_000 })), verbatim: flag } },
  option: {
    untyped: true,
    properties: {
      text: required(anyText(75)),
      value: text({ min: 1, max: 75 }),
      description: anyText(75),
      url: text({ min: 1, max: 3_000 }),
    },
  },
  option_group: {
    untyped: true,
    properties: { label: required(plainText(75)), options: required(children(['option'], { min: 1, max: 100 })) },
  },
  dispatch_action_config: { untyped: true, properties: { trigger_actions_on: required(strings({ min: 1, max: 2 })) } },
  filter: {
    untyped: true,
    properties: {
      include: strings({ min: 1 }),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  },
  slack_file: { untyped: true, properties: { id: text(), url: text() } },
  image_element: {
    properties: {
      type: typeName,
      alt_text: required(text({ min: 1, max: 2_000 })),
      image_url: text({ min: 1, max: 3_000, pattern: /^https?:\/\// }),
      slack_file: child(['slack_file']),
    },
  },
  column_settings: { untyped: true, properties: { align: oneOf('left', 'center', 'right'), is_wrapped: flag } },
  raw_text: { properties: { type: typeName, text: required(text({ min: 1 })) } },
  raw_number: { properties: { type: typeName, value: required({ kind: 'any' }), text: text() } },
  line: chart,
  bar: chart,
  area: chart,
  pie: { properties: { type: typeName, segments: required(children(['segment'], { min: 1, max: 6 })) } },
  segment: {
    untyped: true,
    properties: { label: required(text({ min: 1, max: 20 })), value: required({ kind: 'any' }) },
  },
  series: {
    untyped: true,
    properties: {
      name: required(text({ min: 1, max: 20 })),
      data: required(children(['point'], { min: 1, max: 20 })),
    },
  },
  point: {
    untyped: true,
    properties: { label: required(text({ min: 1, max: 20 })), value: required({ kind: 'any' }) },
  },
  axis_config: {
    untyped: true,
    properties: {
      categories: required(strings({ min: 1, max: 20 })),
      x_label: text({ max: 50 }),
      y_label: text({ max: 50 }),
    },
  },
}
