import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, defaultTiming, monotonicMs, realClock, type Timing } from './clocks.ts'
import { createFaults, type Faults } from './controls/faults.ts'
import { realTicker, type Ticker } from './controls/ticker.ts'
import { setTimeMachine, shutDown, timeControl } from './controls/time-machine.ts'
import { hasRead, setTour } from './controls/tour.ts'
import { createTraffic, type Traffic } from './controls/traffic.ts'
import { createDelivery } from './delivery/delivery.ts'
import { createHttpTransport, verifyUrl } from './delivery/http.ts'
import { createSocketMode, type SocketMode } from './delivery/socket-mode.ts'
import { type ChannelDriver, channelDriver, type StoredMessage, storedMessages } from './drivers/channel-driver.ts'
import { type MemberDriver, memberDriver } from './drivers/member-driver.ts'
import { placeNamed } from './drivers/surfaces.ts'
import { comesFromHere, sendFailure, sendText, urlOf } from './http-exchange.ts'
import { createInFlight } from './in-flight.ts'
import { createResponseUrls } from './interaction/response-urls.ts'
import { createTriggers } from './interaction/triggers.ts'
import { createViews } from './interaction/views.ts'
import { readManifest } from './manifest.ts'
import type { Platform } from './platform.ts'
import type { TimeMachine, TourGuide } from './protocol.ts'
import { createRulebook } from './rules/rulebook.ts'
import { serveAppFiles } from './serving/file-server.ts'
import { servePage } from './serving/page-server.ts'
import { apiMethods } from './web-api/methods.ts'
import { createRateLimits } from './web-api/rate-limits.ts'
import { serveApi, serveResponseUrl } from './web-api/server.ts'
import { createUploads } from './web-api/uploads.ts'
import { defaultChannels, defaultMembers } from './workspace/default-workspace.ts'
import { setArchived } from './workspace/membership.ts'
import {
  addChannel,
  addMember,
  bare,
  changed,
  channelNamed,
  createWorkspace,
  inviteMember,
  memberNamed,
  type NewChannel,
  type NewMember,
  openDirectMessage,
  type Usergroup,
  type Workspace,
} from './workspace/workspace.ts'

export type SandboxOptions = {
  /** The parsed manifest.json: commands, events and scopes that the platform grants. */
  readonly manifest: unknown
  /** 0 takes any free port; the page and the Web API share it. */
  readonly port?: number
  /** Dates messages and the page; the platform's own timeouts keep real time. */
  readonly clock?: Clock
  readonly members?: readonly NewMember[]
  /** Those with `bot: true` have the bot as a member. */
  readonly channels?: readonly (NewChannel & { readonly bot?: boolean })[]
  readonly usergroups?: readonly Usergroup[]
  readonly timeMachine?: TimeMachine
  /** What a clock that runs faster than real time is driven by. */
  readonly ticker?: Ticker
  /** False serves the Web API alone. */
  readonly page?: boolean
  readonly timing?: Partial<Timing>
  /** What the platform's own time limits run on, instead of the machine's monotonic clock. */
  readonly monotonicMs?: () => number
  /** Names of rows of docs/sandbox-rules.md that do not hold. */
  readonly rulesOff?: readonly string[]
}

export type Sandbox = {
  readonly url: string
  /** Ends in `/api/`, as Slack's does. */
  readonly apiUrl: string
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  readonly teamId: string
  readonly botUser: string
  readonly faults: Faults
  readonly traffic: Traffic
  /** What its server does with a request, for whoever asks without a network. */
  answer(request: IncomingMessage, response: ServerResponse): void
  member(handle: string): MemberDriver
  channel(name: string): ChannelDriver
  messages(name: string): readonly StoredMessage[]
  /** Adds the people and channels that a plan names and this workspace lacks; the bot joins the channels. */
  inviteNames(names: { readonly channels: readonly string[]; readonly people: readonly string[] }): void
  /** Sockets from the start; an HTTP endpoint is challenged first, so the app must be listening. */
  deliverTo(target: string): Promise<void>
  connections(): number
  /** Does the work while one row of the rules is switched off. */
  without<T>(rule: string, work: () => Promise<T>): Promise<T>
  /** Nothing in flight: every delivery answered or given up, no API call running; a held call keeps it waiting. */
  settled(): Promise<void>
  setTimeMachine(machine: TimeMachine | null): Promise<void>
  setTour(guide: TourGuide | null): Promise<void>
  /** Whether somebody has had a message before them: its channel was open on their page after it was posted. */
  hasRead(channel: string, ts: string): boolean
  close(): Promise<void>
}

const tokens = { bot: 'xoxb-sandbox-bot', app: 'xapp-sandbox-app', signingSecret: 'sandbox-signing-secret' }

