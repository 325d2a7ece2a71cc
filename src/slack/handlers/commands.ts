import type { AllMiddlewareArgs, App, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Actor } from '../../domain/permission.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { declareIncident } from '../../operations/declare-incident.ts'
import { acknowledgeIssue } from '../../operations/on-issue.ts'
import { startRitual } from '../../operations/start-ritual.ts'
import { scopeOf } from '../../operations/transact.ts'
import { whichPlan, whyNoPlan } from '../../operations/which-plan.ts'
import { openIssues } from '../../store/issues.ts'
import { homeState } from '../home-state.ts'
import { ackOnCommit } from '../interaction.ts'
import { openForm } from '../open-form.ts'
import { actorOf, type Slack } from '../slack.ts'
import { weekSoFar } from '../surfaces.ts'
import { type Mrkdwn, mrkdwn } from '../text/mrkdwn.ts'
import { section } from '../views/blocks.ts'
import { launchText } from '../views/launch.ts'
import { refusalSentence } from '../views/refusals.ts'
import { drawSummary } from '../views/summary.ts'
import * as whispers from '../views/whispers.ts'
import { openImportForm } from './documents.ts'
import { declarationForm, issueForm } from './forms.ts'
import { asksForList, declarationIn, type IssueCommand, issueCommandIn, issueMeant } from './issue-command.ts'
import { launchAsked, launchConfirmation } from './launch.ts'

export type Command = SlackCommandMiddlewareArgs & AllMiddlewareArgs

type Said = { readonly text: Mrkdwn; readonly blocks?: ReturnType<typeof drawSummary>['blocks'] }
type Reply = Said | { readonly opens: ModalView }

/** Slash commands. Each is answered to its caller alone. */
export function handleCommands(app: App, slack: Slack): void {
  app.command(slack.commands.rounds, (command) => rounds(slack, command))
  app.command(slack.commands.incident, (command) => incident(slack, command))
  app.command(slack.commands.summary, (command) => summary(slack, command))
}

async function rounds(slack: Slack, command: Command): Promise<void> {
  const [word = '', ...rest] = typedAfter(command).split(/\s+/u)
  switch (word.toLowerCase()) {
    case 'today':
      return reply(slack, command, async () => {
        const now = slack.deps.clock()
        const state = await homeState(scopeOf(slack.deps), command.command.user_id, now)
        return { text: whispers.today(state, now) }
      })
    case 'next':
      return reply(slack, command, async () => {
        const { next } = await homeState(scopeOf(slack.deps), command.command.user_id, slack.deps.clock())
        return { text: whispers.nextText(next) }
      })
    case 'start':
      return reply(slack, command, () => start(slack, command, rest.join(' ')))
    case 'launch':
      return reply(slack, command, () => launch(slack, command, rest))
    case 'import':
      return openImport(slack, command)
    case '':
    case 'help':
      return reply(slack, command, async () => ({ text: whispers.help(slack.commands) }))
    default:
      return reply(slack, command, async () => ({ text: whispers.unknownCommand(word, slack.commands) }))
  }
}

async function start(slack: Slack, { command }: Command, ritual: string): Promise<Reply | Refusal> {
  const by = callerOf(slack, command)
  const started = await startRitual(slack.deps, {
    ritual,
    channel: command.channel_id,
    by,
    receipt: command.trigger_id,
  })
  if (started && 'kind' in started) return started
  return { text: started ? whispers.started(started) : whispers.saved }
}

/** A date is shown with what it changes before anything moves; without one, the launch as it is. */
async function launch(slack: Slack, { command }: Command, words: readonly string[]): Promise<Reply | Refusal> {
  const asked = await launchAsked(slack, command.channel_id, words)
  if ('kind' in asked) return asked
  if (asked.launch === '') return { text: launchText(asked.plan, slack.commands.rounds) }
  const form = await launchConfirmation(slack, { ...asked, by: callerOf(slack, command) })
  return 'kind' in form ? form : { opens: form }
}

/** The plan's checklists appear where it was asked for, unless that is a direct message. */
function openImport(slack: Slack, { ack, client, command }: Command): Promise<void> {
  const { channel_id: channel, trigger_id: trigger } = command
  const opening = { ack: () => ack(), client, trigger, onTop: false }
  return openImportForm(slack, opening, channel.startsWith('D') ? null : channel)
}

