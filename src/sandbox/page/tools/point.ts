import type { TourPlace } from '../../protocol.ts'

/** A message to which the page jumps gets the focus then; one that it shows already does not. */
const framesForJump = 20
const framesMost = 120

/** Puts the focus on a control as soon as it is on the page, and shows where it is. */
export function pointAt({ message, control }: TourPlace): void {
  if (control === undefined) return
  let frames = 0
  const look = () => {
    frames += 1
    if (!arrived(message, control, frames) && frames < framesMost) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function arrived(message: string | undefined, control: string, frames: number): boolean {
  const page = pageOfFirst()
  const article = message === undefined ? null : page.querySelector<HTMLElement>(`[data-ts="${message}"]`)
  if (message !== undefined && (article === null || (page.activeElement !== article && frames < framesForJump)))
    return false
  const found = controlNamed(article ?? page, control) ?? (article ? undefined : controlNamed(document, control))
  if (found) show(found)
  return found !== undefined
}

/** Beside a second member, the first has a frame of their own. */
const pageOfFirst = (): Document => document.querySelector('iframe')?.contentDocument ?? document

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
