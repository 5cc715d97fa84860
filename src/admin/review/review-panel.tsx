import type { PayloadRequest } from 'payload'
import type { AdminAccount } from '../account.js'
import { labelIn } from '../language.js'
import { loginLabels } from '../messages/logins.js'
import { dueRoles } from './due.js'
import { ReviewList } from './review-list.js'

interface Props {
  payload: PayloadRequest['payload']
  i18n: PayloadRequest['i18n']
  user?: unknown
}

/** Above the list of roles, for the admin of the municipality: those that nobody has looked at for 90 days. */
export async function ReviewPanel({ payload, i18n, user }: Props) {
  const due = user ? await dueRoles(payload, user as AdminAccount, new Date()) : []
  if (due.length === 0) return null
  const say = (word: keyof typeof loginLabels) => labelIn(loginLabels[word], i18n.language)
  return (
    <section className="torg-panel torg-logins" id="review" aria-labelledby="torg-review">
      <h2 id="torg-review">
        {say('review')} <span className="torg-count">{due.length}</span>
      </h2>
      <p>{say('reviewWhy')}</p>
      <ReviewList due={due} />
    </section>
  )
}
