'use client'
import { stateLabels } from '../moderation/state-labels.js'
export function TorgProvider({ children }: { children: React.ReactNode }) { return <div data-x={stateLabels.draft.sv}>{children}</div> }
