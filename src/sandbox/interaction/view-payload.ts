import { records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { stateValues } from './element-state.ts'
import type { View } from './views.ts'

/** A view as Slack returns it and sends it; a closed view's state leaves out its input blocks. */
export function describeView(platform: Platform, view: View, withInputs = true): Json {
  const { json } = view
  const { teamId, appId, botId } = platform.workspace
  return {
    id: view.id,
    team_id: teamId,
    type: json.type,
    title: json.title ?? null,
    submit: json.submit ?? null,
    close: json.close ?? null,
    blocks: json.blocks,
    private_metadata: string(json.private_metadata),
    callback_id: string(json.callback_id),
    external_id: string(json.external_id),
    state: { values: stateValues(records(json.blocks), view.state, withInputs) },
    hash: view.hash,
    clear_on_close: json.clear_on_close === true,
    notify_on_close: json.notify_on_close === true,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: appId,
    app_installed_team_id: teamId,
    bot_id: botId,
  }
}
