import { useNavigate } from '@tanstack/react-router';
import { projectText } from '../../messages/project';
import { EmptyState } from '../../ui';
import { ActionRow } from './action-row';
import type { Project } from './api';
import classes from './project.module.css';
import { TreeFilters } from './tree-filters';
import { filteredAxes, isFiltered, type TreeFilter } from './tree-filter';

interface TreeViewProps {
  project: Project;
  filter: TreeFilter;
  /** The address of an action's sheet. */
  actionHref: (actionId: string) => string;
}

/** Changes the filter in the address, in place. */
export function useTreeFilter(): (change: TreeFilter) => void {
  const navigate = useNavigate();
  return (change) => void navigate({ to: '.', search: (was: TreeFilter) => ({ ...was, ...change }), replace: true, resetScroll: false } as never);
}

const noFilter: TreeFilter = { q: undefined, mission: undefined, etat: undefined, pilote: undefined, retard: undefined };

/** Axes and actions to be read, with their filters in the address. */
export function TreeView({ project, filter, actionHref }: TreeViewProps) {
  const change = useTreeFilter();
  const axes = filteredAxes(project, filter);
  const total = project.axes.reduce((sum, { actions }) => sum + actions.length, 0);
  const shown = axes.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <>
      <TreeFilters project={project} filter={filter} change={change} shown={shown} total={total} onClear={() => change(noFilter)} />
      {axes.length === 0 && isFiltered(filter) ? (
        <EmptyState title={projectText.filters.nothing} action={{ label: projectText.filters.clear, onClick: () => change(noFilter) }}>
          {projectText.filters.nothingWhat}
        </EmptyState>
      ) : null}
      {axes.map((axis) => (
        <section key={axis.id} className={classes.axis} aria-labelledby={`axis-${axis.id}`}>
          <h2 id={`axis-${axis.id}`}>{projectText.axis(axis.position, axis.title)}</h2>
          {axis.why && !isFiltered(filter) ? <p className={classes.why}>{axis.why}</p> : null}
          {axis.actions.length === 0 ? <p className={classes.soft}>{projectText.row.emptyAxis}</p> : null}
          <ol className={classes.rows}>
            {axis.actions.map((action) => (
              <li key={action.id}>
                <ActionRow action={action} missions={project.missions} href={actionHref(action.id)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
