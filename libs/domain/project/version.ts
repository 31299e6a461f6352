import { type Day, DomainError, ensure, type Uuid } from '@maillage/domain/kernel';
import type { ActionSheet, ActionTracking } from './action';
import { actionTrackingFields } from './action';
import { actionsOf, type ProjectTree } from './tree';

/** A version is written, then in force, then past. */
export const projectVersionStatuses = ['draft', 'in-force', 'past'] as const;
/** One of those states. */
export type ProjectVersionStatus = (typeof projectVersionStatuses)[number];

/** One version of the *projet de santé*. */
export interface HealthProject {
  id: Uuid;
  /** 1, 2, 3… in the order they were opened. */
  number: number;
  title: string;
  status: ProjectVersionStatus;
  /** First day in force; null for a draft. */
  inForceOn: Day | null;
  /** Last day in force; null until it is past. */
  endedOn: Day | null;
  revision: number;
}

type Version = Pick<HealthProject, 'status'>;

/** A draft can be opened when there is none. */
export function checkOpenDraft(versions: readonly Version[]): void {
  ensure(!versions.some(({ status }) => status === 'draft'), 'project-draft-exists');
}

/** Only a draft can be thrown away. */
export function checkDiscard(version: Version): void {
  ensure(version.status === 'draft', 'project-not-draft');
}

/** The structure (tree, titles, missions) changes in a draft. */
export function checkStructureEdit(version: Version): void {
  if (version.status === 'past') throw new DomainError('project-past');
  ensure(version.status === 'draft', 'project-structure-locked');
}

/**
 * Tracking (status, sentence, steps, lead, partners, budget, dates, text) is kept on the version in force.
 * In a draft it can be prepared only for an action that is not in force yet: for the others the version in force has the truth.
 */
export function checkTrackingEdit(version: Version, actionIsInForce: boolean): void {
  if (version.status === 'past') throw new DomainError('project-past');
  ensure(version.status === 'in-force' || !actionIsInForce, 'project-tracking-needs-in-force');
}

/** What happens to the versions when a draft is put in force. */
export interface PutInForce {
  draft: { status: 'in-force'; inForceOn: Day };
  /** What the version in force until now becomes; null for the first one. */
  former: { status: 'past'; endedOn: Day } | null;
}

/** A draft with at least one action, and no empty axis, takes over from the version in force. */
export function putInForce(draft: Version, tree: ProjectTree, hasFormer: boolean, today: Day): PutInForce {
  ensure(draft.status === 'draft', 'project-not-draft');
  ensure(actionsOf(tree).length > 0, 'project-empty');
  const empty = tree.axes.find((axis) => axis.actions.length === 0);
  if (empty) throw new DomainError('project-axis-empty', { title: empty.title });
  return { draft: { status: 'in-force', inForceOn: today }, former: hasFormer ? { status: 'past', endedOn: today } : null };
}

/** The sheets of a draft being put in force, with the tracking of the version in force where the action exists there. */
export function carryTracking<S extends ActionSheet>(draft: readonly S[], inForce: readonly ActionSheet[]): S[] {
  const tracked = new Map(inForce.map((sheet) => [sheet.id, sheet]));
  return draft.map((sheet) => {
    const live = tracked.get(sheet.id);
    return live ? { ...sheet, ...pickTracking(live) } : sheet;
  });
}

function pickTracking(sheet: ActionTracking): ActionTracking {
  return Object.fromEntries(actionTrackingFields.map((field) => [field, sheet[field]])) as unknown as ActionTracking;
}
