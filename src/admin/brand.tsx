/** A square seen from above, with its well: the town's `torg`. */
export const Icon = () => (
  <svg className="torg-icon" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" className="torg-icon__ground" />
    <path d="M8 9.5h16M16 9.5V24" className="torg-icon__line" />
    <circle cx="8.5" cy="22" r="2" className="torg-icon__dot" />
    <circle cx="23.5" cy="22" r="2" className="torg-icon__dot" />
  </svg>
)

export const Logo = () => (
  <span className="torg-logo">
    <Icon />
    <span>Torg</span>
  </span>
)
