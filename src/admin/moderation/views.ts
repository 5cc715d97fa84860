/** The parts of editors' workbench, the inbox and the log, with their addresses under `/admin`. */
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
  moderationModes: part('/moderation/modes', 'switches/switches-view.tsx#SwitchesView'),
}
