/** Chance that can be had again: the same seed gives the same story (mulberry32). */
export class Chance {
  private state: number
  constructor(readonly seed: number) {
    this.state = seed >>> 0
  }
  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }
  happens(share: number): boolean {
    return this.next() < share
  }
  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!
  }
  some<T>(list: readonly T[], share = 0.4): T[] {
    return list.filter(() => this.happens(share))
  }
}
