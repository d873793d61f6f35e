/** Words about workspaces. */
export const workspaces = {
  title: 'Workspaces',
  note: 'Each has accounts, apps and rules of its own. An app sees only those of the workspace it was added in.',
  choose: 'Workspace',
  add: 'New workspace…',
  name: 'Name',
  namePlaceholder: 'Work',
  create: {
    dialog: 'New workspace',
    lead: 'It starts empty: connect its accounts and add its apps. Apps of other workspaces go on as they are.',
    confirm: 'Create workspace',
    done: 'The workspace is made',
  },
  rename: {
    dialog: 'Rename the workspace',
    confirm: 'Rename',
    done: 'The workspace is renamed',
  },
  shown: 'Shown now',
  open: 'Open',
  openNamed: 'Open {0}',
  renameOpen: 'Rename',
  renameNamed: 'Rename {0}',
  remove: 'Delete',
  removeNamed: 'Delete {0}',
  removeTitle: 'Delete {0}?',
  removeBody:
    'Its apps lose their access at once, its accounts are disconnected, and its rules are forgotten. The activity log keeps its lines. This cannot be undone.',
  removeType: 'Enter “{0}” to confirm',
  removed: '{0} is deleted',
  unconfirmed:
    '{0, plural, one {# provider} other {# providers}} did not confirm that the access has ended. Remove Gatehouse in your settings there.',
} as const
