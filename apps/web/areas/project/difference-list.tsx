import { listInFrench } from '../../lib/format';
import { projectText } from '../../messages/project';
import { IconArrowsSort, IconMinus, IconPencil, IconPlus } from '../../ui/icons';
import type { Difference, Differences, ServedMission } from './api';
import classes from './differences.module.css';

const text = projectText.difference;

const icons = {
  'axis-added': IconPlus,
  'action-added': IconPlus,
  'axis-removed': IconMinus,
  'action-removed': IconMinus,
  'axis-changed': IconPencil,
  'action-changed': IconPencil,
  'axes-reordered': IconArrowsSort,
  'actions-reordered': IconArrowsSort,
  'action-moved': IconArrowsSort,
} as const;

function subject({ kind, number, title, axisTitle, fromAxis, toAxis }: Difference): string {
  if (number === undefined) return kind === 'axes-reordered' ? '' : kind === 'actions-reordered' ? text.ofAxis(title) : `«\u00a0${title}\u00a0»`;
  const label = projectText.numbered(number, title);
  if (kind === 'action-added' && axisTitle) return `${label}, ${text.inAxis(axisTitle)}`;
  if (kind === 'action-removed' && axisTitle) return `${label}, ${text.fromAxis(axisTitle)}`;
  if (kind === 'action-moved' && fromAxis && toAxis) return `${label}, ${text.moved(fromAxis, toAxis)}`;
  return label;
}

function Texts({ changes }: { changes: NonNullable<Difference['changes']> }) {
  return (
    <dl className={classes.texts}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{text.fields[field]}</dt>
          <dd>
            <span className={classes.mark}>{text.before}</span> <del>{before ?? text.empty}</del>
          </dd>
          <dd>
            <span className={classes.mark}>{text.after}</span> <ins>{after ?? text.empty}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Missions({ difference: { missionsAdded = [], missionsRemoved = [] }, missions }: { difference: Difference; missions: readonly ServedMission[] }) {
  const names = (codes: readonly string[]): string => listInFrench(codes.map((code) => missions.find((mission) => mission.code === code)?.shortLabel ?? code));
  return (
    <>
      {missionsAdded.length > 0 ? <p>{text.missionsAdded(names(missionsAdded))}</p> : null}
      {missionsRemoved.length > 0 ? <p>{text.missionsRemoved(names(missionsRemoved))}</p> : null}
    </>
  );
}

/** What changes from one version to another, one sentence for each thing. */
export function DifferenceList({ view }: { view: Differences }) {
  if (view.differences.length === 0) return <p className={classes.none}>{projectText.versions.same}</p>;
  return (
    <ul className={classes.list}>
      {view.differences.map((difference, index) => {
        const Icon = icons[difference.kind];
        return (
          <li key={`${difference.kind}-${difference.actionId ?? difference.axisId ?? index}`} className="keep-together">
            <span className={classes.icon} aria-hidden="true">
              <Icon size={18} />
            </span>
            <div className={classes.body}>
              <p>
                <strong>{text[difference.kind]}</strong> {subject(difference)}
              </p>
              {difference.changes && difference.changes.length > 0 ? <Texts changes={difference.changes} /> : null}
              <Missions difference={difference} missions={view.missions} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
