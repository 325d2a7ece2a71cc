import type { TourPlace } from '../../protocol.ts'

const framesMost = 90

/** Puts the focus on a control as soon as it is on the page, and shows where it is. */
export function pointAt({ message, control }: TourPlace): void {
  if (control === undefined) return
  let frames = 0
  const look = () => {
    const within = message === undefined ? document : document.querySelector(`[data-ts="${message}"]`)
    const found = within && controlNamed(within, control)
    if (found) show(found)
    else if (frames++ < framesMost) requestAnimationFrame(look)
  }
  // The page draws where it was told to go first.
  requestAnimationFrame(() => requestAnimationFrame(look))
}

function controlNamed(within: ParentNode, name: string): HTMLElement | undefined {
  const controls = [...within.querySelectorAll<HTMLElement>('button, textarea, input, select')]
  return controls.find((one) => nameOf(one).startsWith(name))
}

function nameOf(control: HTMLElement): string {
  const labels = (control as HTMLInputElement).labels ?? []
  return (control.getAttribute('aria-label') ?? [...labels].at(0)?.textContent ?? control.textContent ?? '').trim()
}

function show(control: HTMLElement): void {
  control.scrollIntoView({ block: 'center', inline: 'center' })
  control.focus({ preventScroll: true })
  control.classList.add('is-pointed')
  control.addEventListener('animationend', () => control.classList.remove('is-pointed'), { once: true })
}
