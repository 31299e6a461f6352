import { reportStatusLabels, reportTitle } from '@maillage/domain/reports';
import { useQuery } from '@tanstack/react-query';
import type { ValuePanelProps } from '../../app/value-panels';
import { useCan, useSession } from '../../app/session';
import { reportsText } from '../../messages/reports';
import { HrefLink, LoadError, Section, StatusBadge, TextSkeleton } from '../../ui';
import { carryingQuery } from './api';
import classes from './reports.module.css';
import { reportTone } from './tones';

const text = reportsText.carrying;

/** On the page of a value: every report that carried it, with the figure it wrote. */
export function ValuePanel({ indicatorId, periodKey }: ValuePanelProps) {
  const { communityId } = useSession();
  const can = useCan();
  const { data, error, refetch } = useQuery(carryingQuery(communityId, indicatorId, periodKey));
  return (
    <Section title={text.title} hint={text.hint}>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <TextSkeleton lines={1} /> : null}
      {data?.length === 0 ? <p className={classes.soft}>{text.none}</p> : null}
      {data && data.length > 0 ? (
        <ul className={classes.plainList}>
          {data.map(({ reportId, number, version, status, valueText }) => (
            <li key={reportId} className={classes.carrying}>
              {can('reports.read') ? (
                <HrefLink href={`/rapports/${reportId}`}>{text.report(reportTitle({ number, version }))}</HrefLink>
              ) : (
                <span>{text.report(reportTitle({ number, version }))}</span>
              )}
              <span>{text.value(valueText)}</span>
              <StatusBadge tone={reportTone[status]} label={reportStatusLabels[status]} />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
