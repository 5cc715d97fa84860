import type { PayloadRequest } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { isDemo } from './demo.js'
import { wordsIn } from './language.js'
import { LoginForm } from './logins/login-form.js'

type Props = Pick<PayloadRequest, 'payload' | 'i18n'> & {
  searchParams?: Record<string, string | string[] | undefined>
}

/** What this is, how one gets in, and the form. */
export async function BeforeLogin({ payload, i18n, searchParams }: Props) {
  const w = wordsIn(i18n.language)
  const wished = searchParams?.redirect
  const next = getSafeRedirect({
    fallbackTo: '/admin',
    redirectTo: wished ?? '',
  })
  return (
    <div className="torg-before-login">
      <h1>{w.logIn}</h1>
      <LoginForm next={next}>
        <p>{w.logInHow}</p>
        <p>{w.logInForgotten}</p>
        {(await isDemo(payload)) && <p className="torg-note">{w.demoLogin}</p>}
      </LoginForm>
    </div>
  )
}
