import type { Role } from './role';

/** What can be allowed. One list for every area; a route names one of these and so does the use case behind it. */
export const RIGHTS = [
  'access.manage', // identity: who may enter the community
  'people.read', // identity: names of the people of the community
  'community.read',
  'community.write',
  'audit.read',
  'contract.read',
  'contract.write',
  'project.read',
  'project.write', // structure: drafts, axes, actions, missions
  'project.track', // status, steps and text of an action in force (a lead: the actions it leads)
  'indicators.read',
  'indicators.write', // definitions, targets
  'measures.write', // values and proofs (a lead: the actions it leads)
  'measures.validate', // who, and in how many steps, is a setting of the community
  'measures.lock', // periods closed to every change, and exceptions
  'money.read', // euros of the contract year, payments
  'money.write', // payments received, crises recognised
  'scenarios.write', // simulations kept under a name
  'review.read', // the room of the dialogue de gestion
  'review.write', // comments, remarks, conclusions, closing and reopening
  'steering.read', // dashboards
  'reports.read',
  'reports.prepare',
  'reports.approve',
  'reports.send',
  'publications.read', // what was published to members or sent to a reader
  'platform.operate', // create communities, health; never content
] as const;

/** One right. */
export type Right = (typeof RIGHTS)[number];

const READ_ALL: readonly Right[] = [
  'people.read', 'community.read', 'audit.read', 'contract.read', 'project.read', 'indicators.read', 'money.read', 'review.read',
  'steering.read', 'reports.read', 'publications.read',
];

const OF_ROLE: Readonly<Record<Role, ReadonlySet<Right>>> = {
  coordinator: new Set<Right>([
    ...READ_ALL, 'access.manage', 'community.write', 'contract.write', 'project.write', 'project.track', 'indicators.write',
    'measures.write', 'measures.validate', 'measures.lock', 'money.write', 'scenarios.write', 'review.write', 'reports.prepare', 'reports.approve', 'reports.send',
  ]),
  president: new Set<Right>([...READ_ALL, 'measures.validate', 'scenarios.write', 'reports.approve']),
  treasurer: new Set<Right>([...READ_ALL, 'measures.validate', 'money.write', 'scenarios.write']),
  board: new Set<Right>([...READ_ALL, 'measures.validate']),
  lead: new Set<Right>([
    'people.read', 'community.read', 'contract.read', 'project.read', 'project.track', 'indicators.read', 'measures.write', 'steering.read',
    'publications.read',
  ]),
  member: new Set<Right>(['publications.read']),
  reader: new Set<Right>(['publications.read']),
  operator: new Set<Right>(['platform.operate']),
};

/** The rights a role gives. */
export const rightsOf = (role: Role): ReadonlySet<Right> => OF_ROLE[role];
