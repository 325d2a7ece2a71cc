import { describeView } from '../interaction/view-payload.ts'
import { findView, openView, publishHome, pushView, updateView, visibleView } from '../interaction/views.ts'
import { string } from '../json.ts'
import { checkView } from '../limits/check.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { changed } from '../workspace/workspace.ts'
import { type Call, invalidArguments, type Methods, needed, optional, structuredRecord } from './call.ts'
import { refuseFindings } from './refusals.ts'

const viewing = { token: 'bot', scopes: [], tier: 4 } as const

export const viewMethods: Methods = {
  'views.open': { ...viewing, run: open },
  'views.push': { ...viewing, run: push },
  'views.update': { ...viewing, run: update },
  'views.publish': { ...viewing, run: publish },
}

function open({ platform, args }: Call): Json {
  const json = readView(platform, args, 'modal')
  const trigger = platform.triggers.exchange(needed(args, 'trigger_id'))
  const view = openView(platform.views, trigger.member, json)
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function push({ platform, args }: Call): Json {
  const json = readView(platform, args, 'modal')
  const trigger = platform.triggers.exchange(needed(args, 'trigger_id'))
  const top = visibleView(platform.views, trigger.member)
  if (trigger.view === null || top === undefined) throw new Refused('invalid_trigger_id')
  const view = pushView(platform.views, trigger.member, json)
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function update({ platform, args }: Call): Json {
  const id = optional(args, 'view_id')
  const externalId = optional(args, 'external_id')
  if (id === undefined && externalId === undefined) throw invalidArguments('[ERROR] view_id or external_id is required')
  const view = findView(platform.views, id === undefined ? { externalId: externalId ?? '' } : { id })
  if (view === undefined) throw new Refused('not_found')
  const json = readView(platform, args, string(view.json.type))
  updateView(platform.views, view, json, optional(args, 'hash'))
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function publish({ platform, args }: Call): Json {
  if (!platform.manifest.homeEnabled) throw new Refused('not_enabled')
  const member = platform.workspace.members.get(needed(args, 'user_id'))
  if (member === undefined || member.isBot) throw invalidArguments('[ERROR] user_id is not a member of this workspace')
  const json = readView(platform, args, 'home')
  const view = publishHome(platform.views, member.id, json, optional(args, 'hash'))
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function readView(platform: Platform, args: Json, type: string): Json {
  const json = structuredRecord(args, 'view')
  if (json === undefined) throw invalidArguments('[ERROR] missing required field: view')
  if (json.type !== type) throw invalidArguments(`[ERROR] must be a ${type} view [json-pointer:/view/type]`)
  refuseFindings(checkView(json, platform.rules.off), 'invalid_arguments', '/view')
  return json
}
