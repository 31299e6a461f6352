import { listInFrench } from '@maillage/domain/kernel';
import { formatDay, formatNumber } from '../../../lib/format';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { StatusBadge } from '../../../ui';
import type { IndicatorCard, IndicatorChange } from '../api';
import classes from '../indicators.module.css';

const text = indicatorsText;
const labels: Record<string, string> = text.form.fields;
/** Who gives it and for what: no version is made by them. */
const outside = new Set(['actionId', 'responsiblePersonId', 'missions', 'trackedFrom']);

/** What a field of a definition held, in words. */
export function fieldInWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return text.none;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (field === 'trackedFrom' && typeof value === 'string') return formatDay(value);
  if (field === 'baseline' && typeof value === 'object') {
    const { value: figure, on, source } = value as { value: number; on: string; source?: string | null };
    const line = text.card.baselineLine(formatNumber(figure), formatDay(on));
    return source ? `${line} (${source})` : line;
  }
  if (field === 'alert' && typeof value === 'object') {
    const { warn, alarm } = value as { warn: number; alarm: number };
    return cardText.thresholdsLine(formatNumber(warn), formatNumber(alarm));
  }
  if (field === 'formula' && typeof value === 'object') return (value as { text: string }).text;
  if (field === 'breakdowns' && Array.isArray(value)) {
    const told = (value as { label: string; parts: string[] }[]).map(({ label, parts }) => `${label} (${parts.join(', ')})`);
    return told.length === 0 ? text.none : told.join('\u202f; ');
  }
  const words: Record<string, Record<string, string>> = {
    kind: text.kinds,
    frequency: text.frequencies,
    direction: text.directions,
    aggregation: cardText.yearOf,
    sourceKind: cardText.sources,
  };
  return words[field]?.[String(value)] ?? String(value);
}

interface Version {
  number: number;
  /** The definition as it was then. */
  definition: Record<string, unknown>;
  change: IndicatorChange | null;
}

/** The versions of a definition, newest first, each whole. */
function versionsOf(changes: readonly IndicatorChange[]): Version[] {
  const made = changes.filter(({ version }) => version !== null);
  const first = made.at(-1);
  if (!first) return [];
  return [...made.map((change): Version => ({ number: change.version ?? 1, definition: change.after, change })), { number: 1, definition: first.before, change: null }];
}

/** The versions of a definition: when, by whom, why; what differs between them, side by side. */
export function DefinitionVersions({ card: { changes } }: { card: IndicatorCard }) {
  const versions = versionsOf(changes);
  const differing = [...new Set(versions.flatMap(({ change }) => change?.fields ?? []))].filter((field) => !outside.has(field));
  return (
    <div className={classes.definition}>
      <ol className={classes.versions}>
        {versions.map(({ number, change }, index) => (
          <li key={number}>
            <p className={classes.versionHead}>
              <strong>{cardText.version(number)}</strong>
              {index === 0 ? <StatusBadge tone="attained" label={cardText.versionNow} plain /> : null}
              <span className={classes.soft}>
                {change ? [cardText.versionFrom(formatDay(change.from)), ...(change.by ? [cardText.versionBy(change.by)] : [])].join(', ') : cardText.versionFirst}
              </span>
            </p>
            {change ? (
              <>
                <p className={classes.soft}>{text.card.changed(listInFrench(change.fields.map((field) => labels[field] ?? field)))}</p>
                <p>{change.reason ? cardText.versionReason(change.reason) : cardText.noReason}</p>
              </>
            ) : null}
          </li>
        ))}
      </ol>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={cardText.compareCaption}>
        <table className={classes.compare}>
          <caption>{cardText.compareCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{cardText.field}</th>
              {versions.map(({ number }) => (
                <th key={number} scope="col">
                  {cardText.version(number)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field}>
                <th scope="row">{labels[field] ?? field}</th>
                {versions.map(({ number, definition }) => (
                  <td key={number}>{fieldInWords(field, definition[field])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
