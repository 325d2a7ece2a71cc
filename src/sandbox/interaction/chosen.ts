import { record, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { describeFile } from '../web-api/file-payload.ts'
import { buttonsOf, optionNamed, optionsOf, valueName } from './element-state.ts'
import { isExternal, offeredTo, type Spot } from './suggestions.ts'

/** What a client says was chosen, in the app's own words; undefined where it claims what was never offered. */
export function chosen(platform: Platform, member: string, spot: Spot, element: Json, action: Json): Json | undefined {
  if (element.type === 'file_input') return chosenFiles(platform, member, action)
  if (element.type === 'feedback_buttons') return buttonsOf(element).find(({ value }) => value === action.value)
  if (isExternal(element)) return chosenAmong(offeredTo(platform, member, spot, element), element, action)
  if (optionsOf(element).length === 0) return action
  const name = element.type === 'overflow' ? 'selected_option' : (valueName(element) ?? '')
  const options = listOf(action[name])
  if (element.type === 'overflow' && options.length === 0) return undefined
  return options.every((option) => optionNamed(element, record(option)) !== undefined) ? action : undefined
}

function chosenAmong(offered: ReadonlyMap<string, Json>, element: Json, action: Json): Json | undefined {
  const name = valueName(element) ?? ''
  const value = action[name]
  const options = listOf(value).map((one) => offered.get(string(record(one).value)))
  if (options.includes(undefined)) return undefined
  return { [name]: Array.isArray(value) ? options : (options[0] ?? null) }
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

/** Files that this member uploaded, told in full as Slack does. */
function chosenFiles(platform: Platform, member: string, action: Json): Json | undefined {
  const files = records(action.files).map(({ id }) => platform.workspace.files.get(string(id)))
  const own = files.filter((file) => file?.user === member && !file.deleted)
  if (own.length < files.length) return undefined
  return { files: own.flatMap((file) => (file === undefined ? [] : [describeFile(platform, file)])) }
}
