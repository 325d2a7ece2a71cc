/** True in a frame that shows one member of two: the window around it has the tools. */
export const isEmbedded = new URLSearchParams(window.location.search).has('embedded')

export const embeddedPage = '/?embedded'
