#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { machineClock } from '../clock.ts'
import { isDate, isZone } from '../domain/cadence/time.ts'
import { isWeek } from '../domain/cadence/week.ts'
import type { demo } from './demo.ts'
import { loadEnvironment } from './env-file.ts'
import type { ImportOptions } from './import.ts'
import type { Out } from './plan-file.ts'
import type { ScheduleOptions } from './schedule.ts'
import type { summary } from './summary.ts'

const out: Out = {
  line: (text) => void process.stdout.write(`${text}\n`),
  fault: (text) => void process.stderr.write(`${text}\n`),
}

const program = new Command('rounds')
  .description("Runs a team's maintenance rituals in Slack.")
  .showHelpAfterError('Run `rounds help` to see every command.')
  .exitOverride()

program
  .command('demo')
  .description('the whole thing with nothing else: a workspace like Slack, the bot, a plan, in your browser')
  .option('--port <number>', 'where the page is served', portNumber, 4000)
  .option('--plan <path>', 'the plan to run, or a folder of them', undefined)
  .option('--at <time>', 'where the clock starts, such as 2026-11-16T08:55:00-05:00', instant)
  .option('--fresh', 'forget the demo that was here before')
  .action(run(async (options: Parameters<typeof demo>[0]) => (await import('./demo.ts')).demo(options, out)))

program
  .command('start')
  .description('the bot, against Slack; configured by the environment')
  .action(run(async () => (await import('./start.ts')).start(out)))

program
  .command('check')
  .description('every fault and warning of plans; exit 1 on faults')
  .argument('<file...>')
  .option('--json', 'one JSON object a line')
  .action(
    run(async (files: string[], options: { json?: boolean }) => {
      const [{ check }, { today }] = await Promise.all([import('./check.ts'), import('./today.ts')])
      return check(files, { ...options, today: today() }, out)
    }),
  )

program
  .command('schedule')
  .description('every occurrence of plans between two days, both included')
  .argument('<file...>')
  .requiredOption('--from <date>', 'such as 2026-03-01', day)
  .requiredOption('--to <date>', 'such as 2026-03-31', day)
  .addOption(new Option('--json', 'one JSON object a line').conflicts('ics'))
  .option('--ics', 'a calendar file, as calendar programs read it')
  .addOption(new Option('--words', 'and every cadence as it is read').conflicts(['json', 'ics']))
  .action(
    run(async (files: string[], options: Omit<ScheduleOptions, 'now'>) =>
      inBlocks(async (paper) =>
        (await import('./schedule.ts')).schedule(files, { ...options, now: machineClock() }, paper),
      ),
    ),
  )

program
  .command('import')
  .description('a maintenance document, Markdown or plain text, as a plan; lines without a place go to stderr')
  .argument('<file>')
  .option('-o, --output <file>', 'where the plan is written; without it, it is printed')
  .option('--overwrite', 'also over a file that was edited')
  .option('--json', 'one JSON object: what was found, and the lines without a place')
  .option('--name <name>', "the plan's name; without it, from its title", planName)
  .option('--timezone <zone>', 'such as Europe/Paris', zone)
  .option('--channel <channel>', 'where its checklists go, such as "#ops"', channel)
  .action(
    run(async (file: string, options: ImportOptions) => (await import('./import.ts')).importFile(file, options, out)),
  )

program
  .command('launch')
  .description('moves the launch of a plan in the database, and tells what moves with it')
  .argument('<plan>')
  .argument('<date>', 'such as 2026-12-01T09:00')
  .option('--dry-run', 'only tells what would move')
  .action(
    run(async (plan: string, date: string, options: { dryRun?: boolean }) =>
      (await import('./launch.ts')).launch(plan, date, options, out),
    ),
  )

program
  .command('retire')
  .description('takes a plan out of use; its history stays')
  .argument('<plan>')
  .action(run(async (plan: string) => (await import('./retire.ts')).retire(plan, out)))

program
  .command('summary')
  .description('the figures of a week as they stand')
  .option('--week <week>', 'an ISO week such as 2026-W46; this week without it', week)
  .option('--plan <name>', 'where the database holds several')
  .addOption(new Option('--json', 'one JSON object a line').conflicts('markdown'))
  .option('--markdown', 'the post as Markdown; what is printed without --json too')
  .action(run(async (options: Parameters<typeof summary>[0]) => (await import('./summary.ts')).summary(options, out)))

program
  .command('doctor')
  .description('looks at configuration, database, tokens, scopes and channels, and says what to mend')
  .option('--json', 'one JSON object a line')
  .action(run(async (options: { json?: boolean }) => (await import('./doctor.ts')).doctor(options, out)))

program
  .command('migrate')
  .description('brings the database up to date')
  .action(run(async () => (await import('./migrate.ts')).migrate(out)))

const wrongUsage = 2

try {
  loadEnvironment(process.argv[2])
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
  else process.exitCode = (await import('./fault.ts')).tellFault(error, out)
}

/**
 * Each command loads what it needs when it is asked for: a check must not wait for the bot to be read from the disk.
 * Commander hands the command itself last; the exit code is what the command gives.
 */
function run<Given extends readonly unknown[]>(action: (...given: Given) => Promise<number>) {
  return async (...given: [...Given, Command]) => {
    process.exitCode = await action(...(given.slice(0, -1) as unknown as Given))
  }
}

/** Ten years of due times are a few writes, not one for each line. */
async function inBlocks(command: (paper: Out) => Promise<number>): Promise<number> {
  const lines: string[] = []
  const code = await command({ ...out, line: (text) => void lines.push(text) })
  if (lines.length > 0) out.line(lines.join('\n'))
  return code
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

function day(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('A day is written 2026-03-01.')
  return text
}

function week(text: string): string {
  if (!isWeek(text)) throw new InvalidArgumentError('A week is written 2026-W46.')
  return text
}

function zone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError('A time zone is an IANA name such as Europe/Paris.')
  return text
}

function planName(text: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(text) || text.length > 60)
    throw new InvalidArgumentError('A plan is named in small letters, digits and hyphens, such as corner-shop.')
  return text
}

function channel(text: string): string {
  if (!/^#[^\s#,]{1,80}$/u.test(text)) throw new InvalidArgumentError('A channel is written "#ops".')
  return text
}

function instant(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('A time is written 2026-11-16T08:55:00-05:00.')
  return at
}
