/** The part of an organisation that citizens may see; waits in the queue like any other content when it changes. */
export interface ProfileContent {
  name: string | null
  description: string | null
  /** Public only where the organisation opted in, each part on its own. */
  contact: {
    email: string | null
    emailPublic: boolean
    phone: string | null
    phonePublic: boolean
    website: string | null
    websitePublic: boolean
  }
  /** Media id. */
  logo: string | null
}
