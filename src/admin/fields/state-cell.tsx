'use client'

import { Badge } from './badge.js'

export const StateCell = ({ cellData }: { cellData?: unknown }) => <Badge axis="state" value={cellData} />
export const PublicationCell = ({ cellData }: { cellData?: unknown }) => (
  <Badge axis="publication" value={cellData} />
)
export const LifeCell = ({ cellData }: { cellData?: unknown }) => <Badge axis="life" value={cellData} />
