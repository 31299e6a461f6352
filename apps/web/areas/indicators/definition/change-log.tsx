import { listInFrench } from '../../../lib/format';
import { useSession } from '../../../app/session';
import { indicatorsText } from '../../../messages/indicators';
import { HistoryList } from '../../../ui';
import type { IndicatorChange } from '../api';
import { fieldInWords } from './definition-versions';
import classes from '../indicators.module.css';

const text = indicatorsText;
const labels: Record<string, string> = text.form.fields;
/** Told by their name only: what they hold is an id, or long. */
const untold = new Set(['actionId', 'responsiblePersonId', 'missions']);

/** What changed on the card without changing what is measured, newest first. */
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
                    <del>{fieldInWords(field, before[field])}</del> <ins>{fieldInWords(field, after[field])}</ins>
                  </dd>
                </div>
              ))}
          </dl>
        ),
      }))}
    />
  );
}
