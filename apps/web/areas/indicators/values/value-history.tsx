import { parsePeriod, formatPeriod } from '@maillage/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { indicatorsText } from '../../../messages/indicators';
import { measuresText } from '../../../messages/measures';
import { HistoryList, type HistoryItem, LoadError, TextSkeleton } from '../../../ui';
import { historyQuery, type Indicator, type MeasureChange } from '../api';
import { partsText, valueText } from '../words';

const text = measuresText;

/** « 63 % (126 sur 200) », or the name of the file for a proof. */
function told(indicator: Indicator, state: Record<string, unknown> | null): string | null {
  if (!state) return null;
  const number = (name: string): number | null => (typeof state[name] === 'number' ? state[name] : null);
  if (typeof state['fileName'] === 'string') return state['fileName'];
  const parts = partsText({ numerator: number('numerator'), denominator: number('denominator') });
  const value = number('value');
  if (value === null) return null;
  return parts ? `${valueText(indicator, value)} (${parts})` : valueText(indicator, value);
}

function Detail({ change, indicator, period }: { change: MeasureChange; indicator: Indicator; period: string | null }) {
  const comment = change.after?.['comment'];
  const before = change.act === 'changed' ? told(indicator, change.before) : null;
  return (
    <>
      {period ? <div>{period}</div> : null}
      {change.reason ? <div>{change.act === 'returned' ? text.remark(change.reason) : text.reason(change.reason)}</div> : null}
      {change.after?.['underException'] === true ? <div>{text.underException}</div> : null}
      {before ? <div>{text.was(before)}</div> : null}
      {typeof comment === 'string' && (change.act === 'recorded' || change.act === 'changed') ? <div>« {comment} »</div> : null}
    </>
  );
}

interface ValueHistoryProps {
  indicator: Indicator;
  contractStart: string | null;
  /** Only what happened to this period. */
  period?: string;
}

/** What happened to the values of an indicator, newest first, with who and when. */
export function ValueHistory({ indicator, contractStart, period }: ValueHistoryProps) {
  const { communityId, timeZone } = useSession();
  const { data, error, refetch } = useQuery(historyQuery(communityId, indicator.id, period));
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!data) return <TextSkeleton />;
  if (data.length === 0) return <p>{indicatorsText.card.historyEmpty}</p>;
  const items = data.map((change, index): HistoryItem => {
    const value =
      change.act === 'deleted' || change.act === 'evidence-removed'
        ? told(indicator, change.before)
        : told(indicator, change.after);
    const label = period ? null : formatPeriod(parsePeriod(change.periodKey, { contractStart }));
    return {
      id: String(data.length - index),
      when: new Date(change.at),
      who: change.by ?? (change.after?.['origin'] === 'computed' ? text.byFormula : null),
      what: value ? text.actValue(text.acts[change.act], value) : text.acts[change.act],
      detail: <Detail change={change} indicator={indicator} period={label} />,
      tone: change.act === 'validated' ? 'attained' : undefined,
    };
  });
  return <HistoryList label={indicatorsText.card.history} items={items} timeZone={timeZone} />;
}
