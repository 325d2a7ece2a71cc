import { list, record, strings } from '../json.ts'
import type { Json } from '../protocol.ts'
import { type Finding, finding, none, type Rule } from './rules.ts'

const scopesOf = (manifest: Json): readonly string[] => {
  const scopes = record(record(manifest.oauth_config).scopes)
  return [...strings(scopes.bot), ...strings(scopes.bot_optional)]
}

/** One of these scopes is enough for the event to be sent. */
const eventScopes: Readonly<Record<string, readonly string[]>> = {
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_created: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  file_deleted: ['files:read'],
  file_shared: ['files:read'],
  group_archive: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  message_metadata_posted: ['metadata.message:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  user_change: ['users:read'],
}

function unscopedEvents(manifest: Json): readonly Finding[] {
  const granted = scopesOf(manifest)
  const events = strings(record(record(manifest.settings).event_subscriptions).bot_events)
  return events.flatMap((event, index) => {
    const needed = eventScopes[event] ?? []
    if (needed.length === 0 || needed.some((scope) => granted.includes(scope))) return none
    const message = `${event} needs the scope ${needed.join(' or ')}`
    return [
      finding(`/settings/event_subscriptions/bot_events/${index}`, message, {
        type: 'missing_scope',
        expected: needed,
      }),
    ]
  })
}

function unscopedCommands(manifest: Json): readonly Finding[] {
  if (scopesOf(manifest).includes('commands')) return none
  const used = ['slash_commands', 'shortcuts'].filter((name) => list(record(manifest.features)[name]).length > 0)
  return used.map((name) =>
    finding(`/features/${name}`, `${name} need the scope commands`, { type: 'missing_scope', expected: ['commands'] }),
  )
}

function hostlessFunctions(manifest: Json): readonly Finding[] {
  const missing = manifest.functions !== undefined && record(manifest.settings).function_runtime === undefined
  return missing
    ? [
        finding('/settings/function_runtime', 'functions need function_runtime', {
          type: 'required',
          expected: 'remote',
        }),
      ]
    : none
}

/** What must hold between the parts of a manifest. */
export const manifestRules: readonly Rule[] = [
  {
    name: 'manifest events have their scopes',
    says: 'an event is subscribed to with a scope that it needs',
    shapes: ['manifest'],
    check: ({ value }) => unscopedEvents(value),
  },
  {
    name: 'manifest commands have their scope',
    says: 'commands and shortcuts need the scope commands',
    shapes: ['manifest'],
    check: ({ value }) => unscopedCommands(value),
  },
  {
    name: 'manifest functions have a runtime',
    says: 'functions need function_runtime',
    shapes: ['manifest'],
    check: ({ value }) => hostlessFunctions(value),
  },
  {
    name: 'manifest metadata_subscription names something',
    says: 'only one of app_id and event_type may be *',
    shapes: ['manifest metadata_subscription'],
    check: ({ value, pointer }) =>
      value.app_id === '*' && value.event_type === '*'
        ? [finding(pointer, 'only one of app_id and event_type may be *', { type: 'invalid' })]
        : none,
  },
]
