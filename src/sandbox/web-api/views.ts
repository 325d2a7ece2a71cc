import { describeView } from '../interaction/view-payload.ts'
import { findView, openView, publishHome, pushView, updateView, visibleView } from '../interaction/views.ts'
import { string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { refusedBy } from '../rules/rulebook.ts'
import { changed } from '../workspace/workspace.ts'
import { type Call, type Methods, messages, needed, optional, structuredRecord } from './call.ts'
import { refuseView } from './view-check.ts'

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
  const view = openView(platform, trigger.member, json)
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function push({ platform, args }: Call): Json {
  const json = readView(platform, args, 'modal')
  const trigger = platform.triggers.exchange(needed(args, 'trigger_id'))
  const top = visibleView(platform.views, trigger.member)
  platform.rules.refuse('a view is pushed from inside the open modal', trigger.view === null || top === undefined)
  const view = pushView(platform, trigger.member, json)
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function update({ platform, args }: Call): Json {
  const id = optional(args, 'view_id')
  const externalId = optional(args, 'external_id')
  const unnamed = id === undefined && externalId === undefined
  platform.rules.refuse('an update names its view', unnamed, messages('[ERROR] view_id or external_id is required'))
  const found = findView(platform.views, id === undefined ? { externalId: externalId ?? '' } : { id })
  const view = platform.rules.found('a view that is updated is there', found)
  const json = readView(platform, args, string(view.json.type))
  updateView(platform, view, json, optional(args, 'hash'))
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function publish({ platform, args }: Call): Json {
  platform.rules.refuse('the Home tab is on', !platform.manifest.homeEnabled)
  const details = messages('[ERROR] user_id is not a member of this workspace')
  const named = platform.workspace.members.get(needed(args, 'user_id'))
  const member = platform.rules.found('Home is published to a member', named, details)
  platform.rules.refuse('Home is published to a member', member.isBot, details)
  const json = readView(platform, args, 'home')
  const view = publishHome(platform, member.id, json, optional(args, 'hash'))
  changed(platform.workspace)
  return { view: describeView(platform, view) }
}

function readView(platform: Platform, args: Json, type: string): Json {
  const json = structuredRecord(args, 'view')
  if (json === undefined)
    throw refusedBy('a required argument is given', messages('[ERROR] missing required field: view'))
  const details = messages(`[ERROR] must be a ${type} view [json-pointer:/view/type]`)
  platform.rules.refuse('a view has the type of its surface', json.type !== type, details)
  refuseView(platform, json)
  return json
}
