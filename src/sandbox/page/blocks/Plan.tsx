import { isJson, toList, toText } from '../state/json.ts'
import type { BlockProps } from './Block.tsx'
import { RichText } from './RichText.tsx'

const states: Readonly<Record<string, string>> = {
  pending: 'To do',
  in_progress: 'In progress',
  complete: 'Done',
  error: 'Failed',
}

/** What an agent says it is doing, task by task. */
export function PlanBlock({ block, blockId }: BlockProps) {
  return (
    <section class="container-block">
      <strong>{toText(block.title)}</strong>
      {toList(block.tasks).map((task) => (
        <TaskCard key={toText(task.task_id)} block={task} blockId={blockId} />
      ))}
    </section>
  )
}

export function TaskCard({ block, blockId }: BlockProps) {
  return (
    <div class="task-card">
      <span>{toText(block.title)}</span> <small>{states[toText(block.status)] ?? toText(block.status)}</small>
      {[block.details, block.output].filter(isJson).map((part, index) => (
        <RichText key={index} block={part} blockId={blockId} />
      ))}
    </div>
  )
}
