import { HrefLink } from '../href-link';
import { cellText } from './data-table';
import type { TableDrawing } from './table-grid';
import classes from './table.module.css';

/** The same rows on a phone: the name, the two numbers that matter, then the rest. */
export function TableCards<Row>({ caption, columns, rows, rowKey, rowHref }: TableDrawing<Row>) {
  const [name, ...others] = columns;
  const wanted = others.filter(({ card }) => card !== 'none');
  const chosen = wanted.filter(({ card }) => card === 'main');
  const main = chosen.length > 0 ? chosen : wanted.slice(0, 2);
  const rest = wanted.filter((column) => !main.includes(column));
  const drawn = (row: Row, column: (typeof columns)[number]) => (column.render ? column.render(row) : cellText(column.value(row)));
  return (
    <ul className={classes.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          <div className={classes.cardName}>
            {name && rowHref ? (
              <HrefLink href={rowHref(row)} className="alone">
                {drawn(row, name)}
              </HrefLink>
            ) : name ? (
              drawn(row, name)
            ) : null}
          </div>
          <dl className={classes.cardMain}>
            {main.map((column) => (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>{drawn(row, column)}</dd>
              </div>
            ))}
          </dl>
          {rest.length > 0 ? (
            <dl className={classes.cardRest}>
              {rest.map((column) => (
                <div key={column.key}>
                  <dt>{column.label}</dt>
                  <dd>{drawn(row, column)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
