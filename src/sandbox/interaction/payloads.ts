import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { nextTs } from '../workspace/workspace.ts'
import { optionNamed, valueName } from './element-state.ts'

/** What every interaction tells of who acted and on which app. */
export function commonPayload(platform: Platform, member: string): Json {
  const { teamId, appId, members } = platform.workspace
  const name = members.get(member)?.name ?? member
  return {
    team: { id: teamId, domain: 'sandbox' },
    user: { id: member, username: name, name, team_id: teamId },
    api_app_id: appId,
    token: 'sandbox',
    enterprise: null,
    is_enterprise_install: false,
  }
}

/** One entry of `actions`: the element's own words and the value it holds now. */
export function actionPayload(platform: Platform, blockId: string, element: Json, given: Json): Json {
  const name = element.type === 'overflow' ? 'selected_option' : valueName(element)
  return {
    type: element.type,
    block_id: blockId,
    action_id: element.action_id,
    action_ts: nextTs(platform.workspace),
    ...only(element, ['text', 'value', 'url', 'style', 'icon', 'confirm', 'placeholder']),
    ...only(element, ['initial_option', 'initial_options', 'initial_user', 'initial_date', 'initial_time']),
    ...(name === undefined ? {} : { [name]: ownOptions(element, given[name]) }),
  }
}

const only = (element: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.filter((name) => element[name] !== undefined).map((name) => [name, element[name]]))

const ownOptions = (element: Json, value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => optionNamed(element, one) ?? one)
    : (optionNamed(element, value) ?? value ?? null)
