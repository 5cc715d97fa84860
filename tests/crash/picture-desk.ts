import { randomInt } from 'node:crypto'
import type { Visitor } from '../support/people.js'
import { photo } from '../support/publish.js'

export interface Withdrawal {
  picture: string
  /** What was answered (`null`: nothing, the process died). */
  status: number | null
}

/** The pictures that authors use, the people in them who change their minds, and what was answered to that. */
export class PictureDesk {
  readonly withdrawals: Withdrawal[] = []
  /** Answers that nobody should get. */
  readonly faults: string[]
  private pictures: { id: string; author: Visitor }[] = []

  constructor(faults: string[]) {
    this.faults = faults
  }

  private asked = (id: string) => this.withdrawals.some(({ picture }) => picture === id)
  private usable = (author?: Visitor) =>
    this.pictures.filter((one) => !this.asked(one.id) && (!author || one.author === author))

  /** For what an author writes now: none, or one of the author's own. */
  some(author: Visitor): string[] {
    const own = this.usable(author)
    return own.length === 0 || randomInt(3) === 0 ? [] : [own[randomInt(own.length)]!.id]
  }

  lacks = (author: Visitor): boolean => this.usable(author).length === 0

  /** Gives up pictures that an erasure has taken along. Whether there were any. */
  forget(ids: string[]): boolean {
    this.pictures = this.pictures.filter(({ id }) => !ids.includes(id))
    return ids.length > 0
  }

  /** Adds a picture where too few are left, else says something else of one. */
  async tend(author: Visitor): Promise<void> {
    const own = this.usable(author)
    if (own.length > 2) {
      const { id } = own[randomInt(own.length)]!
      const { status } = await author.patch(`/api/media/${id}`, { licence: `CC ${randomInt(100)}` })
      if (status === 404) this.forget([id])
      // 409: somebody has taken it back in between.
      else if (status !== 200 && status !== 409) this.faults.push(`a picture's licence: ${status}`)
      return
    }
    const validUntil = new Date(Date.now() + 30 * 86_400_000).toISOString()
    const consent = { scope: 'Webb', reference: 'S-12', validUntil }
    const { status, body } = await author.upload(await photo(320, 160), {
      alt: 'Barn på gården',
      peopleShown: 'consent-held',
      consent,
    })
    if (status === 201) this.pictures.push({ id: String(body.doc.id), author })
    else this.faults.push(`upload: ${status} ${JSON.stringify(body)}`)
  }

  /** Of a picture that is public now where there is one: there most can go wrong. */
  async withdraw(who: Visitor): Promise<void> {
    const live = 'where[publication][equals]=live&limit=50'
    const answers = [await who.get(`/api/events?${live}`), await who.get(`/api/posts?${live}`)]
    const shown = answers.flatMap(({ body }) =>
      (body.docs as { pictures: string[] }[]).flatMap(({ pictures }) => pictures),
    )
    const usable = this.usable()
    const seen = usable.filter(({ id }) => shown.includes(id))
    const open = seen.length > 0 ? seen : usable
    if (open.length === 0) return
    const { id } = open[randomInt(open.length)]!
    const withdrawal: Withdrawal = { picture: id, status: null }
    this.withdrawals.push(withdrawal)
    withdrawal.status = (await who.post(`/api/media/${id}/actions/withdraw-consent`)).status
    if (withdrawal.status >= 500) this.faults.push(`withdraw-consent: ${withdrawal.status}`)
  }
}
