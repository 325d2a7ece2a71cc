import type { KnownBlock, ModalView } from '@slack/types'
import { type Issue, issueStatuses } from '../../../domain/issue.ts'
import type { Template } from '../../../domain/template.ts'
import { controls, forms, inputs } from '../../controls.ts'
import { bold, channelLink, mrkdwn, plain, truncate } from '../../text/mrkdwn.ts'
import { sentence } from '../../text/words.ts'
import { actions, button, context, section } from '../blocks.ts'
import { issueName } from '../clock.ts'
import { input, radios, textInput } from './inputs.ts'
import { modal } from './modal.ts'

export type IssueFormState = { readonly issue: Issue }

export type UpdateFormState = IssueFormState & {
  readonly templates?: Readonly<Record<string, Template>>
  /** The one that was chosen, with its text as it was filled in; null writes freely. */
  readonly chosen?: { readonly name: string; readonly text: string } | null
}

/** Resolving has a button and a form of its own. */
export function updateForm({ issue, templates = {}, chosen = null }: UpdateFormState): ModalView {
  const statuses = issueStatuses
    .filter((status) => status !== 'resolved')
    .map((status) => ({ value: status, text: sentence(plain(status)) }))
  const initial = chosen === null ? {} : { initial: chosen.text }
  return modal({
    title: `Update ${issue.incident ? 'incident' : 'issue'} ${issue.number}`,
    submit: 'Send update',
    form: { id: forms.update.id, about: { issue: issue.id, template: chosen?.name ?? null } },
    blocks: [
      section(mrkdwn`${bold(issueName(issue))} — ${plain(issue.title)}`),
      ...templateRow(templates, chosen?.name ?? null),
      input(inputs.status, 'Where does it stand?', radios(statuses, issue.status)),
      input(
        inputs.templateText(chosen?.name ?? null),
        'What should everybody know?',
        textInput({ long: true, max: mostText, ...initial }),
      ),
    ],
  })
}

const mostText = 3000
const shownTemplates = 10

/** A button for each template; the one that is in use says where it goes. */
function templateRow(templates: Readonly<Record<string, Template>>, chosen: string | null): KnownBlock[] {
  const others = Object.entries(templates).filter(([name]) => name !== chosen)
  const buttons = others
    .slice(0, shownTemplates)
    .map(([name, { title }]) =>
      button(title, { action: `${controls.useTemplate}.${name}`, value: name, says: `Use the template ${title}` }),
    )
  const used = chosen === null ? undefined : templates[chosen]
  if (!used) return actions(...buttons)
  const where = mrkdwn`${bold(truncate(plain(used.title), 150))} is also sent to ${channelLink(used.channel)}${
    used.audience === undefined ? mrkdwn`` : mrkdwn`, for ${truncate(plain(used.audience), 150)}`
  }. Please fill in what stands as …`
  return [context(where), ...actions(...buttons)]
}
