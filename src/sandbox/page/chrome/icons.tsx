import type { ComponentChildren } from 'preact'

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  )
}

export const Lock = () => (
  <Icon>
    <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M5 9h10v7.5H5z" />
  </Icon>
)

export const Menu = () => (
  <Icon>
    <path d="M3 5.5h14M3 10h14M3 14.5h14" />
  </Icon>
)

export const Reply = () => (
  <Icon>
    <path d="M3.5 4.5h13v9H9l-3.5 3v-3h-2z" />
  </Icon>
)

export const Flag = () => (
  <Icon>
    <path d="M5 17.5v-14h9.5l-2 3.5 2 3.5H5" />
  </Icon>
)

export const Send = () => (
  <Icon>
    <path d="M3.5 4l13 6-13 6 2-6zM5.5 10h5" />
  </Icon>
)

export const Eye = () => (
  <Icon>
    <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
    <circle cx="10" cy="10" r="2.2" />
  </Icon>
)

export const People = () => (
  <Icon>
    <circle cx="8" cy="7" r="2.8" />
    <path d="M3 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4.5a2.8 2.8 0 0 1 0 5M14.5 12c1.7.6 2.5 2 2.5 4" />
  </Icon>
)

export const Clock = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4l2.8 1.8" />
  </Icon>
)

export const Sun = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4" />
  </Icon>
)

export const Moon = () => (
  <Icon>
    <path d="M16 11.8A6.5 6.5 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.8z" />
  </Icon>
)

export const HalfMoon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path class="solid" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
  </Icon>
)
