import { useId, useRef, useState } from 'preact/hooks'
import type { CommandInfo } from '../../../protocol.ts'
import { useActing } from '../../state/acting.ts'
import { useDirectory } from '../../state/directory.ts'
import { commandIn, type Suggestion, suggestionsFor } from '../../state/suggestions.ts'
import { useDraft } from '../../state/useDraft.ts'
import { Send } from '../icons.tsx'
import { SuggestionList } from './SuggestionList.tsx'

type Props = {
  readonly label: string
  readonly channel: string
  readonly thread?: string
  readonly commands: readonly CommandInfo[]
  readonly disabled: boolean
}

export function Composer({ label, channel, thread, commands, disabled }: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const { members } = useDirectory()
  const { send, tell } = useActing()
  const [text, setText] = useDraft(channel, thread)
  const [at, setAt] = useState(0)
  const [waved, setWaved] = useState(false)
  const suggestions = disabled || waved ? [] : suggestionsFor(text, commands, members)
  const picked = suggestions[Math.min(at, suggestions.length - 1)]
  const command = commandIn(text, commands)

  const write = (next: string) => {
    setText(next)
    setAt(0)
    setWaved(false)
  }
  const choose = (suggestion: Suggestion) => {
    write(suggestion.becomes)
    box.current?.focus()
  }

  const say = async () => {
    const said = text.trim()
    if (said === '') return
    const name = /^\/[\w-]+/.exec(said)?.[0]
    if (name !== undefined && !command) return tell(`${name} is not a valid command.`)
    if (name !== undefined && thread !== undefined) return tell(`${name} is not supported in threads. Sorry!`)
    write('')
    const accepted = await send(
      command
        ? { kind: 'command', channel, command: command.command, text: said.slice(command.command.length).trim() }
        : { kind: 'say', channel, text: said, ...(thread === undefined ? {} : { threadTs: thread }) },
    )
    if (accepted || box.current?.value !== '') return
    write(text)
    setWaved(true)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const complete = event.key === 'Tab' || (event.key === 'Enter' && picked?.title !== text)
    if (event.isComposing) return
    if (picked && step !== 0) {
      event.preventDefault()
      setAt((at + step + suggestions.length) % suggestions.length)
    } else if (picked && complete && !event.shiftKey) {
      event.preventDefault()
      choose(picked)
    } else if (picked && event.key === 'Escape') {
      event.stopPropagation()
      setWaved(true)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void say()
    }
  }

  return (
    <div class="composer">
      {picked && (
        <SuggestionList id={id} suggestions={suggestions} at={suggestions.indexOf(picked)} onChoose={choose} />
      )}
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          aria-label={label}
          placeholder={disabled ? 'This channel is archived' : label}
          disabled={disabled}
          value={text}
          aria-autocomplete="list"
          aria-controls={picked ? id : undefined}
          aria-activedescendant={picked ? `${id}-${suggestions.indexOf(picked)}` : undefined}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="send"
          aria-label="Send"
          disabled={disabled || text.trim() === ''}
          onClick={() => void say()}
        >
          <Send />
        </button>
      </div>
      <div class="composer-hint" aria-live="polite">
        {command && text.includes(' ') ? `${command.command} ${command.usageHint}` : ''}
      </div>
    </div>
  )
}
