import type { AdminViewServerProps } from 'payload'
import { auditsIn, isOperator } from '../../tenancy/membership.js'
import { labelIn } from '../language.js'
import { processingLabels } from '../messages/processing.js'
import { OwnView } from '../own-view.js'
import { ProcessingApp } from './processing-app.js'

/** `/admin/processing`: both records of processing, for those who answer for them. */
export const ProcessingView = (props: AdminViewServerProps) => (
  <OwnView
    {...props}
    href="/admin/processing"
    show={(actor, language) => {
      const own = auditsIn(actor)
      return own.length > 0 || isOperator(actor) ? (
        <ProcessingApp own={own} operator={isOperator(actor)} />
      ) : (
        <>
          <h1>{labelIn(processingLabels.title, language)}</h1>
          <p>{labelIn(processingLabels.notForYou, language)}</p>
        </>
      )
    }}
  />
)
