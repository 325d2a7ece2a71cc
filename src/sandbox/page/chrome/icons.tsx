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

export const Plug = () => (
  <Icon>
    <path d="M7.5 2.5v4M12.5 2.5v4M5 6.5h10v2.8a5 5 0 0 1-10 0zM10 14.3v3.2" />
  </Icon>
)

export const BackAndForth = () => (
  <Icon>
    <path d="M3 7h13l-3.5-3.5M17 13H4l3.5 3.5" />
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

export const Smile = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M7 11.5c.6 1.4 1.7 2 3 2s2.4-.6 3-2M7.5 7.8v.4M12.5 7.8v.4" />
  </Icon>
)

export const Paperclip = () => (
  <Icon>
    <path d="M15.5 9.2l-5.6 5.7a3.3 3.3 0 0 1-4.7-4.7l6-6a2.2 2.2 0 0 1 3.1 3.1l-5.9 6a1.1 1.1 0 0 1-1.6-1.6l5.3-5.3" />
  </Icon>
)

export const Bolt = () => (
  <Icon>
    <path d="M11 2.5L4.5 11.5H9.5L9 17.5l6.5-9H10.5z" />
  </Icon>
)

export const Sheet = () => (
  <Icon>
    <path d="M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15" />
  </Icon>
)

export const Download = () => (
  <Icon>
    <path d="M10 3v9M6.5 8.8L10 12.3l3.5-3.5M4 16.5h12" />
  </Icon>
)

export const Trash = () => (
  <Icon>
    <path d="M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5" />
  </Icon>
)

export const TwoPeople = () => (
  <Icon>
    <path d="M2.5 16c0-2.6 1.8-4.3 4.2-4.3s4.2 1.7 4.2 4.3M13.3 11.7c2.4 0 4.2 1.7 4.2 4.3" />
    <circle cx="6.7" cy="7" r="2.4" />
    <circle cx="13.3" cy="7" r="2.4" />
  </Icon>
)

export const Swap = () => (
  <Icon>
    <path d="M3 7h13M12.5 3.5L16 7l-3.5 3.5M17 13H4M7.5 9.5L4 13l3.5 3.5" />
  </Icon>
)
