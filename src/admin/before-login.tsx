import type { PayloadRequest } from 'payload'
import { isDemo } from './demo.js'
import { wordsIn } from './language.js'

type Props = Pick<PayloadRequest, 'payload' | 'i18n'>

/** What this is and how one gets in, above the form. */
export async function BeforeLogin({ payload, i18n }: Props) {
  const w = wordsIn(i18n.language)
  return (
    <div className="torg-before-login">
      <h1>{w.logIn}</h1>
      <p>{w.logInHow}</p>
      <p>{w.logInForgotten}</p>
      {(await isDemo(payload)) && <p className="torg-note">{w.demoLogin}</p>}
    </div>
  )
}
