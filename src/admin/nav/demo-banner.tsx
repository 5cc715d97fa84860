import type { PayloadRequest } from 'payload'
import { isDemo } from '../demo.js'
import { wordsIn } from '../language.js'

/** Says in the demo that it is one: nothing here is a municipality's own. */
export async function DemoBanner({ payload, i18n }: Pick<PayloadRequest, 'payload' | 'i18n'>) {
  if (!(await isDemo(payload))) return null
  return <p className="torg-demo">{wordsIn(i18n.language).demoBanner}</p>
}
