type Change = {
  id: string
  kind: string
  modified: number
  state: 'updated' | 'deleted'
  data?: { title?: string }
}

/** An app that lives on `changes`: asks for what is newer than what it has, over and over, and keeps all of it. */
export class PollingReader {
  /** What it believes now: id → change. */
  readonly believes = new Map<string, Change>()
  /** What it saw under each change number, so that a number used twice is noticed. */
  private readonly seen = new Map<number, string>()
  readonly faults: string[] = []
  private next: string
  private stopped = false
  private running: Promise<void> = Promise.resolve()
  reads = 0

  constructor(address: string) {
    this.next = `${address}?after=0&limit=100`
  }

  start(pause = 40): void {
    this.stopped = false
    this.running = this.run(pause)
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.running
  }

  private async run(pause: number): Promise<void> {
    while (!this.stopped) {
      // A server that is dead or starting is asked again; that is what an app does.
      await this.read().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  /** Reads until a page brings nothing new. */
  async catchUp(): Promise<void> {
    while ((await this.read()) > 0);
  }

  private async read(): Promise<number> {
    const answer = await fetch(this.next)
    if (answer.status !== 200) {
      // The feed may not be there yet after a start; anything else is a fault.
      if (answer.status !== 503) this.faults.push(`changes answered ${answer.status}`)
      await answer.body?.cancel()
      return 0
    }
    const { items, next } = (await answer.json()) as { items: Change[]; next: string }
    this.take(items)
    this.next = next
    return items.length
  }

  take(items: Change[]): void {
    this.reads += 1
    let last = Number(new URL(this.next).searchParams.get('after'))
    for (const change of items) {
      if (change.modified <= last) this.faults.push(`number ${change.modified} came after ${last}`)
      last = change.modified
      const face = `${change.kind} ${change.id} ${change.state} ${change.data?.title ?? ''}`
      const before = this.seen.get(change.modified)
      if (before !== undefined && before !== face) {
        this.faults.push(`number ${change.modified} was ${before} and is ${face}`)
      }
      this.seen.set(change.modified, face)
      this.believes.set(change.id, change)
    }
  }
}
