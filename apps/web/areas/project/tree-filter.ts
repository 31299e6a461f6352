import { searchable } from '@maillage/domain/kernel';
import type { ActionStatus, ActionSummary, Axis, Project } from './api';

/** What the address keeps of a tree. */
export interface TreeFilter {
  /** Words. */
  q?: string;
  /** Code of a mission. */
  mission?: string;
  etat?: ActionStatus;
  /** Id of the person, or name when it has no account; `aucun` for actions nobody leads. */
  pilote?: string;
  /** Only actions with a late step. */
  retard?: 'oui';
}

/** What stands in the address for « nobody leads it ». */
export const noLead = 'aucun';

/** What stands in the address for a lead. */
export const leadKey = ({ lead }: Pick<ActionSummary, 'lead'>): string => lead?.personId ?? lead?.name ?? noLead;

/** True when the address narrows anything. */
export const isFiltered = (filter: TreeFilter): boolean => Object.values(filter).some((value) => value !== undefined);

function matches(action: ActionSummary, filter: TreeFilter): boolean {
  if (filter.mission && !action.missionCodes.includes(filter.mission)) return false;
  if (filter.etat && action.status !== filter.etat) return false;
  if (filter.pilote && leadKey(action) !== filter.pilote) return false;
  if (filter.retard && action.lateSteps.length === 0) return false;
  if (!filter.q) return true;
  const text = searchable(`${action.number} ${action.title} ${action.lead?.name ?? ''} ${action.statusSentence ?? ''}`);
  return searchable(filter.q).split(' ').every((word) => text.includes(word));
}

/** The axes with the actions that match; an axis left without any is left out, unless nothing is filtered. */
export function filteredAxes(project: Pick<Project, 'axes'>, filter: TreeFilter): (Axis & { position: number })[] {
  return project.axes
    .map((axis, index) => ({ ...axis, position: index + 1, actions: axis.actions.filter((action) => matches(action, filter)) }))
    .filter(({ actions }) => !isFiltered(filter) || actions.length > 0);
}

/** Everyone who leads an action of the tree, by name. */
export function leadsOf(project: Pick<Project, 'axes'>): { key: string; name: string }[] {
  const leads = new Map<string, string>();
  for (const { actions } of project.axes) for (const action of actions) if (action.lead) leads.set(leadKey(action), action.lead.name);
  return [...leads].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
