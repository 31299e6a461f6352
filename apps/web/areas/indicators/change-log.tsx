import { listInFrench, formatDay, formatNumber } from '../../lib/format';
import { useSession } from '../../app/session';
import { indicatorsText } from '../../messages/indicators';
import { HistoryList } from '../../ui';
import type { IndicatorChange } from './api';
import classes from './indicators.module.css';

const text = indicatorsText;
const labels: Record<string, string> = text.form.fields;
/** Told by their name only: what they hold is an id, or long. */
const untold = new Set(['actionId', 'responsiblePersonId', 'missions']);

function told(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text.none;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (field === 'trackedFrom' && typeof value === 'string') return formatDay(value);
  if (field === 'baseline' && typeof value === 'object') {
    const { value: figure, on } = value as { value: number; on: string };
    return text.card.baselineLine(formatNumber(figure), formatDay(on));
  }
  const words: Record<string, Record<string, string>> = {
    kind: text.kinds,
    frequency: text.frequencies,
    direction: text.directions,
    aggregation: { sum: text.card.sum, last: text.card.last },
  };
  return words[field]?.[String(value)] ?? String(value);
}

/** What changed in the definition, newest first. */
export function ChangeLog({ changes }: { changes: readonly IndicatorChange[] }) {
  const { timeZone } = useSession();
  return (
    <HistoryList
      label={text.card.changes}
      timeZone={timeZone}
      items={changes.map(({ at, by, fields, before, after }, index) => ({
        id: String(changes.length - index),
        when: new Date(at),
        who: by,
        what: text.card.changed(listInFrench(fields.map((field) => labels[field] ?? field))),
        detail: (
          <dl className={classes.changes}>
            {fields
              .filter((field) => !untold.has(field))
              .map((field) => (
                <div key={field}>
                  <dt>{labels[field] ?? field}</dt>
                  <dd>
                    <del>{told(field, before[field])}</del> <ins>{told(field, after[field])}</ins>
                  </dd>
                </div>
              ))}
          </dl>
        ),
      }))}
    />
  );
}
