/** What one part of the program may take from the others, and from outside. */
type Arrows = {
  readonly from: readonly Part[]
  /** Their types only. */
  readonly types?: readonly Part[]
  /** `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[]
  readonly packageTypes?: readonly string[]
}

/** The parts, and the longest beginning of a path that belongs to each. */
const places = {
  domain: 'src/domain/',
  plans: 'src/plans/',
  'plans/import': 'src/plans/import/',
  store: 'src/store/',
  operations: 'src/operations/',
  scheduler: 'src/scheduler/',
  slack: 'src/slack/',
  'slack/text': 'src/slack/text/',
  'slack/views': 'src/slack/views/',
  'slack/controls': 'src/slack/controls.ts',
  'slack/drawing': 'src/slack/drawing.ts',
  sandbox: 'src/sandbox/',
  cli: 'src/cli/',
  config: 'src/config.ts',
  log: 'src/log.ts',
  clock: 'src/clock.ts',
  main: 'src/main.ts',
  manifest: 'manifest.json',
} as const

export type Part = keyof typeof places

/** Undefined for a folder that nobody has given a place yet. */
export function partOf(path: string): Part | undefined {
  const found = (Object.keys(places) as Part[]).filter((part) => path.startsWith(places[part]))
  return found.sort((a, b) => places[b].length - places[a].length)[0]
}

/** Arithmetic, free to all of the bot; what of it reads the clock is forbidden with the clock. */
const dates = 'date-fns'

const allOfSlack = ['slack', 'slack/text', 'slack/views', 'slack/controls', 'slack/drawing'] as const

export const arrows: Readonly<Record<Part, Arrows>> = {
  domain: { from: ['domain'], packages: ['temporal-polyfill', dates] },
  plans: { from: ['plans', 'domain'], packages: [dates, 'yaml', 'zod', 'node:fs', 'node:path'] },
  'plans/import': { from: ['plans/import', 'plans', 'domain'], packages: [dates, 'yaml', 'markdown-it'] },
  store: {
    from: ['store', 'domain'],
    packages: [dates, 'drizzle-orm', 'postgres', '@electric-sql/pglite', 'node:'],
  },
  operations: { from: ['operations', 'plans', 'plans/import', 'store', 'domain'], packages: [dates, 'node:util'] },
  scheduler: { from: ['scheduler', 'operations'], packages: ['node-cron'] },
  slack: {
    from: [...allOfSlack, 'operations', 'store', 'domain', 'log'],
    types: ['config'],
    packages: [dates, '@slack/bolt', '@slack/web-api', 'zod', 'node:'],
    packageTypes: ['@slack/types'],
  },
  'slack/text': { from: ['slack/text', 'domain'], packages: [dates] },
  'slack/views': {
    from: ['slack/views', 'slack/text', 'slack/controls', 'domain'],
    types: ['slack/drawing'],
    packages: [dates],
    packageTypes: ['@slack/types'],
  },
  'slack/controls': { from: ['domain'], packages: ['zod'] },
  'slack/drawing': { from: [], types: ['store'], packages: [], packageTypes: ['@slack/types'] },
  sandbox: { from: ['sandbox'], packages: ['ws', 'preact', 'node:'] },
  cli: {
    from: [
      ...['cli', 'main', 'clock', 'config', 'log', 'manifest', 'sandbox'],
      ...[...allOfSlack, 'scheduler', 'operations', 'plans', 'plans/import', 'store', 'domain'],
    ] as readonly Part[],
    packages: [dates, 'commander', 'node:'],
  },
  config: { from: [], types: ['store'], packages: ['zod'] },
  log: { from: [], packages: ['pino'] },
  main: {
    from: ['clock', 'config', 'log', ...allOfSlack, 'scheduler', 'operations', 'plans', 'store', 'domain'],
    packages: [dates, 'node:crypto', '@slack/web-api'],
    packageTypes: ['@slack/bolt'],
  },
  clock: { from: [], packages: [] },
  manifest: { from: [], packages: [] },
}

/** Arrows that stand beside the table, each for a reason of its own. */
export const exceptions: readonly { readonly from: string; readonly to: string; readonly because: string }[] = [
  { from: 'src/log.ts', to: '@slack/bolt', because: 'the bridge by which Bolt speaks into our log' },
  { from: 'src/cli/doctor.ts', to: '@slack/web-api', because: 'it asks Slack before there is a bot' },
]
