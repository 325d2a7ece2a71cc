import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

type Props = {
  readonly class: string
  readonly label: string
  readonly multiple: boolean
  readonly accept?: string | undefined
  readonly disabled?: boolean | undefined
  readonly id?: string | undefined
  readonly describedBy?: string | undefined
  readonly onFiles: (files: FileList) => void
  readonly children: ComponentChildren
}

/** A button that opens the browser's own dialog for files. */
export function FileButton({ label, multiple, accept, disabled, id, describedBy, onFiles, ...button }: Props) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        id={id}
        type="button"
        class={button.class}
        aria-label={label}
        aria-describedby={describedBy}
        title={label}
        disabled={disabled}
        onClick={() => field.current?.click()}
      >
        {button.children}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          if (event.currentTarget.files) onFiles(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
