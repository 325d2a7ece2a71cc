import { optionalString, record, records, string, strings } from './json.ts'
import { checkSurface } from './limits/check.ts'
import type { Finding } from './limits/rules.ts'
import type { Rulebook } from './rules/rulebook.ts'

export type SlashCommand = {
  readonly command: string
  readonly description: string
  readonly usageHint: string
  readonly shouldEscape: boolean
}

export type Shortcut = {
  readonly name: string
  readonly kind: 'global' | 'message'
  readonly callbackId: string
  readonly description: string
}

/** What of the app's manifest decides how the platform treats it. */
export type AppManifest = {
  readonly name: string
  readonly botName: string
  readonly commands: readonly SlashCommand[]
  readonly shortcuts: readonly Shortcut[]
  readonly botEvents: readonly string[]
  readonly botScopes: readonly string[]
  readonly homeEnabled: boolean
  readonly messagesTabEnabled: boolean
  readonly messagesTabReadOnly: boolean
  readonly interactive: boolean
  readonly socketMode: boolean
}

/** Throws with every fault at once: an app whose manifest Slack refuses cannot be installed. */
export function readManifest(manifest: unknown, rules: Rulebook): AppManifest {
  const faults = checkSurface(record(manifest), 'manifest', rules.off)
  if (faults.length > 0) throw new Error(sentenceOf(faults))
  const features = record(record(manifest).features)
  const settings = record(record(manifest).settings)
  const scopes = record(record(record(manifest).oauth_config).scopes)
  const home = record(features.app_home)
  return {
    name: string(record(record(manifest).display_information).name) || 'App',
    botName: optionalString(record(features.bot_user).display_name) ?? 'app',
    commands: records(features.slash_commands).map(readCommand),
    shortcuts: records(features.shortcuts).map(readShortcut),
    botEvents: strings(record(settings.event_subscriptions).bot_events),
    botScopes: [...strings(scopes.bot), ...strings(scopes.bot_optional)],
    homeEnabled: home.home_tab_enabled === true,
    messagesTabEnabled: home.messages_tab_enabled === true,
    messagesTabReadOnly: home.messages_tab_read_only_enabled === true,
    interactive: record(settings.interactivity).is_enabled === true,
    socketMode: settings.socket_mode_enabled === true,
  }
}

function sentenceOf(faults: readonly Finding[]): string {
  const lines = faults.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`)
  return ['Slack would refuse this manifest (invalid_manifest):', ...lines].join('\n')
}

function readCommand(command: Readonly<Record<string, unknown>>): SlashCommand {
  return {
    command: string(command.command),
    description: string(command.description),
    usageHint: string(command.usage_hint),
    shouldEscape: command.should_escape === true,
  }
}

function readShortcut(shortcut: Readonly<Record<string, unknown>>): Shortcut {
  return {
    name: string(shortcut.name),
    kind: shortcut.type === 'message' ? 'message' : 'global',
    callbackId: string(shortcut.callback_id),
    description: string(shortcut.description),
  }
}
