import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { actionStatuses } from '@maillage/domain/project';
import { useState } from 'react';
import { capitalise } from '../../lib/format';
import { projectText } from '../../messages/project';
import { SelectField, TextField } from '../../ui';
import type { ActionStatus, Project } from './api';
import classes from './project.module.css';
import { isFiltered, leadsOf, noLead, type TreeFilter } from './tree-filter';

const text = projectText.filters;

interface TreeFiltersProps {
  project: Project;
  filter: TreeFilter;
  change: (filter: TreeFilter) => void;
  shown: number;
  total: number;
  onClear: () => void;
}

/** Words typed reach the address a moment after the last key; words of the address (a filter removed, a step back) reach the field. */
function useWords(words: string | undefined, change: (filter: TreeFilter) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(words ?? '');
  const [seen, setSeen] = useState(words);
  const send = useDebouncedCallback((next: string) => change({ q: next.trim() || undefined }), 250);
  if (seen !== words) {
    setSeen(words);
    if (typed.trim() !== (words ?? '')) setTyped(words ?? '');
  }
  return [
    typed,
    (next) => {
      setTyped(next);
      send(next);
    },
  ];
}

/** Search and filters above a tree. */
export function TreeFilters({ project, filter, change, shown, total, onClear }: TreeFiltersProps) {
  const [words, setWords] = useWords(filter.q, change);
  // On a phone the lists are folded under the search, unless one of them is in use.
  const [folded, setFolded] = useState(!(filter.mission || filter.etat || filter.pilote));
  const leads = leadsOf(project);
  const used = new Set(project.axes.flatMap(({ actions }) => actions.flatMap(({ missionCodes }) => missionCodes)));
  return (
    <div className={`${classes.filters} no-print`} role="search" aria-label={text.label}>
      <div className={classes.filterFields} data-folded={folded || undefined}>
        <TextField required type="search" label={text.search} placeholder={text.searchHint} value={words} onChange={setWords} />
        <SelectField
          required
          label={text.mission}
          empty={text.allMissions}
          choices={project.missions.filter(({ code }) => used.has(code)).map(({ code, shortLabel }) => ({ value: code, label: shortLabel }))}
          value={filter.mission ?? ''}
          onChange={(mission) => change({ mission: mission || undefined })}
        />
        <SelectField
          required
          label={text.status}
          empty={text.allStatuses}
          choices={actionStatuses.map((status) => ({ value: status, label: capitalise(projectText.statuses[status]) }))}
          value={filter.etat ?? ''}
          onChange={(status) => change({ etat: (status || undefined) as ActionStatus | undefined })}
        />
        <SelectField
          required
          label={text.lead}
          empty={text.allLeads}
          choices={[...leads.map(({ key, name }) => ({ value: key, label: name })), { value: noLead, label: text.noLead }]}
          value={filter.pilote ?? ''}
          onChange={(pilote) => change({ pilote: pilote || undefined })}
        />
      </div>
      {folded ? (
        <div className={classes.moreFilters}>
          <Button variant="default" aria-expanded={false} onClick={() => setFolded(false)}>
            {text.more}
          </Button>
        </div>
      ) : null}
      {isFiltered(filter) ? (
        <p className={classes.shown}>
          <span role="status">{text.shown(shown, total)}</span>
          <Button variant="subtle" size="compact-md" onClick={onClear}>
            {text.clear}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
