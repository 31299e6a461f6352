import { progressLabels, progressStates } from '@maillage/domain/indicators';
import { actionStatuses, actionStatusLabels } from '@maillage/domain/project';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { Section, StatusBadge, type StatusTone } from '../../ui';
import type { ReportContent } from './api';
import classes from './reports.module.css';
import { progressTone } from './tones';

const text = reportsText.page;

const actionTone: Record<(typeof actionStatuses)[number], StatusTone> = {
  'not-started': 'none',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'late': 'late',
  'done': 'attained',
  'dropped': 'none',
};

function Figure({ number, label, children }: { number: number; label: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <p className={classes.number}>
        <strong>{formatNumber(number)}</strong> {label}
      </p>
      <div className={classes.breakdown}>{children}</div>
    </div>
  );
}

/** The figures of the first page, read from what the report froze. */
export function FiguresSection({ content: { summary, maskNote } }: { content: ReportContent }) {
  const states = progressStates.filter((state) => summary.indicatorsByState[state] > 0);
  const statuses = actionStatuses.filter((status) => summary.actionsByStatus[status] > 0);
  return (
    <Section title={text.figures}>
      <div className={classes.figures}>
        <Figure number={summary.indicators} label={text.indicators(summary.indicators)}>
          {states.map((state) => (
            <StatusBadge key={state} plain tone={progressTone[state]} label={text.counted(progressLabels[state], summary.indicatorsByState[state])} />
          ))}
        </Figure>
        <Figure number={summary.valuesGiven} label={text.values(summary.valuesGiven)}>
          <span>{text.valuesWhat(summary.valuesValidated, summary.valuesWithProof)}</span>
          {summary.valuesMasked > 0 ? <span>{text.masked(summary.valuesMasked)}</span> : null}
        </Figure>
        <Figure number={summary.actions} label={text.actions(summary.actions)}>
          {statuses.map((status) => (
            <StatusBadge key={status} plain tone={actionTone[status]} label={text.counted(actionStatusLabels[status], summary.actionsByStatus[status])} />
          ))}
        </Figure>
        <Figure number={summary.missions} label={text.missions(summary.missions)}>
          <span>{text.missionsLate(summary.missionsLate)}</span>
        </Figure>
      </div>
      {summary.valuesMasked > 0 ? <p className={classes.note}>{maskNote}</p> : null}
    </Section>
  );
}
