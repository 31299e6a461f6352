import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { checkTarget, isAnswer, isEventDriven } from '@maillage/domain/indicators';
import { capitalise, errorText, formatPeriod, isDomainError, type Period, textLimits } from '@maillage/domain/kernel';
import { useMemo, useState } from 'react';
import { ApiError, type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../../lib/api-error';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { uiText } from '../../../messages/ui';
import { ActionButton, ConflictDialog, FormError, NumberField, TextField, useToast } from '../../../ui';
import { IconPlus, IconTrash } from '../../../ui/icons';
import type { IndicatorCard } from '../api';
import { useSetTargets } from '../api';
import classes from '../indicators.module.css';
import { nextTargetPeriod, targetPeriods, yearKind } from './target-periods';
import { periodShort, valueText } from '../words';

const text = indicatorsText.targets;

interface Row {
  periodKey: string;
  value: number | null;
  rationale: string;
}

type Kept = { targets: { periodKey: string; value: number; rationale?: string | null }[] };

function faultOf(row: Row, rows: readonly Row[], { indicator, contractStart }: IndicatorCard): string | null {
  if (rows.filter(({ periodKey }) => periodKey === row.periodKey).length > 1) return text.twice;
  if (row.value === null) return text.missing;
  try {
    checkTarget(indicator, { periodKey: row.periodKey, value: row.value }, { contractStart });
    return null;
  } catch (error) {
    return isDomainError(error) ? errorText(error.code, error.meta) : null;
  }
}

interface RowFieldsProps {
  row: Row;
  rank: number;
  periods: readonly Period[];
  card: IndicatorCard;
  error: string | null;
  onChange: (row: Row) => void;
  onRemove: () => void;
}

function RowFields({ row, rank, periods, card: { indicator }, error, onChange, onRemove }: RowFieldsProps) {
  const label = text.valueOf(periodShort(row.periodKey));
  return (
    <li className={classes.targetRow}>
      <NativeSelect
        aria-label={text.periodOf(rank)}
        label={text.period}
        value={row.periodKey}
        data={periods.map((period) => ({ value: period.key, label: capitalise(formatPeriod(period)) }))}
        onChange={(event) => onChange({ ...row, periodKey: event.currentTarget.value })}
      />
      {isAnswer(indicator.kind) ? (
        <NativeSelect
          aria-label={label}
          label={text.expected}
          value={row.value === 0 ? '0' : '1'}
          data={[
            { value: '1', label: indicatorsText.yes },
            { value: '0', label: indicatorsText.no },
          ]}
          onChange={(event) => onChange({ ...row, value: Number(event.currentTarget.value) })}
        />
      ) : (
        <NumberField
          required
          label={label}
          unit={indicator.unit ?? undefined}
          min={0}
          max={indicator.bounded ? 100 : undefined}
          decimals={indicator.decimals}
          value={row.value}
          error={error}
          onChange={(value) => onChange({ ...row, value })}
        />
      )}
      <Button variant="subtle" color="red" aria-label={text.remove(periodShort(row.periodKey))} onClick={onRemove}>
        <IconTrash size={20} aria-hidden="true" />
      </Button>
      <div className={classes.targetReason}>
        <TextField
          label={cardText.targetReasonOf(periodShort(row.periodKey))}
          maxLength={textLimits.sentence}
          value={row.rationale}
          onChange={(rationale) => onChange({ ...row, rationale })}
        />
      </div>
      {error && isAnswer(indicator.kind) ? <p className={classes.fault}>{error}</p> : null}
    </li>
  );
}

function TargetsForm({ card, onClose }: { card: IndicatorCard; onClose: () => void }) {
  const { indicator, today } = card;
  const toast = useToast();
  const set = useSetTargets(indicator.id);
  const periods = useMemo(() => targetPeriods(card), [card]);
  const order = (one: Row, other: Row): number =>
    periods.findIndex(({ key }) => key === one.periodKey) - periods.findIndex(({ key }) => key === other.periodKey);
  const [rows, setRows] = useState<Row[]>(() =>
    card.targets.map(({ periodKey, value, rationale }): Row => ({ periodKey, value, rationale: rationale ?? '' })).sort(order),
  );
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<(EditedMeanwhile<Kept> & { revision: number }) | null>(null);
  const faults = rows.map((row) => faultOf(row, rows, card));

  const add = (): void => {
    const periodKey = nextTargetPeriod(
      periods,
      rows.map((row) => row.periodKey),
      (isEventDriven(indicator) && yearKind(indicator.frequency, card.contractStart)) || indicator.frequency,
      today,
    );
    if (periodKey) setRows([...rows, { periodKey, value: isAnswer(indicator.kind) ? 1 : null, rationale: '' }]);
  };
  const send = async (revision: number): Promise<void> => {
    await set.mutateAsync({
      revision,
      targets: rows.flatMap(({ periodKey, value, rationale }) => (value === null ? [] : [{ periodKey, value, rationale: rationale.trim() || null }])),
    });
    toast.done(text.saved);
    onClose();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    setError(null);
    if (faults.some((fault) => fault !== null)) return;
    try {
      await send(indicator.revision);
    } catch (failure) {
      const other = editedMeanwhile<Kept>(failure);
      if (other && failure instanceof ApiError)
        return setConflict({ ...other, revision: Number(failure.problem.meta?.['revision']) });
      setError(errorSentence(failure));
    }
  };
  const said = (targets: readonly { periodKey: string; value: number | null }[]): string =>
    targets.map(({ periodKey, value }) => `${periodShort(periodKey)} : ${valueText(indicator, value)}`).join(', ');

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={classes.soft}>{text.help}</p>
      {rows.length === 0 ? <p>{text.none}</p> : null}
      <ul className={classes.targetRows}>
        {rows.map((row, at) => (
          <RowFields
            key={at}
            row={row}
            rank={at + 1}
            periods={periods}
            card={card}
            error={tried || faults[at] === text.twice ? (faults[at] ?? null) : null}
            onChange={(changed) => setRows(rows.map((one, index) => (index === at ? changed : one)))}
            onRemove={() => setRows(rows.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      {periods.length === 0 ? (
        <p className={classes.warning}>{text.noPeriod}</p>
      ) : (
        <ActionButton variant="default" label={text.add} onClick={add} icon={<IconPlus size={18} aria-hidden="true" />} />
      )}
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {uiText.cancel}
        </Button>
        <Button type="submit" loading={set.isPending}>
          {uiText.save}
        </Button>
      </Group>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? [{ label: text.field, mine: said(rows), theirs: said(conflict.current.targets ?? []) }] : []}
        onKeepMine={() => send(conflict?.revision ?? indicator.revision)}
        onTakeTheirs={onClose}
        onLater={() => setConflict(null)}
      />
    </form>
  );
}

/** Sets the targets of an indicator, period by period. */
export function TargetsDialog({ card, opened, onClose }: { card: IndicatorCard; opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.title(card.indicator.name)}
      size="lg"
      closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      closeOnClickOutside={false}
    >
      {opened ? <TargetsForm card={card} onClose={onClose} /> : null}
    </Modal>
  );
}
