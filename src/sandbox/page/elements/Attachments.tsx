import { sizeInWords } from '../state/files.ts'

type Shown = { readonly key: string | number; readonly name: string; readonly size: number; readonly ready: boolean }

type Props = { readonly files: readonly Shown[]; readonly onRemove: (key: Shown['key']) => void }

/** Files that are to be sent, each with a way to take it out again. */
export function Attachments({ files, onRemove }: Props) {
  return (
    <ul class="attachments" aria-label="Files to send">
      {files.map(({ key, name, size, ready }) => (
        <li key={key} aria-busy={!ready}>
          <span class="file-name">
            {name}
            <small>{ready ? sizeInWords(size) : 'Uploading …'}</small>
          </span>
          {ready && (
            <button type="button" class="quiet" aria-label={`Remove ${name}`} onClick={() => onRemove(key)}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
