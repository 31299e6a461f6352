import type { TermsDifference } from '@maillage/domain/contract';
import { Title } from '@mantine/core';
import { groupBy } from '@maillage/domain/kernel';
import { termsText } from '../../messages/terms';
import classes from './terms.module.css';

const text = termsText.change;

/** A difference, of a year or of the contract around it. */
export type Change = Pick<TermsDifference, 'mission' | 'item' | 'field' | 'before' | 'after'>;

/** « Parcours diabète (diabetes) » without the code, which is the file's business. */
const withoutCode = (words: string | null): string | null => words?.replace(/ \([a-z0-9-]+\)$/, '') ?? null;

function ChangeLine({ change: { item, field, ...change } }: { change: Change }) {
  const [before, after] = field === text.action ? [withoutCode(change.before), withoutCode(change.after)] : [change.before, change.after];
  // A whole thing that comes or goes is told by its own words, which begin with its name.
  const words = text.whole[field as keyof typeof text.whole];
  const whole = words !== undefined && (before === null) !== (after === null);
  return (
    <li>
      {item && !whole ? <span className={classes.path}>{item}</span> : null}
      {whole ? (
        <>
          <strong>{before === null ? words.added : words.removed}</strong>
          {' : '}
          {after ?? <del>{before}</del>}
        </>
      ) : (
        <>
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
        </>
      )}
    </li>
  );
}

/** Differences, before → after, grouped by mission. */
export function ChangeList({ changes, label, empty, level = 3 }: { changes: readonly Change[]; label: string; empty: string; level?: 3 | 4 }) {
  if (changes.length === 0) return <p className={classes.soft}>{empty}</p>;
  return (
    <div role="group" aria-label={label} className={classes.stack}>
      {[...groupBy(changes, ({ mission }) => mission ?? '')].map(([mission, group]) => (
        <div key={mission}>
          <Title order={level} size="h4">
            {mission || text.contract}
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
