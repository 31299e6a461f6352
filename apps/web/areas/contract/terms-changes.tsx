import type { TermsDifference } from '@maillage/domain/contract';
import { Title } from '@mantine/core';
import { groupBy } from '@maillage/domain/kernel';
import { termsText } from '../../messages/terms';
import classes from './terms.module.css';

const text = termsText.change;

/** A difference, of a year or of the contract around it. */
export type Change = Pick<TermsDifference, 'mission' | 'item' | 'field' | 'before' | 'after'>;

function ChangeLine({ change: { item, field, before, after } }: { change: Change }) {
  return (
    <li>
      {item ? <span className={classes.path}>{item}</span> : null}
      <strong>{field}</strong>
      {' : '}
      <del>
        <span className="only-read-aloud">{text.before} </span>
        {before ?? text.nothing}
      </del>
      <span aria-hidden="true"> → </span>
      <ins>
        <span className="only-read-aloud">{text.after} </span>
        {after ?? text.gone}
      </ins>
    </li>
  );
}

/** Differences, before → after, grouped by mission. */
export function ChangeList({ changes, label, empty }: { changes: readonly Change[]; label: string; empty: string }) {
  if (changes.length === 0) return <p className={classes.soft}>{empty}</p>;
  return (
    <div role="group" aria-label={label} className={classes.stack}>
      {[...groupBy(changes, ({ mission }) => mission ?? '')].map(([mission, group]) => (
        <div key={mission}>
          <Title order={4} size="h4">
            {mission || text.whole}
          </Title>
          <ul className={classes.changes}>
            {group.map((change, index) => (
              <ChangeLine key={index} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
