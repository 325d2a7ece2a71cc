import { holdsMany, optionsOf, valueName } from '../interaction/element-state.ts'
import { record, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { channelNamed, memberNamed } from '../workspace/workspace.ts'

/** What a test types or chooses: text, a number, an option's text, `@name`, `#channel`, several of them, or nothing. */
export type FillValue = string | number | boolean | null | readonly string[]

/** The state an element holds once a member has entered this. */
export function answerFor(platform: Platform, element: Json, value: FillValue): Json {
  const name = valueName(element)
  if (name === undefined) throw new Error(`A ${string(element.type)} cannot be filled in.`)
  if (value === null || value === '') return { [name]: holdsMany(element) ? [] : null }
  const entered = holdsMany(element)
    ? listed(value).map((one) => enter(platform, element, one))
    : enter(platform, element, value)
  return { [name]: entered }
}

const listed = (value: FillValue): readonly FillValue[] => (Array.isArray(value) ? value : [value])

function enter(platform: Platform, element: Json, value: FillValue): unknown {
  const type = string(element.type)
  if (optionsOf(element).length > 0) return optionCalled(element, String(value))
  if (type.endsWith('users_select')) return memberNamed(platform.workspace, String(value)).id
  if (type.endsWith('channels_select')) return channelNamed(platform.workspace, String(value)).id
  if (type.endsWith('conversations_select')) return conversationNamed(platform, String(value))
  if (type === 'datetimepicker')
    return typeof value === 'number' ? value : Math.floor(Date.parse(String(value)) / 1_000)
  if (type === 'rich_text_input') return richText(String(value))
  return String(value)
}

function conversationNamed(platform: Platform, name: string): string {
  return name.startsWith('@')
    ? `D${memberNamed(platform.workspace, name).id.slice(1)}`
    : channelNamed(platform.workspace, name).id
}

/** An option by its text, else by its value. */
export function optionCalled(element: Json, name: string): Json {
  const options = optionsOf(element)
  const found =
    options.find((one) => string(record(one.text).text) === name) ?? options.find((one) => one.value === name)
  if (found === undefined) {
    throw new Error(
      `There is no option “${name}”; there are: ${options.map((one) => string(record(one.text).text)).join(' | ')}`,
    )
  }
  return found
}

function richText(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}
