import { child, children, flag, integer, oneOf, required, type Shape, strings, text } from './properties.ts'

const part = (properties: Shape['properties']): Shape => ({ untyped: true, properties })
const url = text({ min: 1, max: 3_500, pattern: /^https:\/\// })
const scopes = strings({ max: 255 })

/** The app's manifest, as the platform takes it when the app is installed. */
export const manifestShapes: Readonly<Record<string, Shape>> = {
  manifest: part({
    _metadata: child(['manifest _metadata']),
    display_information: required(child(['manifest display_information'])),
    features: child(['manifest features']),
    functions: { kind: 'any' },
    oauth_config: child(['manifest oauth_config']),
    settings: child(['manifest settings']),
  }),
  'manifest _metadata': part({ major_version: integer({ min: 1, max: 2 }), minor_version: integer({ min: 0 }) }),
  'manifest display_information': part({
    name: required(text({ min: 1, max: 35 })),
    description: text({ min: 1, max: 140 }),
    long_description: text({ min: 175, max: 4_000 }),
    background_color: text({ pattern: /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/ }),
  }),
  'manifest features': part({
    bot_user: child(['manifest bot_user']),
    app_home: child(['manifest app_home']),
    slash_commands: children(['manifest slash_command'], { max: 50 }),
    shortcuts: children(['manifest shortcut'], { max: 10 }),
    unfurl_domains: strings({ max: 5 }),
    assistant_view: child(['manifest assistant_view']),
    agent_view: child(['manifest agent_view']),
  }),
  'manifest bot_user': part({ display_name: required(text({ min: 1, max: 80 })), always_online: flag }),
  'manifest app_home': part({
    home_tab_enabled: flag,
    messages_tab_enabled: flag,
    messages_tab_read_only_enabled: flag,
  }),
  'manifest slash_command': part({
    command: required(text({ min: 2, max: 32, pattern: /^\// })),
    description: required(text({ min: 1, max: 2_000 })),
    usage_hint: text({ max: 1_000 }),
    url: text({ min: 1, max: 3_000, pattern: /^https:\/\// }),
    should_escape: flag,
  }),
  'manifest shortcut': part({
    name: required(text({ min: 1, max: 24 })),
    type: required(oneOf('message', 'global')),
    callback_id: required(text({ min: 1, max: 255 })),
    description: required(text({ min: 1, max: 150 })),
  }),
  'manifest assistant_view': part({
    assistant_description: text({ max: 300 }),
    suggested_prompts: children(['manifest suggested_prompt'], { max: 4 }),
  }),
  'manifest agent_view': part({
    agent_description: text({ max: 300 }),
    suggested_prompts: children(['manifest suggested_prompt'], { max: 4 }),
  }),
  'manifest suggested_prompt': part({ title: required(text({ min: 1 })), message: required(text({ min: 1 })) }),
  'manifest oauth_config': part({
    scopes: child(['manifest scopes']),
    redirect_urls: strings({ max: 1_000 }),
    pkce_enabled: flag,
    token_management_enabled: flag,
  }),
  'manifest scopes': part({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes }),
  'manifest settings': part({
    event_subscriptions: child(['manifest event_subscriptions']),
    interactivity: child(['manifest interactivity']),
    socket_mode_enabled: flag,
    org_deploy_enabled: flag,
    token_rotation_enabled: flag,
    is_hosted: flag,
    function_runtime: oneOf('remote'),
    allowed_ip_address_ranges: strings({ max: 50 }),
    incoming_webhooks: { kind: 'any' },
  }),
  'manifest event_subscriptions': part({
    request_url: url,
    bot_events: strings({ max: 100 }),
    user_events: strings({ max: 100 }),
    metadata_subscriptions: children(['manifest metadata_subscription'], { max: 20 }),
  }),
  'manifest metadata_subscription': part({
    app_id: required(text({ min: 1 })),
    event_type: required(text({ min: 1, max: 50 })),
  }),
  'manifest interactivity': part({ is_enabled: required(flag), request_url: url, message_menu_options_url: url }),
}
