import { useRef } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { useActing } from '../state/acting.ts'
import { toList, toNumber, toText, toTexts } from '../state/json.ts'
import { useFileDrop } from '../state/useFileDrop.ts'
import { useUploads } from '../state/useUploads.ts'
import { Attachments } from './Attachments.tsx'
import { type ElementProps, useElementValue, useTell } from './element-props.ts'
import { FileButton } from './FileButton.tsx'

/** Files of a form: uploaded when chosen, sent with the form. */
export function FileInput(props: ElementProps) {
  const { element, input } = props
  const box = useRef<HTMLDivElement>(null)
  const { chosen } = useTell(props)
  const { tell } = useActing()
  const [files, setFiles] = useElementValue<readonly Json[]>(
    props,
    (state) => toList(state.files),
    (written) => toList(written.initial_files),
  )
  const most = toNumber(element.max_files) || 10
  const kinds = toTexts(element.filetypes)
  const held = useRef(files)
  held.current = files

  const change = (next: readonly Json[]) => {
    held.current = next
    setFiles(next)
    chosen({ files: next })
  }
  const { waiting, upload } = useUploads((file) => change([...held.current, file]))
  const add = (locals: FileList) => {
    const room = most - files.length - waiting.length
    if (locals.length > room) tell(`Up to ${most} ${most === 1 ? 'file' : 'files'} can be added here.`)
    for (const local of [...locals].slice(0, Math.max(room, 0))) void upload(local)
  }
  const dropping = useFileDrop(box, '.file-input', add)
  const shown = [
    ...files.map((file) => ({ key: toText(file.id), name: toText(file.name), size: toNumber(file.size), ready: true })),
    ...waiting.map(({ key, name, size }) => ({ key, name, size, ready: false })),
  ]

  return (
    <div class={dropping ? 'file-input is-dropping' : 'file-input'}>
      <div ref={box}>
        {shown.length > 0 && (
          <Attachments files={shown} onRemove={(key) => change(files.filter((file) => toText(file.id) !== key))} />
        )}
        <FileButton
          id={input?.id}
          class="button"
          label={most === 1 ? 'Upload a file' : 'Upload files'}
          describedBy={[input?.labelId, input?.describedBy].filter(Boolean).join(' ') || undefined}
          multiple={most > 1}
          accept={kinds.map((kind) => `.${kind}`).join() || undefined}
          disabled={shown.length >= most}
          onFiles={add}
        >
          {most === 1 ? 'Upload a file' : 'Upload files'}
        </FileButton>
        {kinds.length > 0 && <small class="file-kinds">{kinds.map((kind) => kind.toUpperCase()).join(', ')}</small>}
      </div>
    </div>
  )
}
