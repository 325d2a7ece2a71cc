import { useEffect, useRef, useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { isJson, toNumber, toText } from '../state/json.ts'
import { fillEditor, richTextOf } from '../text/rich-text-dom.ts'
import { dispatchesOn, type ElementProps, naming, placeholderOf, useElementValue, useTell } from './element-props.ts'
import { LinkForm } from './LinkForm.tsx'
import { type Format, formats, insertLink } from './rich-text-formats.ts'

/** Text with bold, italic, struck and code words, links and lists. */
export function RichTextInput(props: ElementProps) {
  const { element } = props
  const editor = useRef<HTMLDivElement>(null)
  const { typed, acted } = useTell(props)
  const [value, setValue] = useElementValue<Json | null>(
    props,
    (state) => (isJson(state.rich_text_value) ? state.rich_text_value : null),
    (written) => (isJson(written.initial_value) ? written.initial_value : null),
  )
  const [on, setOn] = useState<readonly string[]>([])
  const [linking, setLinking] = useState<Range | null>(null)

  useEffect(() => {
    if (editor.current && value) fillEditor(editor.current, value)
    const look = () => {
      if (!editor.current?.contains(document.getSelection()?.anchorNode ?? null)) return
      setOn(formats.filter((format) => format.isOn(editor.current as HTMLElement)).map(({ name }) => name))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])

  const change = () => {
    const next = editor.current && richTextOf(editor.current)
    setValue(next)
    typed({ rich_text_value: next })
    if (dispatchesOn(props, 'on_character_entered')) void acted({ rich_text_value: next })
  }
  const apply = (format: Format) => {
    editor.current?.focus()
    const range = document.getSelection()?.getRangeAt(0) ?? null
    if (format.name === 'Link') return setLinking(range)
    format.toggle(editor.current as HTMLElement)
    change()
  }
  const link = (url: string) => {
    setLinking(null)
    editor.current?.focus()
    if (!linking || url === '') return
    insertLink(linking, url)
    change()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const format = formats.find((one) => one.isKey(event))
    if (format) {
      event.preventDefault()
      apply(format)
    } else if (event.key === 'Enter' && !event.shiftKey && dispatchesOn(props, 'on_enter_pressed')) {
      event.preventDefault()
      void acted({ rich_text_value: value })
    }
  }
  const lines = (name: 'min_lines' | 'max_lines', fallback: number) =>
    `${(toNumber(element[name]) || fallback) * 1.47}em`

  return (
    <div class="rich-input">
      <div class="rich-tools" role="toolbar" aria-label="Formatting">
        {formats.map((format) => (
          <button
            key={format.name}
            type="button"
            class="quick"
            aria-label={format.name}
            aria-pressed={on.includes(format.name)}
            title={`${format.name} (${format.keys})`}
            // The editor must not lose its selection to a click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => apply(format)}
          >
            {format.sign}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no field of the browser's holds formatted text */}
      <div
        {...naming(props, 'Text')}
        ref={editor}
        class="field rich-editor"
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        contentEditable
        data-placeholder={value === null ? placeholderOf(element) || toText(element.placeholder) : undefined}
        style={{ minHeight: lines('min_lines', 3), maxHeight: lines('max_lines', 8) }}
        onInput={change}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          event.preventDefault()
          document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '')
        }}
      />
      {linking && <LinkForm onLink={link} onCancel={() => link('')} />}
    </div>
  )
}
