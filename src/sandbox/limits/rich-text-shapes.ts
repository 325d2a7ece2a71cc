import { child, children, flag, integer, oneOf, required, type Shape, text, typeName } from './properties.ts'

const inline = ['text', 'link', 'emoji', 'user', 'usergroup', 'channel', 'team', 'broadcast', 'date', 'color']
const style = child(['rich_text_style'])
const mark = (properties: Shape['properties']): Shape => ({ properties: { type: typeName, style, ...properties } })

export const richTextShapes: Readonly<Record<string, Shape>> = {
  rich_text_section: { properties: { type: typeName, elements: required(children(inline)) } },
  rich_text_list: {
    properties: {
      type: typeName,
      elements: required(children(['rich_text_section'], { min: 1 })),
      style: required(oneOf('bullet', 'ordered')),
      indent: integer({ min: 0, max: 8 }),
      offset: integer({ min: 0 }),
      border: oneOf(0, 1),
    },
  },
  rich_text_quote: { properties: { type: typeName, elements: required(children(inline)), border: oneOf(0, 1) } },
  rich_text_preformatted: {
    properties: {
      type: typeName,
      elements: required(children(['text', 'link'])),
      border: oneOf(0, 1),
      language: text(),
    },
  },
  rich_text_style: {
    untyped: true,
    properties: { bold: flag, italic: flag, strike: flag, code: flag, underline: flag },
  },
  text: mark({ text: required(text({ min: 1 })) }),
  link: mark({ url: required(text({ min: 1, max: 3_000 })), text: text(), unsafe: flag }),
  emoji: mark({
    name: required(text({ min: 1 })),
    unicode: text(),
    url: text(),
    skin_tone: integer({ min: 1, max: 6 }),
  }),
  user: mark({ user_id: required(text({ pattern: /^[UW][A-Z0-9]+$/ })) }),
  usergroup: mark({ usergroup_id: required(text({ pattern: /^S[A-Z0-9]+$/ })) }),
  channel: mark({ channel_id: required(text({ pattern: /^[CDG][A-Z0-9]+$/ })) }),
  team: mark({ team_id: required(text()) }),
  broadcast: mark({ range: required(oneOf('here', 'channel', 'everyone')) }),
  date: mark({ timestamp: required(integer()), format: required(text({ min: 1 })), url: text(), fallback: text() }),
  color: mark({ value: required(text()) }),
}
