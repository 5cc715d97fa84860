/** The server that takes our messages (RFC 6409), as the operator's settings name it. */
export interface MailServer {
  host: string
  port: number
  /**
   * `from-start`: TLS before anything is said (RFC 8314). `must-start`: STARTTLS, or nothing is sent (RFC 3207).
   * `where-offered`: to this machine itself, where nothing travels.
   */
  encryption: 'from-start' | 'must-start' | 'where-offered'
  login: { user: string; password: string } | null
  /** As it stands in `From`: an address, or a name with one. */
  sender: string
}
