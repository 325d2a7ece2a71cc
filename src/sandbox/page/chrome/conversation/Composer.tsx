import { useId, useRef, useState } from 'preact/hooks'
import type { CommandInfo, FileInfo } from '../../../protocol.ts'
import { Attachments } from '../../elements/Attachments.tsx'
import { FileButton } from '../../elements/FileButton.tsx'
import { PopMenu } from '../../elements/PopMenu.tsx'
import { useActing } from '../../state/acting.ts'
import { useDirectory } from '../../state/directory.ts'
import { commandIn, type Suggestion, suggestionsFor } from '../../state/suggestions.ts'
import { useDraft } from '../../state/useDraft.ts'
import { useFileDrop } from '../../state/useFileDrop.ts'
import { useUploads, type Waiting } from '../../state/useUploads.ts'
import { Bolt, Paperclip, Send } from '../icons.tsx'
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
  const { members, shortcuts } = useDirectory()
  const { send, tell } = useActing()
  const [text, setText] = useDraft(channel, thread)
  const [files, setFiles] = useState<readonly FileInfo[]>([])
  const { waiting, upload } = useUploads((file) => setFiles((before) => [...before, file]))
  const uploading = waiting.length > 0
  const add = (locals: FileList) => {
    for (const local of locals) void upload(local)
    box.current?.focus()
  }
  const dropping = useFileDrop(box, '.main, .thread', (locals) => {
    if (!disabled) add(locals)
  })
  const [at, setAt] = useState(0)
  const [waved, setWaved] = useState(false)
  const suggestions = disabled || waved ? [] : suggestionsFor(text, commands, shortcuts, members)
  const picked = suggestions[Math.min(at, suggestions.length - 1)]
  const command = commandIn(text, commands)
  const globals = shortcuts.filter(({ kind }) => kind === 'global')

  const write = (next: string) => {
    setText(next)
    setAt(0)
    setWaved(false)
  }
  const choose = ({ becomes, shortcut }: Suggestion) => {
    write(becomes)
    if (shortcut === undefined) box.current?.focus()
    else void send({ kind: 'shortcut', callbackId: shortcut })
  }

  const whyNot = (said: string): string | undefined => {
    const name = /^\/[\w-]+/.exec(said)?.[0]
    if (name === undefined) return undefined
    if (!command) return `${name} is not a valid command.`
    if (thread !== undefined) return `${name} is not supported in threads. Sorry!`
    return files.length > 0 ? 'A command takes no files. Send them in a message of their own.' : undefined
  }
  const say = async () => {
    const said = text.trim()
    if (uploading || (said === '' && files.length === 0)) return
    const refusal = whyNot(said)
    if (refusal !== undefined) return tell(refusal)
    write('')
    setFiles([])
    const accepted = await send(
      command
        ? { kind: 'command', channel, command: command.command, text: said.slice(command.command.length).trim() }
        : {
            kind: 'say',
            channel,
            text: said,
            ...(files.length > 0 && { files: files.map((file) => file.id) }),
            ...(thread !== undefined && { threadTs: thread }),
          },
    )
    if (accepted || box.current?.value !== '') return
    write(text)
    setFiles(files)
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
    <div class={dropping ? 'composer is-dropping' : 'composer'}>
      {picked && (
        <SuggestionList id={id} suggestions={suggestions} at={suggestions.indexOf(picked)} onChoose={choose} />
      )}
      <div class="composer-box">
        {(files.length > 0 || uploading) && (
          <Attachments
            files={[...files.map((file) => ({ ...file, key: file.id, ready: true })), ...waiting.map(onItsWay)]}
            onRemove={(key) => {
              setFiles(files.filter((file) => file.id !== key))
              box.current?.focus()
            }}
          />
        )}
        <FileButton class="composer-tool" label="Add files" multiple disabled={disabled} onFiles={add}>
          <Paperclip />
        </FileButton>
        {globals.length > 0 && (
          <PopMenu
            class="composer-tool"
            label="Shortcuts"
            disabled={disabled}
            items={globals.map(({ callbackId, name, description }) => ({
              key: callbackId,
              label: name,
              note: description,
              onChoose: () => void send({ kind: 'shortcut', callbackId }),
            }))}
          >
            <Bolt />
          </PopMenu>
        )}
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
          onPaste={(event) => {
            if (!event.clipboardData?.files.length) return
            event.preventDefault()
            add(event.clipboardData.files)
          }}
        />
        <button
          type="button"
          class="send"
          aria-label="Send"
          disabled={disabled || uploading || (text.trim() === '' && files.length === 0)}
          onClick={() => void say()}
        >
          <Send />
        </button>
      </div>
      <div class="composer-hint" aria-live="polite">
        {hintOf(dropping, uploading, command, text)}
      </div>
    </div>
  )
}

const onItsWay = (waiting: Waiting) => ({ ...waiting, ready: false })

function hintOf(dropping: boolean, uploading: boolean, command: CommandInfo | undefined, text: string): string {
  if (dropping) return 'Drop the files to add them'
  if (uploading) return 'Uploading …'
  return command && text.includes(' ') ? `${command.command} ${command.usageHint}` : ''
}
