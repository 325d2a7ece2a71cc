import type { Snapshot } from '../../protocol.ts'
import type { Go, Route } from '../state/route.ts'
import { SecondMember } from './SecondMember.tsx'
import { buttonOf } from './ToolPanel.tsx'
import type { Tool } from './tool.ts'
import { tools } from './tools.ts'

type Props = {
  readonly snapshot: Snapshot
  readonly open: Tool | undefined
  readonly route: Route
  readonly go: Go
}

export function Toolbox({ snapshot, open, route, go }: Props) {
  const offered = tools.filter(({ isOffered }) => isOffered?.(snapshot) ?? true)
  return (
    <section class="toolbox" aria-label="Tools">
      {offered.map((tool) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          snapshot={snapshot}
          isOpen={tool === open}
          onToggle={() => go({ tool: tool === open ? null : tool.id })}
        />
      ))}
      <SecondMember snapshot={snapshot} route={route} go={go} />
    </section>
  )
}

type ButtonProps = {
  readonly tool: Tool
  readonly snapshot: Snapshot
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function ToolButton({ tool, snapshot, isOpen, onToggle }: ButtonProps) {
  const { id, label, Icon, badge } = tool
  const { count, words } = badge?.(snapshot) ?? { count: 0, words: '' }
  return (
    <button type="button" id={buttonOf(id)} class="tool-button" aria-expanded={isOpen} title={label} onClick={onToggle}>
      <Icon />
      <span class="tool-label">{label}</span>
      {count > 0 && (
        <span class="tool-badge">
          {count}
          <span class="unseen"> {words}</span>
        </span>
      )}
    </button>
  )
}
