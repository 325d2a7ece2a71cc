import type { ChannelInfo, MemberInfo, MessageInfo, Snapshot } from '../../src/sandbox/protocol.ts'
import { button, section, withIds } from './blocks.ts'
import { checklistCard, incidentCard, summaryCard } from './cards.ts'
import { homeView } from './views.ts'

const member = (id: string, name: string, realName: string, timezone: string, isBot = false): MemberInfo => ({
  id,
  name,
  realName,
  timezone,
  isBot,
  isAdmin: id === 'U1',
})

export const members: readonly MemberInfo[] = [
  member('U1', 'maria', 'Maria Lopez', 'America/New_York'),
  member('U2', 'ben', 'Ben Carter', 'America/New_York'),
  member('U3', 'cara', 'Cara Singh', 'Europe/Paris'),
  member('U4', 'dana', 'Dana Okafor', 'America/Los_Angeles'),
  member('U5', 'eli', 'Eli Haddad', 'Asia/Kolkata'),
  member('B1', 'rounds', 'Rounds', 'UTC', true),
]

const everyone = members.map(({ id }) => id)

const channel = (id: string, name: string, more: Partial<ChannelInfo> = {}): ChannelInfo => ({
  id,
  name,
  kind: 'public',
  members: everyone,
  archived: false,
  topic: '',
  unread: 0,
  mentions: 0,
  ...more,
})

export const at = (iso: string, step = 0): string =>
  `${Math.floor(Date.parse(iso) / 1000)}.${String(step).padStart(6, '0')}`

export const message = (ts: string, user: string, text: string, more: Partial<MessageInfo> = {}): MessageInfo => ({
  ts,
  channel: 'C1',
  user,
  text,
  blocks: [],
  threadTs: null,
  replies: 0,
  editedAt: null,
  files: [],
  reactions: [],
  tombstone: false,
  ephemeral: false,
  ...more,
})

const checklistTs = at('2025-11-20T14:00:00Z')

const messages: readonly MessageInfo[] = [
  message(at('2025-11-19T19:10:00Z'), 'U2', 'Freezer technician comes *tomorrow*, see <#C2> and ping <@U3>'),
  message(at('2025-11-19T19:11:00Z'), 'U2', 'Door code is `4711`, ~not 0815~ &lt;img src=x onerror=alert(1)&gt;'),
  message(
    at('2025-11-19T19:40:00Z'),
    'U3',
    '> is it the same as last time?\n_No_, a new one. <script>alert(1)</script>',
  ),
  message(checklistTs, 'B1', 'Morning checklist: 12 of 24 done', {
    blocks: checklistCard,
    replies: 2,
    editedAt: '2025-11-20T14:05:00Z',
  }),
  message(at('2025-11-20T14:06:00Z'), 'U1', 'Backup took longer today', { threadTs: checklistTs }),
  message(at('2025-11-20T14:07:00Z'), 'B1', 'Noted.', { threadTs: checklistTs }),
  message(
    at('2025-11-20T14:08:00Z'),
    'U4',
    'Morning! :wave: <@U1> can you look at the error count?\n```\nGET /health 200\n```',
  ),
  message(at('2025-11-20T14:09:00Z'), 'B1', 'Already done', {
    ephemeral: true,
    blocks: withIds([section('Already done by <@U2> at 09:04.', button('Show', 'show'))]),
  }),
  message(at('2025-11-20T13:20:00Z'), 'B1', 'P0: Payments are down', { channel: 'C2', blocks: incidentCard }),
  message(at('2025-11-20T13:30:00Z'), 'B1', 'Week 47 summary', { channel: 'C3', blocks: summaryCard }),
  message(at('2025-11-20T13:00:00Z'), 'B1', 'Good morning <@U1>, the morning checklist is yours.', { channel: 'D1' }),
]

export const firstSnapshot = (me: string): Snapshot => ({
  version: 1,
  me,
  app: { id: 'A1', name: 'Rounds', botUser: 'B1', connected: true },
  members,
  channels: [
    channel('C0', 'general'),
    channel('C1', 'ops', { topic: 'Daily rounds · <https://example.com/runbook|runbook>', unread: 1, mentions: 1 }),
    channel('C2', 'incidents', { unread: 2, mentions: 1 }),
    channel('C3', 'leadership', { kind: 'private', unread: 3 }),
    channel('C4', 'workshop', { members: ['U4'] }),
    channel('D1', 'rounds', { kind: 'dm', members: ['U1', 'B1'], unread: 1, mentions: 1 }),
    channel('D2', 'ben', { kind: 'dm', members: ['U1', 'U2'] }),
  ],
  messages,
  modals: [],
  home: homeView,
  notifications: [],
  commands: [
    {
      command: '/rounds',
      description: 'Rituals: today, next, start, history',
      usageHint: '[help | today | next | start RITUAL]',
    },
    { command: '/incident', description: 'Declare an incident', usageHint: '[what is wrong]' },
    { command: '/summary', description: 'Show a summary', usageHint: '[week | month] [here | post]' },
  ],
  faults: [],
  tour: null,
  shortcuts: [
    { name: 'Declare an incident', kind: 'global', callbackId: 'declare', description: 'Opens the form' },
    { name: 'Make it a follow-up', kind: 'message', callbackId: 'follow-up', description: '' },
  ],
  clock: {
    now: '2025-11-20T14:10:00.000Z',
    machine: {
      playing: false,
      stops: [
        { id: 'ritual', label: 'Next ritual', what: 'Fridge log', at: '2025-11-20T19:00:00.000Z' },
        { id: 'weekly', label: 'Friday', what: 'Weekly summary', at: '2025-11-21T21:30:00.000Z' },
      ],
      speed: 1,
      happened: {
        count: 3,
        newest: [
          { text: 'Morning checklist opened in #ops', message: { channel: 'C1', ts: checklistTs } },
          { text: 'Database backup was due', message: null },
          { text: 'Maria was reminded', message: null },
        ],
      },
    },
  },
})
