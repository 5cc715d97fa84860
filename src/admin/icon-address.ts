/** The mark of Torg for the tab of the browser, in the address itself: no file to serve, nothing fetched. */
const drawing = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  '<rect width="32" height="32" rx="8" fill="#14596b"/>',
  '<path d="M8 9.5h16M16 9.5V24" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/>',
  '</svg>',
].join('')
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(drawing)}`
