import type { PlatformRules } from './rule.ts'

const interactions = { area: 'Interactions and commands', page: 'interactivity/handling-user-interaction' } as const
const commands = { area: 'Interactions and commands', page: 'interactivity/implementing-slash-commands' } as const
const events = { area: 'Events and sockets', page: 'apis/events-api', error: null } as const
const sockets = { area: 'Events and sockets', page: 'apis/events-api/using-socket-mode' } as const

export const deliveryRules = {
  'interactivity is on': {
    ...interactions,
    error: 'This app is not configured to handle interactive responses.',
    says: 'Clicks and forms need settings.interactivity in the manifest.',
  },
  'an interaction is acknowledged within three seconds': {
    ...interactions,
    error: 'We had some trouble connecting. Try again?',
    says: 'Otherwise the member is shown an error.',
  },
  'an interaction is sent once': {
    ...interactions,
    error: null,
    says: 'Clicks, forms and commands are never sent again.',
  },
  'an input is told of only where its block dispatches': {
    ...interactions,
    error: null,
    says: 'Elements in an input block send nothing without dispatch_action.',
    page: 'reference/interaction-payloads/block_actions-payload',
  },
  'a shortcut is one of the manifest': {
    ...interactions,
    error: 'This app has no such shortcut.',
    says: 'Shortcuts are those of the manifest, each where its type says.',
    page: 'interactivity/implementing-shortcuts',
  },
  'a search reaches min_query_length': {
    ...interactions,
    error: 'Type at least … characters to search.',
    says: 'A select whose options the app loads asks for three characters unless it says otherwise.',
    page: 'reference/block-kit/block-elements/select-menu-element',
  },
  'a command is one of the manifest': {
    ...commands,
    error: '… is not a valid command.',
    says: 'Other words after a slash are refused by Slack itself.',
  },
  'a command is not run in a thread': {
    ...commands,
    error: '… is not supported in threads. Sorry!',
    says: 'Slash commands of apps work outside threads only.',
  },
  'a command is acknowledged within three seconds': {
    ...commands,
    error: '… failed with the error "operation_timeout"',
    says: 'Otherwise the member is shown an error.',
  },
  'should_escape turns names into ids': {
    ...commands,
    error: null,
    says: 'Mentions, channels and links come as <@U…>, <#C…|name> and <https://…>.',
  },
  'a private channel is escaped without its name': { ...commands, error: null, says: 'It comes as <#C…|>.' },
  'an answer in_channel shows the command': {
    ...commands,
    error: null,
    says: 'What was typed is posted above the answer.',
  },
  'a read-only Messages tab takes no messages': {
    ...commands,
    error: 'Sending messages to this app has been turned off.',
    says: 'messages_tab_read_only_enabled leaves the tab to the app.',
    page: 'surfaces/app-home',
  },
  'an event goes to an app that subscribed to it': {
    ...events,
    says: 'Events that bot_events of the manifest does not name are not sent.',
  },
  'an app hears of channels it is in': { ...events, says: 'Messages and joins elsewhere are not told.' },
  'an event is acknowledged within three seconds': { ...events, says: 'Otherwise it counts as failed.' },
  'a failed event is sent again three times': {
    ...events,
    says: 'At once, then twice more, with the number and the reason of the retry.',
  },
  'x-slack-no-retry stops the retries': { ...events, says: 'An endpoint that answers with it is left alone.' },
  'a redirect is no acknowledgement': {
    ...events,
    says: 'Slack follows two redirects, the sandbox none.',
  },
  'Socket Mode is on': {
    ...sockets,
    error: 'link_disabled',
    says: 'Sockets need socket_mode_enabled in the manifest.',
  },
  'an app holds at most ten sockets': {
    ...sockets,
    error: 'too_many_websockets',
    says: 'apps.connections.open is refused above ten connections.',
  },
  'a socket URL works once': { ...sockets, error: null, says: 'A second connection with the same URL is turned away.' },
} as const satisfies PlatformRules
