import { base } from './expected.js'
import { RestApp } from './simulated-app.js'

interface Item {
  kind: string
  categories?: string[]
  occurrences?: { occurrence: string }[]
  pictures?: { renditions: Record<string, string> }[]
}

/**
 * The citizen app as the feed is made for: it copies everything, pictures too, and chooses on the telephone what it
 * shows. What somebody is interested in is known to the telephone alone.
 */
export class InterestedApp extends RestApp {
  interests: string[] = []
  private readonly pictures = new Set<string>()

  /** Whatever the interests are: first the manifest, then what has changed, then the pictures that are new. */
  async open(): Promise<void> {
    await this.ask(`/feed/v1/${this.slug}`)
    await this.readOn()
    const all = [...this.items.values()].flatMap((one) => (one as unknown as Item).pictures ?? [])
    for (const { renditions } of all) {
      const url = renditions['320']
      if (!url || this.pictures.has(url)) continue
      this.pictures.add(url)
      await this.askFor(url.replace(base, ''))
    }
  }

  /** What the list of events shows: each time by the id of its event and its name. */
  shown(): string[] {
    return [...this.items].flatMap(([id, item]) => {
      const { kind, categories = [], occurrences = [] } = item as unknown as Item
      const fits = this.interests.length === 0 || categories.some((one) => this.interests.includes(one))
      return kind === 'event' && fits ? occurrences.map((one) => `${id} ${one.occurrence}`) : []
    })
  }
}
