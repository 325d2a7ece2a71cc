import { useState } from 'preact/hooks'
import type { Placed } from './pointers.ts'

type Props = {
  readonly value: unknown
  /** Those at this value or inside it, with the path from here. */
  readonly findings: readonly Placed[]
  readonly name?: string
  /** How deep it stands. */
  readonly depth?: number
}

/** JSON as it was sent, with what is long folded, and what was found wrong with it beside the place. */
export function JsonTree({ value, findings, name, depth = 0 }: Props) {
  const here = findings.filter(({ path }) => path.length === 0)
  return (
    <div class={here.length > 0 ? 'json-node is-wrong' : 'json-node'}>
      {isBranch(value) ? (
        <Branch value={value} findings={findings} name={name} depth={depth} />
      ) : (
        <div>
          <Key name={name} />
          <Leaf value={value} />
        </div>
      )}
      {here.map(({ pointer, message }) => (
        <p key={`${pointer} ${message}`} class="json-finding">
          {message} <code>{pointer}</code>
        </p>
      ))}
    </div>
  )
}

type BranchProps = {
  readonly value: object
  readonly findings: readonly Placed[]
  readonly name: string | undefined
  readonly depth: number
}

const shortEnough = 600

function Branch({ value, findings, name, depth }: BranchProps) {
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  const [open, close] = isList ? '[]' : '{}'
  // Folded, its inside is not drawn at all: a payload may hold thousands of values.
  const [isOpen, setOpen] = useState(
    depth === 0 || findings.length > 0 || (depth < 3 && JSON.stringify(value).length < shortEnough),
  )
  const inside = (key: string) =>
    findings.flatMap((one) => (one.path[0] === key ? { ...one, path: one.path.slice(1) } : []))
  if (entries.length === 0)
    return (
      <div>
        <Key name={name} />
        {open}
        {close}
      </div>
    )
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Key name={name} />
        {open}
        {!isOpen && (
          <span class="json-fold">
            {hint(value)} {close}
          </span>
        )}
      </summary>
      {isOpen && (
        <>
          <div class="json-inside">
            {entries.map(([key, one]) => (
              <JsonTree
                key={key}
                value={one}
                findings={inside(key)}
                depth={depth + 1}
                {...(isList ? {} : { name: key })}
              />
            ))}
          </div>
          {close}
        </>
      )}
    </details>
  )
}

/** What a folded thing is, where it says so itself as everything of Block Kit does. */
function hint(value: object): string {
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'value' : 'values'}`
  const { type, text } = value as { type?: unknown; text?: unknown }
  const words = typeof text === 'string' && text.length <= 40 ? ` ${JSON.stringify(text)}` : ''
  return typeof type === 'string' ? `${type}${words} …` : '…'
}

const Key = ({ name }: { readonly name: string | undefined }) =>
  name === undefined ? null : <span class="json-key">{JSON.stringify(name)}: </span>

const longest = 240

function Leaf({ value }: { readonly value: unknown }) {
  const [whole, setWhole] = useState(false)
  const text = JSON.stringify(value) ?? 'null'
  const hidden = text.length - longest
  if (hidden <= 0 || whole) return <span class={`json-${value === null ? 'null' : typeof value}`}>{text}</span>
  return (
    <span class="json-string">
      {text.slice(0, longest)}
      <button type="button" class="link-button" onClick={() => setWhole(true)}>
        … {hidden} more characters
      </button>
    </span>
  )
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null