async function incident(slack: Slack, command: Command): Promise<void> {
  const { channel_id: channel, trigger_id: trigger } = command.command
  const title = typedAfter(command)
  if (title === '') {
    const opening = { ack: () => command.ack(), client: command.client, trigger, onTop: false }
    return openForm(slack, opening, () => declarationForm(slack, channel))
  }
  if (title.toLowerCase() === 'help') {
    return reply(slack, command, async () => {
      const found = await whichPlan(scopeOf(slack.deps), channel)
      return { text: whispers.incidentHelp(slack.commands, found?.plan.severities ?? null) }
    })
  }
  if (asksForList(title)) {
    return reply(slack, command, async () => ({
      text: whispers.issueList(await openIssues(scopeOf(slack.deps)), slack.zone()),
    }))
  }
  const asked = issueCommandIn(title)
  return reply(slack, command, () => (asked ? onIssue(slack, command, asked) : declare(slack, command, title)))
}

/** `/incident resolve 3`: as if the button on that issue had been pressed. */
async function onIssue(slack: Slack, { command }: Command, { does, number }: IssueCommand): Promise<Reply | Refusal> {
  const meant = await issueMeant(scopeOf(slack.deps), number)
  if ('open' in meant) {
    const [verb = ''] = command.text.trim().split(/\s+/u)
    return { text: whispers.whichIssue({ ...meant, number, typed: `${command.command} ${verb}`, zone: slack.zone() }) }
  }
  const { issue } = meant
  const by = callerOf(slack, command)
  if (does === 'acknowledge') {
    const refusal = await acknowledgeIssue(slack.deps, { issue: issue.id, by, receipt: command.trigger_id })
    return refusal ?? { text: whispers.acknowledged(issue) }
  }
  const form = await issueForm(slack, does, issue, by)
  return 'kind' in form ? form : { opens: form }
}

function callerOf(slack: Slack, { user_id: id, team_id, enterprise_id }: Command['command']): Actor {
  return actorOf(slack, { user: { id, team_id }, team: { id: team_id, ...(enterprise_id ? { enterprise_id } : {}) } })
}

/** What was typed after the command; Slack writes three signs as entities even there. */
function typedAfter({ command }: Command): string {
  return command.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
}

/** Words after the command are a P0 at once, unless they begin with a severity: at night nobody fills in a form. */
async function declare(slack: Slack, { command }: Command, typed: string): Promise<Reply | Refusal> {
  const by = callerOf(slack, command)
  const { title, severity, said } = declarationIn(typed)
  const declared = await declareIncident(slack.deps, {
    channel: command.channel_id,
    title,
    severity,
    detail: null,
    by,
    receipt: command.trigger_id,
  })
  if (declared && 'kind' in declared) return declared
  return { text: declared ? whispers.declared(declared, said) : whispers.saved }
}

/** The week so far, to whoever asks; the post itself comes when it is due, with its figures frozen. */
function summary(slack: Slack, command: Command): Promise<void> {
  const asked = typedAfter(command).toLowerCase()
  if (asked === 'help') return reply(slack, command, async () => ({ text: whispers.help(slack.commands) }))
  return reply(slack, command, async () => {
    const scope = scopeOf(slack.deps)
    const state = await weekSoFar(scope, command.command.channel_id, slack.deps.clock())
    return state ? drawSummaryReply(state, asked === '' || asked === 'week') : whyNoPlan(scope)
  })
}

/** Whoever asked for something else is told what this is instead. */
function drawSummaryReply(state: Parameters<typeof drawSummary>[0], isAnswer: boolean): Said {
  const { text, blocks } = drawSummary(state, { hasThread: false })
  if (isAnswer) return { text: text as Mrkdwn, blocks }
  const only = whispers.onlyTheWeek
  return { text: mrkdwn`${only} ${text as Mrkdwn}`, blocks: [section(only), ...blocks] }
}

/** Answers in the acknowledgement, or where that took too long, by a message of its own to the same person. */
function reply(slack: Slack, command: Command, work: () => Promise<Reply | Refusal>): Promise<void> {
  const { ack, respond, client } = command
  const told = (result: Said | Refusal) =>
    'kind' in result
      ? { text: refusalSentence(result, slack.zone()) }
      : { ...result, blocks: [...(result.blocks ?? [])] }
  return ackOnCommit(slack, {
    work,
    onTime: async (result) => {
      if (!('opens' in result)) return ack({ response_type: 'ephemeral', ...told(result) })
      await ack()
      return client.views.open({ trigger_id: command.command.trigger_id, view: result.opens })
    },
    late: () => ack({ response_type: 'ephemeral', text: whispers.stillSaving }),
    after: (result) =>
      respond({
        response_type: 'ephemeral',
        ...('opens' in result ? { text: whispers.tooLateForForm } : told(result)),
      }),
    broken: (acknowledged) =>
      acknowledged
        ? respond({ response_type: 'ephemeral', text: whispers.notSaved })
        : ack({ response_type: 'ephemeral', text: whispers.notSaved }),
  })
}
