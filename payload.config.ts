import { sv } from '@payloadcms/translations/languages/sv'
import { nb } from '@payloadcms/translations/languages/nb'
import { en } from '@payloadcms/translations/languages/en'
import path from 'node:path'
import { buildConfig } from 'payload'
import { Accounts } from './collections/accounts.js'
import { Categories } from './collections/calendar/categories.js'
import { Events } from './collections/calendar/events.js'
import { Places } from './collections/calendar/places.js'
import { Posts } from './collections/community/posts.js'
import { Credentials, OneTimeCodes, Sessions } from './collections/logins.js'
import { deskEndpoints } from './collections/desk-endpoints.js'
import { inboxEndpoints } from './collections/inbox-endpoints.js'
import { Media } from './collections/media.js'
import { Memberships } from './collections/memberships.js'
import { moderationEndpoints } from './collections/moderation-endpoints.js'
import { Municipalities } from './collections/municipalities.js'
import { Organisations } from './collections/organisations.js'
import { ChangeCounters, Leases, Publications } from './collections/publications.js'
import { Inboxes, Mails, Notices } from './collections/notices.js'
import { ShareLinks } from './collections/share-links.js'
import { logEndpoints } from './collections/log-endpoints.js'
import { RetentionHolds, RetentionRuns } from './collections/retention.js'
import { retentionEndpoints } from './collections/retention-endpoints.js'
import { processingEndpoints } from './collections/processing-endpoints.js'
import { LogLines, ModerationLog, Revisions } from './collections/records.js'
import { WebhookDeliveries, Webhooks, WebhookStates } from './collections/webhooks.js'
import { editor } from './collections/fields/rich-text.js'
import { withClosedDoors } from './access/closed-doors.js'
import { framework, withFrameworkRules } from './access/framework.js'
import { answerErrors } from './hooks/answer-errors.js'
import { withNotes } from './collections/fields/with-notes.js'
import { withGuards } from './hooks/with-guards.js'
import { limitedSharp } from './media/re-encode.js'
import { iconAddress } from './src/admin/icon-address.js'
import { workbenchViews } from './src/admin/moderation/views.js'
import { adminTranslations } from './src/admin/messages/payload.js'
import { faultSentence, faultWords } from './src/admin/problem-words.js'
import { databaseAdapter } from './src/config/database.js'
import { keyRing, loadSettings } from './src/config/env.js'
import { log } from './src/config/log.js'
import { csrfOrigins } from './src/config/origins.js'
import { noMail } from './src/config/no-mail.js'
import { previewsOf } from './src/http/preview-page.js'
import type { MakePreviews } from './src/editorial/workbench/preview-pages.js'
import { loginGuard } from './src/editorial/accounts/login-context.js'
import { largestFile } from './src/publication/picture-rules.js'
import { systemClock } from './src/shared/clock.js'

const settings = loadSettings()
const previews: MakePreviews = (data, municipality, setting) =>
  previewsOf(data, municipality, { ...setting, baseUrl: settings.publicUrl })
const ring = keyRing(settings)

export default buildConfig({
  secret: settings.secret,
  serverURL: settings.publicUrl,
  csrf: csrfOrigins(settings),
  db: databaseAdapter(settings),
  editor,
  email: noMail,
  sharp: limitedSharp,
  telemetry: false,
  debug: false,
  logger: log,
  // A refusal is an answer and no fault of ours. By these names the framework would tell of it without its status.
  loggingLevels: {
    Forbidden: false,
    Locked: false,
    MissingFile: false,
    NotFound: false,
    ValidationError: false,
  },
  maxDepth: 2,
  defaultDepth: 0,
  graphQL: { disable: true },
  upload: {
    limits: { fileSize: largestFile },
    abortOnLimit: true,
    responseOnLimit: 'The picture is larger than 15 MB.',
  },
  i18n: { supportedLanguages: { sv, nb, en }, fallbackLanguage: 'sv', translations: adminTranslations },
  hooks: { afterError: [answerErrors({ refusal: faultWords, fault: faultSentence })] },
  ...framework,
  endpoints: [
    ...moderationEndpoints({ previews }),
    ...deskEndpoints({ previews }),
    ...inboxEndpoints,
    ...logEndpoints,
    ...retentionEndpoints,
    ...processingEndpoints,
  ],
  custom: { logKeys: () => ring, processing: () => settings.processing },
  onInit: withFrameworkRules,
  admin: {
    user: 'accounts',
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: {
      titleSuffix: ' · Torg',
      // Nobody shares pages of the admin, and the picture would need a door of its own.
      defaultOGImageType: 'off',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: iconAddress }],
    },
    importMap: {
      baseDir: path.resolve(process.cwd()),
      importMapFile: path.resolve(process.cwd(), 'src/app/(payload)/admin/importMap.js'),
    },
    components: {
      graphics: { Logo: '/src/admin/brand.tsx#Logo', Icon: '/src/admin/brand.tsx#Icon' },
      beforeLogin: ['/src/admin/before-login.tsx#BeforeLogin'],
      beforeNavLinks: ['/src/admin/nav/before-nav.tsx#BeforeNav'],
      header: ['/src/admin/nav/demo-banner.tsx#DemoBanner'],
      providers: ['/src/admin/providers.tsx#TorgProvider'],
      views: {
        dashboard: { Component: '/src/admin/dashboard/dashboard.tsx#Dashboard' },
        ...workbenchViews,
        // Open to everybody: docs/decisions/0022-a-desk-for-associations.md.
        apply: { path: '/apply', Component: '/src/admin/apply/apply-view.tsx#ApplyView' },
      },
    },
  },
  typescript: {
    // Types are made by `npm run generate`; otherwise every start outside production would make them again.
    autoGenerate: false,
    outputFile: path.resolve(process.cwd(), 'src/payload-types.ts'),
    declare: false,
  },
  collections: [
    Events,
    Posts,
    Media(settings),
    Places,
    Categories,
    Organisations,
    Notices,
    Inboxes,
    Mails,
    ShareLinks,
    ModerationLog,
    Municipalities,
    Accounts({
      secureCookies: settings.publicUrl.startsWith('https:'),
      guard: loginGuard(ring, systemClock),
    }),
    Credentials,
    Sessions,
    OneTimeCodes,
    Memberships(systemClock),
    Webhooks({ ring, loopback: settings.webhooksLoopback }),
    WebhookDeliveries,
    WebhookStates,
    Revisions,
    LogLines,
    RetentionHolds,
    RetentionRuns,
    Publications,
    ChangeCounters,
    Leases,
  ]
    .map(withNotes)
    .map(withGuards)
    .map(withClosedDoors),
})
