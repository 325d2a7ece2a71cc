import { holdsMany, optionsOf, valueName } from '../interaction/element-state.ts'
import { isExternal, type Spot, suggest } from '../interaction/suggestions.ts'
import { storeFile } from '../interaction/uploads.ts'
import { record, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { channelNamed, memberNamed } from '../workspace/workspace.ts'

/** A file on the member's own machine. */
export type LocalFile = { readonly name: string; readonly content: string | Uint8Array }

type One = string | number | boolean | LocalFile

/** What a test types or chooses: text, a number, an option's text, `@name`, `#channel`, a file, several of them, or nothing. */
export type FillValue = One | null | readonly string[] | readonly LocalFile[]

/** An element in its place, and who uses it. */
export type Filled = Spot & { readonly member: string; readonly element: Json }

/** The state an element holds once a member has entered this. */
export async function answerFor(platform: Platform, filled: Filled, value: FillValue): Promise<Json> {
  const { element } = filled
  const name = valueName(element)
  if (name === undefined) throw new Error(`A ${string(element.type)} cannot be filled in.`)
  if (value === null || value === '') return { [name]: holdsMany(element) ? [] : null }
  const entered: unknown[] = []
  for (const one of listed(value)) entered.push(await enter(platform, filled, one))
  return { [name]: holdsMany(element) ? entered : entered[0] }
}

const listed = (value: Exclude<FillValue, null>): readonly One[] => (isList(value) ? value : [value])
const isList = (value: unknown): value is readonly One[] => Array.isArray(value)

function enter(platform: Platform, filled: Filled, value: One): unknown {
  const { element, member } = filled
  const type = string(element.type)
  if (typeof value === 'object') return uploadedBy(platform, member, value)
  if (isExternal(element)) return searchedOption(platform, filled, String(value))
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

/** The file's id, once it is uploaded. */
export function uploadedBy(platform: Platform, member: string, { name, content }: LocalFile): { readonly id: string } {
  const result = storeFile(platform, member, name, typeof content === 'string' ? Buffer.from(content) : content)
  if (!result.ok) throw new Error(result.error)
  return { id: result.file.id }
}

/** The option of that text among those that the app offers for it. */
async function searchedOption(platform: Platform, { member, element, ...spot }: Filled, name: string): Promise<Json> {
  const result = await suggest(platform, member, { ...spot, value: name })
  if (!result.ok) throw new Error(`Searching for “${name}”: ${result.error}`)
  return optionCalled({ ...element, options: result.groups.flatMap((group) => group.options) }, name)
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
