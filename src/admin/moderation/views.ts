/** The parts of editors' workbench and the pages beside the collections, with their addresses under `/admin`. */
const part = (path: string, component: string) => ({
  path: path as `/${string}`,
  exact: true,
  Component: `/src/admin/moderation/${component}`,
})

export const workbenchViews = {
  moderation: part('/moderation', 'queue/queue-view.tsx#QueueView'),
  moderationPublic: part('/moderation/public', 'public/public-view.tsx#PublicView'),
  moderationFigures: part('/moderation/figures', 'figures/figures-view.tsx#FiguresView'),
  moderationInvite: part('/moderation/invite', 'invites/invite-view.tsx#InviteView'),
  inbox: { path: '/notices' as const, exact: true, Component: '/src/admin/inbox/inbox-view.tsx#InboxView' },
  log: { path: '/log' as const, exact: true, Component: '/src/admin/log/log-view.tsx#LogView' },
  retention: {
    path: '/retention' as const,
    exact: true,
    Component: '/src/admin/retention/retention-view.tsx#RetentionView',
  },
  processing: {
    path: '/processing' as const,
    exact: true,
    Component: '/src/admin/processing/processing-view.tsx#ProcessingView',
  },
  extract: {
    path: '/extract' as const,
    exact: true,
    Component: '/src/admin/extract/extract-view.tsx#ExtractView',
  },
  members: {
    path: '/members' as const,
    exact: true,
    Component: '/src/admin/members/members-view.tsx#MembersView',
  },
  // With what it is about behind it: `/statement/{collection}/{id}`.
  statement: {
    path: '/statement' as const,
    Component: '/src/admin/statement/statement-view.tsx#StatementView',
  },
  moderationModes: part('/moderation/modes', 'switches/switches-view.tsx#SwitchesView'),
}
