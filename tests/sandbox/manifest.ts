/** The manifest of the small app that these tests install. */
export const manifest = {
  display_information: { name: 'Little app' },
  features: {
    bot_user: { display_name: 'little' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/open', description: 'Opens a form', should_escape: true },
      { command: '/echo', description: 'Says it back', usage_hint: '[words]', should_escape: true },
      { command: '/silent', description: 'Never answers' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'chat:write',
        'commands',
        'channels:read',
        'channels:history',
        'groups:read',
        'groups:history',
        'im:read',
        'im:write',
        'im:history',
        'users:read',
        'usergroups:read',
        'channels:manage',
        'app_mentions:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'member_joined_channel', 'app_mention', 'message.channels'],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}
