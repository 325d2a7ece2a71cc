import type { App } from '@slack/bolt'
import { severities } from '../../domain/severity.ts'
import { failItem, markItemNotApplicable, tickItem, undoItem } from '../../operations/settle-item.ts'
import { scopeOf } from '../../operations/transact.ts'
import { findChecklist } from '../../store/checklists.ts'
import { controls, forms, type ItemRef, type ItemVerb, inputs, itemRef, menuChoice } from '../controls.ts'
import { aboutOf, answersOf } from '../form.ts'
import { act, type Click, submit, under } from '../interaction.ts'
import { openForm, openingOf } from '../open-form.ts'
import { onControl, onForm } from '../routes.ts'
import type { Slack } from '../slack.ts'
import { fillInForm } from '../views/forms/fill-in.ts'
import { notApplicableForm } from '../views/forms/not-applicable.ts'
import { checklistUnknown, failureForm, record } from './forms.ts'

/** Buttons and menus on single items, and the forms they open. */
export function handleItems(app: App, slack: Slack): void {
  const { deps } = slack

  onControl(app, slack, { control: controls.tickItem, value: itemRef }, (click, item) =>
    act(slack, click, (by) => tickItem(deps, { ...item, by })),
  )

  onControl(app, slack, { control: controls.enterItem, value: itemRef }, (click, item) =>
    openForm(slack, openingOf(click), () => sectionForm(slack, item)),
  )

  onControl(app, slack, { control: controls.itemMenu, value: menuChoice }, (click, { verb, item }) =>
    menu[verb](slack, click, item),
  )

  onForm(app, forms.fail, (submission) => {
    const { checklist, item } = aboutOf(forms.fail, submission.view)
    const answers = answersOf(submission.view)
    const request = {
      checklist,
      position: item ?? Number(answers.text(inputs.item)),
      note: answers.text(inputs.note) || null,
      severity: severities.find((severity) => severity === answers.text(inputs.severity)) ?? null,
      owner: answers.text(inputs.owner) || null,
    }
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.note, await failItem(deps, { ...request, by, receipt }), slack.zone()),
    )
  })

  onForm(app, forms.notApplicable, (submission) => {
    const { checklist, item } = aboutOf(forms.notApplicable, submission.view)
    const answers = answersOf(submission.view)
    const request = {
      checklist,
      position: Number(answers.text(inputs.item) || item),
      note: answers.text(inputs.note) || null,
    }
    return submit(slack, submission, async (by, receipt) =>
      under(inputs.note, await markItemNotApplicable(deps, { ...request, by, receipt }), slack.zone()),
    )
  })
}

/** What each line of an item's menu does. */
const menu: Readonly<Record<ItemVerb, (slack: Slack, click: Click, item: ItemRef) => Promise<void>>> = {
  undo: (slack, click, item) => act(slack, click, (by) => undoItem(slack.deps, { ...item, by })),
  fail: (slack, click, item) =>
    openForm(slack, openingOf(click), () => failureForm(slack, item.checklist, item.position)),
  'not-applicable': (slack, click, item) =>
    openForm(slack, openingOf(click), async () => {
      const checklist = await findChecklist(scopeOf(slack.deps), item.checklist)
      return checklist ? notApplicableForm({ checklist, item: item.position }) : checklistUnknown
    }),
  history: (slack, click, item) => openForm(slack, openingOf(click), () => record(slack, item.checklist)),
}

/** The *Fill in* form of the section that an item stands in, with the focus on that item. */
async function sectionForm(slack: Slack, { checklist: id, position }: ItemRef) {
  const checklist = await findChecklist(scopeOf(slack.deps), id)
  if (!checklist) return checklistUnknown
  return fillInForm({ checklist, section: checklist.items[position]?.section ?? 0, first: position })
}
