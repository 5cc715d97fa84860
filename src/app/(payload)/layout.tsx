import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { withoutStaleNotice } from '../../admin/form-state.js'
import { requireAsked } from '../../admin/server-functions.js'
import '../../admin/styles/look.css'
import '../../admin/styles/focus-and-contrast.css'
import '../../admin/styles/badges-and-buttons.css'
import '../../admin/styles/fields.css'
import '../../admin/styles/document.css'
import '../../admin/styles/lists.css'
import '../../admin/styles/around.css'
import '../../admin/styles/overview.css'
import '../../admin/styles/desk.css'
import '../../admin/styles/inbox.css'
import '../../admin/styles/workbench.css'
import '../../admin/styles/log.css'
import '../../admin/styles/retention.css'
import '../../admin/styles/processing.css'
import '../../admin/styles/extract.css'
import '../../admin/styles/charts.css'
import '../../admin/styles/logins.css'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async function (args) {
  'use server'
  requireAsked(args.name)
  return handleServerFunctions({ ...withoutStaleNotice(args, await config), config, importMap })
}

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
