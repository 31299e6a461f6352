import { formatParts, hasParts, isEventDriven, isProofMissing } from '@maillage/domain/indicators';
import type { Day } from '@maillage/domain/kernel';
import { collectionText } from '../../../messages/collection';
import { eventsText } from '../../../messages/events';
import { evidenceText } from '../../../messages/evidence';
import { indicatorsText } from '../../../messages/indicators';
import { validationText } from '../../../messages/validation';
import { type Column, DataTable, StatusBadge } from '../../../ui';
import type { Indicator, IndicatorCard, ValueLine } from '../api';
import classes from '../collection/collection.module.css';
import { lifeOf, valueHref, valueText } from '../words';

const text = indicatorsText.card;
const { origins } = validationText;

function columnsOf(indicator: Indicator, today: Day): Column<ValueLine>[] {
  const ratio = hasParts(indicator.kind);
  return [
    {
      key: 'periode',
      label: isEventDriven(indicator) ? eventsText.day : text.columns.period,
      value: ({ period }) => `${period.end} ${period.key}`,
      render: ({ label }) => label,
      exported: ({ label }) => label,
    },
    {
      key: 'valeur',
      label: text.columns.value,
      numeric: true,
      value: ({ measure }) => measure?.value ?? null,
      render: ({ measure }) => valueText(indicator, measure?.value),
      card: 'main',
    },
    {
      key: 'objectif',
      label: text.columns.target,
      numeric: true,
      // The target of a whole year beside one quarter would be read as the quarter's own.
      value: ({ target, targetOfYear }) => (targetOfYear ? null : target),
      render: ({ target, targetOfYear }) => valueText(indicator, targetOfYear ? null : target),
      card: 'main',
    },
    ...(ratio
      ? [
          {
            key: 'detail',
            label: text.columns.parts,
            value: ({ measure }: ValueLine) => (measure ? formatParts(measure.numerator, measure.denominator) : null),
            unsorted: true,
          },
        ]
      : []),
    {
      key: 'statut',
      label: text.columns.status,
      filter: true,
      filterAll: text.allStatuses,
      value: (line) => lifeOf(line, today).label,
      render: (line) => (
        <>
          <StatusBadge {...lifeOf(line, today)} plain />
          {line.absence && !line.measure ? <span className={classes.reason}>{line.absence.reason}</span> : null}
        </>
      ),
    },
    {
      key: 'preuves',
      label: text.columns.evidence,
      value: ({ evidence }) => evidence.length,
      render: ({ measure, evidence }) =>
        measure && isProofMissing(indicator, evidence.length) ? <StatusBadge tone="at-risk" label={evidenceText.missing} plain /> : measure ? text.proofs(evidence.length) : '—',
    },
    { key: 'saisie', label: text.columns.recorded, value: ({ recordedByName, measure }) => recordedByName ?? (measure?.origin === 'computed' ? origins.computed : null) },
    { key: 'validee', label: text.columns.validated, value: ({ validatedByName }) => validatedByName, hidden: true },
    {
      key: 'commentaire',
      label: text.columns.comment,
      value: ({ measure, absence }) => measure?.comment ?? (absence ? collectionText.absence(absence.reason) : null),
      hidden: true,
      card: 'none',
    },
  ];
}

/** The values of an indicator, period by period; a missing one is a line without figure. */
export function ValuesTable({ card: { indicator, values, today } }: { card: IndicatorCard }) {
  return (
    <DataTable
      id={`valeurs-${indicator.code.toLowerCase()}`}
      caption={text.valuesCaption(indicator.name)}
      columns={columnsOf(indicator, today)}
      rows={values}
      rowKey={({ period }) => period.key}
      rowHref={({ period }) => valueHref(indicator.id, period.key)}
      pageSize={24}
      empty={<p>{isEventDriven(indicator) ? eventsText.noneShort : text.noValues}</p>}
    />
  );
}