/** Starts a Slack-like workspace on loopback; a port in use rejects with code EADDRINUSE. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const server = createServer()
  const { platform, socketMode } = build(server, options)
  await listen(server, options.port ?? 0)
  platform.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  fillWorkspace(platform, options)
  const methods = apiMethods(() => socketMode.newUrl(platform.origin))
  const answer: Sandbox['answer'] = (request, response) =>
    void serve(platform, methods, options.page !== false, request, response).catch((error) =>
      sendFailure(response, error),
    )
  server.on('request', answer)
  if (options.timeMachine !== undefined) await setTimeMachine(platform, options.timeMachine)
  return sandboxOver(platform, server, socketMode, answer)
}

function build(server: Server, options: SandboxOptions): { platform: Platform; socketMode: SocketMode } {
  const timing: Timing = { ...defaultTiming, ...options.timing }
  const rules = createRulebook(options.rulesOff)
  const manifest = readManifest(options.manifest, rules)
  const workspace = createWorkspace(options.clock ?? realClock, manifest.botName)
  const traffic = createTraffic(workspace.now)
  const inFlight = createInFlight()
  const ticks = options.monotonicMs ?? monotonicMs
  const board = createFaults({
    disconnectSockets: (reason) => {
      const open = socketMode.count()
      socketMode.disconnect(reason)
      return open
    },
    setArchived: (name, archived) => {
      const channel = channelNamed(workspace, name)
      setArchived(platform, channel, archived)
      return channel.id
    },
    isArchived: (id) => workspace.channels.get(id)?.archived === true,
    changed: () => changed(workspace),
  })
  const socketMode = createSocketMode(server, {
    appId: workspace.appId,
    pingMs: timing.pingMs,
    refuses: () => board.faults.outage,
    changed: () => changed(workspace),
    rules,
    enabled: manifest.socketMode,
  })
  const platform: Platform = {
    workspace,
    manifest,
    timing,
    tokens,
    views: createViews(),
    triggers: createTriggers(rules, ticks, timing.triggerMs),
    responseUrls: createResponseUrls({
      rules,
      monotonicMs: ticks,
      lifetimeMs: timing.responseUrlMs,
      origin: () => platform.origin,
    }),
    suggestions: new Map(),
    uploads: createUploads(),
    notifications: new Map(),
    warnings: new Map(),
    board,
    rateLimits: createRateLimits(rules, ticks, timing),
    traffic,
    inFlight,
    delivery: createDelivery({ timing, board, traffic, inFlight, rules }, socketMode),
    rules,
    time: timeControl(options.ticker ?? realTicker),
    tour: { guide: null, info: null },
    origin: '',
  }
  return { platform, socketMode }
}

function fillWorkspace({ workspace }: Platform, options: SandboxOptions): void {
  for (const member of options.members ?? defaultMembers) addMember(workspace, member)
  openDirectMessages(workspace)
  workspace.usergroups.push(...(options.usergroups ?? []))
  for (const channel of options.channels ?? defaultChannels) {
    const added = addChannel(workspace, channel)
    if (channel.bot === true) added.members.add(workspace.botUser)
  }
}

async function serve(
  platform: Platform,
  methods: ReturnType<typeof apiMethods>,
  withPage: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!comesFromHere(request)) return sendText(response, 403, 'The sandbox answers on loopback only.')
  const url = urlOf(request)
  if (url.pathname.startsWith('/api/')) return serveApi(platform, methods, request, response, url)
  if (url.pathname.startsWith('/response/')) return serveResponseUrl(platform, request, response, url)
  if (await serveAppFiles(platform, request, response, url)) return
  const served = withPage && (await servePage(platform, request, response, url))
  if (!served) sendText(response, 404, 'Nothing is here.')
}

function sandboxOver(platform: Platform, server: Server, socketMode: SocketMode, answer: Sandbox['answer']): Sandbox {
  const { workspace, board, traffic, inFlight } = platform
  const drivers = new Map<string, MemberDriver>()
  return {
    url: platform.origin,
    apiUrl: `${platform.origin}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret: tokens.signingSecret,
    teamId: workspace.teamId,
    botUser: workspace.botUser,
    faults: board.faults,
    traffic,
    answer,
    member: (handle) => {
      const member = memberNamed(workspace, handle)
      const driver = drivers.get(member.id) ?? memberDriver(platform, member)
      drivers.set(member.id, driver)
      return driver
    },
    channel: (name) => channelDriver(platform, channelNamed(workspace, name)),
    messages: (name) => storedMessages(platform, channelNamed(workspace, directOr(platform, name))),
    inviteNames: (names) => inviteNames(platform, names),
    deliverTo: async (target) => {
      if (target !== 'socket-mode') await verifyUrl(target, tokens.signingSecret, defaultTiming.ackMs)
      platform.delivery.transport =
        target === 'socket-mode' ? socketMode : createHttpTransport(target, tokens.signingSecret, platform.rules)
      changed(workspace)
    },
    connections: socketMode.count,
    without: async (rule, work) => {
      platform.rules.switchOff(rule)
      try {
        return await work()
      } finally {
        platform.rules.switchOn(rule)
      }
    },
    settled: inFlight.settled,
    setTimeMachine: (machine) => setTimeMachine(platform, machine),
    setTour: (guide) => setTour(platform, guide),
    hasRead: (channel, ts) => hasRead(platform, channel, ts),
    close: async () => {
      await shutDown(platform.time)
      await close(server, socketMode, board.faults)
    },
  }
}

/** `@maria` names the direct message between her and the app. */
function directOr(platform: Platform, name: string): string {
  return name.startsWith('@') ? placeNamed(platform, memberNamed(platform.workspace, name).id, 'dm') : name
}

function inviteNames(
  { workspace }: Platform,
  names: { readonly channels: readonly string[]; readonly people: readonly string[] },
): void {
  const people = names.people.map((name) => inviteMember(workspace, name))
  openDirectMessages(workspace)
  for (const name of names.channels) addChannel(workspace, { name: bare(name) }).members.add(workspace.botUser)
  for (const channel of workspace.channels.values()) {
    if (channel.kind === 'public') for (const person of people) channel.members.add(person.id)
  }
  changed(workspace)
}

/** The app's Messages tab is there for everybody before anything was said in it. */
function openDirectMessages(workspace: Workspace): void {
  for (const { id, isBot } of workspace.members.values()) if (!isBot) openDirectMessage(workspace, id)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function close(server: Server, socketMode: SocketMode, faults: Faults): Promise<void> {
  faults.clear()
  await socketMode.close()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
