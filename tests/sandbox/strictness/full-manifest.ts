import type { Json } from '../../../src/sandbox/protocol.ts'

/** A manifest with every part there is. */
export const fullManifest: Json = {
  _metadata: { major_version: 2, minor_version: 0 },
  display_information: {
    name: 'App',
    description: 'Keeps rounds',
    long_description: 'Keeps the rounds of a team. '.repeat(10),
    background_color: '#1d3b36',
  },
  features: {
    bot_user: { display_name: 'app', always_online: true },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [
      {
        command: '/open',
        description: 'Opens a form',
        usage_hint: '[words]',
        url: 'https://example.com/slack',
        should_escape: true,
      },
    ],
    shortcuts: [{ name: 'New report', type: 'global', callback_id: 'report', description: 'Opens a report' }],
    unfurl_domains: ['example.com'],
    assistant_view: { assistant_description: 'Helps', suggested_prompts: [{ title: 'Ask', message: 'What is due?' }] },
    agent_view: { agent_description: 'Helps', suggested_prompts: [] },
  },
  functions: {},
  oauth_config: {
    scopes: { bot: ['chat:write', 'commands'], user: [], bot_optional: ['users:read'], user_optional: [] },
    redirect_urls: ['https://example.com/oauth'],
    pkce_enabled: false,
    token_management_enabled: false,
  },
  settings: {
    event_subscriptions: {
      request_url: 'https://example.com/slack',
      bot_events: ['app_home_opened', 'user_change'],
      user_events: [],
      metadata_subscriptions: [{ app_id: '*', event_type: 'card_posted' }],
    },
    interactivity: {
      is_enabled: true,
      request_url: 'https://example.com/slack',
      message_menu_options_url: 'https://example.com/options',
    },
    socket_mode_enabled: false,
    org_deploy_enabled: false,
    token_rotation_enabled: false,
    is_hosted: false,
    function_runtime: 'remote',
    allowed_ip_address_ranges: ['192.0.2.0/24'],
    incoming_webhooks: { incoming_webhooks_enabled: false },
  },
}
