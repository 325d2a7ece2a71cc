import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { PlanChoices } from '../../domain/document.ts'
import { forbidsSettling } from '../../domain/document.ts'
import { type Actor, actingIn, forbids } from '../../domain/permission.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { personsNamed, placesNamed } from '../../domain/resolve.ts'
import { applyDocument } from '../../operations/apply-document.ts'
import { previewDocument } from '../../operations/preview-document.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findDocument, type KeptDocument } from '../../store/documents.ts'
import { controls, forms, inputs } from '../controls.ts'
import { type Answers, aboutOf, answersOf } from '../form.ts'
import { type FormOutcome, submit, under } from '../interaction.ts'
import { openForm, openingOf } from '../open-form.ts'
import { id, onControl, onForm } from '../routes.ts'
import { actorOf, type Slack } from '../slack.ts'
import { applyForm } from '../views/forms/apply-document.ts'

/** Looking over what a document leaves open, and putting its plan in force. */
export function handleApplying(app: App, slack: Slack): void {
  onControl(app, slack, { control: controls.applyDocument, value: id }, (click, document) =>
    openForm(slack, openingOf(click), () => formFor(slack, document, actorOf(slack, click.body))),
  )

  onForm(app, forms.applyDocument, (submission) => {
    const { document, ...onto } = aboutOf(forms.applyDocument, submission.view)
    const answers = answersOf(submission.view)
    return submit(slack, submission, (by, receipt) => {
      const channel = answers.text(inputs.channel)
      return apply(slack, submission.client, { document, by, receipt, onto, answers, channel })
    })
  })
}

/** Whoever may not apply it, or comes too late, is told so before they choose anything. */
async function formFor(slack: Slack, id: string, by: Actor): Promise<ModalView | Refusal> {
  const { deps, admins, directory } = slack
  const scope = scopeOf(deps)
  const document = await findDocument(scope, id)
  if (!document) return { kind: 'document-unknown' }
  const { preview, before } = (await previewDocument(scope, document, deps.clock())) ?? {}
  const ask = [...(before?.plan.admins ?? []), ...admins]
  const forbidden = forbids('apply', before ? actingIn(before.plan, by) : by, { owners: [], ask })
  const refusal = (forbidden ?? forbidsSettling(document))?.refusal
  if (refusal) return refusal
  if (!preview) return { kind: 'document-unknown' }
  const known = directory.now()
  return applyForm({
    document,
    preview,
    person: by.id,
    channel: placesNamed(known, preview.channel)[0] ?? null,
    people: Object.fromEntries(
      preview.roles.map(({ name, people }) => [name, people.flatMap((one) => personsNamed(known, one))]),
    ),
    zones: Intl.supportedValuesOf('timeZone'),
  })
}

type Applying = {
  readonly document: string
  readonly by: Actor
  readonly receipt: string
  readonly onto: { readonly name: string; readonly version: number | null }
  readonly answers: Answers
  readonly channel: string
}

async function apply(slack: Slack, client: WebClient, applying: Applying): Promise<FormOutcome> {
  const { document: id, by, receipt, onto, answers, channel } = applying
  const { deps, admins, directory } = slack
  const document = await findDocument(scopeOf(deps), id)
  const choices = chosenIn(answers, document, by)
  const zone = slack.zone()
  if (document?.draft && !(await isIn(client, channel)))
    return under(inputs.channel, { kind: 'bot-not-in-channel', channel }, zone)
  const named = [channel, choices.owner ?? '', ...Object.values(choices.people ?? {}).flat()].filter(Boolean)
  const request = { document: id, by, receipt, onto, choices, admins: [...admins] }
  return under(inputs.name, await applyDocument(deps, { ...request, directory: await directory.knowing(named) }), zone)
}

/** Roles that the form had no room for belong to whoever sees to what names nobody. */
function chosenIn(
  answers: Answers,
  document: KeptDocument | undefined,
  { id }: Actor,
): PlanChoices & { readonly name: string } {
  const owner = answers.text(inputs.owner) || id
  const people = Object.keys(document?.draft?.plan.roles ?? {}).map((name, index) => {
    const chosen = answers.people(inputs.role(index))
    return [name, chosen.length > 0 ? chosen : [owner]] as const
  })
  return {
    ...document?.choices,
    name: answers.text(inputs.name),
    channel: answers.text(inputs.channel),
    timezone: answers.text(inputs.timezone),
    owner,
    ...(people.length > 0 ? { people: Object.fromEntries(people) } : {}),
  }
}

/** A private channel that the bot is not in does not exist for it. */
async function isIn(client: WebClient, channel: string): Promise<boolean> {
  try {
    return (await client.conversations.info({ channel })).channel?.is_member === true
  } catch (error) {
    if ((error as { data?: { error?: string } }).data?.error === 'channel_not_found') return false
    throw error
  }
}
