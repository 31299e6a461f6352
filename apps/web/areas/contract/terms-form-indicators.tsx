import { type ContractAction, type ContractIndicator, type ContractTerms, type MissionTerms, termsLimits } from '@maillage/domain/contract';
import { formatEuros, moveItem } from '@maillage/domain/kernel';
import { Accordion, ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { termsFormText } from '../../messages/terms-form';
import { ConfirmDialog, StatusBadge, TextField } from '../../ui';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '../../ui/icons';
import { freshAction, indicatorOf, indicatorValues, type IndicatorValues, takenCodes } from './terms-form-values';
import { indicatorSum, scoringLines, scoringSentence } from './terms-words';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.indicators;

/** An indicator being typed, and where it will stand. */
export interface EditedIndicator {
  mission: number;
  action: number;
  /** null: at the end. */
  index: number | null;
  values: IndicatorValues;
}

interface Part {
  sum: number;
  /** Indicators without a weight. */
  left: number;
  envelope: number | null;
}

/** « 9 000 € sur 35 000 € · il manque 26 000 € ». */
function partWords({ sum, left, envelope }: Part): string {
  const gap = envelope === null ? null : sum - envelope;
  return [
    envelope === null ? text.totalAlone(formatEuros(sum)) : text.total(formatEuros(sum), formatEuros(envelope)),
    ...(left > 0 ? [text.noWeight(left)] : []),
    ...(gap === null ? [] : gap === 0 ? [text.right] : gap < 0 ? [text.under(formatEuros(-gap))] : [text.over(formatEuros(gap))]),
  ].join(' · ');
}

/** What the indicators of a mission add up to beside its envelopes, in words and with a sign. */
export function Total({ mission }: { mission: MissionTerms }) {
  const part = (inCrisis: boolean, { cents }: { cents: number | null }): Part => {
    const { cents: sum, left } = indicatorSum(mission, inCrisis);
    return { sum, left, envelope: cents === null || Number.isNaN(cents) ? null : cents };
  };
  const yearly = part(false, mission.variable);
  const crisis = mission.variableIfCrisis ? part(true, mission.variableIfCrisis) : null;
  const due = (yearly.envelope ?? 0) + (crisis?.envelope ?? 0);
  if (mission.actions.every(({ indicators }) => indicators.length === 0)) return <StatusBadge tone={due > 0 ? 'at-risk' : 'none'} plain label={text.none} />;
  // A mission paid on crises only has no yearly part to compare.
  const shown = [...(crisis && yearly.envelope === 0 && yearly.sum === 0 ? [] : [partWords(yearly)]), ...(crisis ? [text.inCrisis(partWords(crisis))] : [])];
  const right = [yearly, ...(crisis ? [crisis] : [])].every(({ sum, left, envelope }) => sum === envelope && left === 0);
  return <StatusBadge tone={right ? 'attained' : 'at-risk'} plain label={shown.join(' · ')} />;
}

interface LineProps {
  indicator: ContractIndicator;
  first: boolean;
  last: boolean;
  fault: string | undefined;
  onEdit: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function IndicatorLine({ indicator, first, last, fault, onEdit, onMove, onRemove }: LineProps) {
  const { title } = indicator;
  return (
    <li className={formClasses.line} data-fault={fault ? true : undefined}>
      <div className={formClasses.lineText}>
        <strong>{title}</strong>
        <div className={classes.small}>{scoringLines(indicator).lines.map(scoringSentence).join(' · ')}</div>
        {fault ? <p className={formClasses.fault}>{fault}</p> : null}
      </div>
      <div className={formClasses.lineTools}>
        <ActionIcon variant="subtle" color="gray" size={44} disabled={first} aria-label={text.up(title)} onClick={() => onMove(-1)}>
          <IconArrowUp size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={44} disabled={last} aria-label={text.down(title)} onClick={() => onMove(1)}>
          <IconArrowDown size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" size={44} aria-label={text.edit(title)} onClick={onEdit}>
          <IconPencil size={20} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="red" size={44} aria-label={text.removeOf(title)} onClick={onRemove}>
          <IconTrash size={20} aria-hidden="true" />
        </ActionIcon>
      </div>
    </li>
  );
}

interface ActionFieldsProps {
  action: ContractAction;
  position: number;
  /** Where the action stands: `missions[0].actions[1]`. */
  path: string;
  errors: Record<string, string>;
  onChange: (action: ContractAction) => void;
  onRemove: () => void;
  onEdit: (index: number | null) => void;
}

/** The first error below a path. */
const errorUnder = (errors: Record<string, string>, path: string): string | undefined =>
  Object.entries(errors).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];

function ActionFields({ action, position, path, errors, onChange, onRemove, onEdit }: ActionFieldsProps) {
  const { title, indicators } = action;
  const name = text.actionRow(title, position);
  return (
    <fieldset className={formClasses.fieldset}>
      <legend className="only-read-aloud">{name}</legend>
      <div className={formClasses.actionHead}>
        <TextField required label={text.action} maxLength={termsLimits.title} autoComplete="off" error={errors[`${path}.title`]} value={title} onChange={(typed) => onChange({ ...action, title: typed })} />
        <Button variant="subtle" color="red" aria-label={text.removeAction(name)} onClick={onRemove}>
          {text.remove}
        </Button>
      </div>
      {indicators.length > 0 ? (
        <ol className={formClasses.lines}>
          {indicators.map((indicator, index) => (
            <IndicatorLine
              key={indicator.code}
              indicator={indicator}
              first={index === 0}
              last={index === indicators.length - 1}
              fault={errorUnder(errors, `${path}.indicators[${index}]`)}
              onEdit={() => onEdit(index)}
              onMove={(by) => onChange({ ...action, indicators: moveItem(indicators, index, index + by) })}
              onRemove={() => onChange({ ...action, indicators: indicators.filter((_, at) => at !== index) })}
            />
          ))}
        </ol>
      ) : null}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} aria-label={text.addOf(name)} disabled={indicators.length >= termsLimits.indicatorsPerAction} onClick={() => onEdit(null)}>
          {text.add}
        </Button>
      </div>
    </fieldset>
  );
}

/** The terms with the indicator that was being typed in its place. */
export function withIndicator(terms: ContractTerms, { mission: at, action: position, index, values }: EditedIndicator): ContractTerms {
  const indicator = indicatorOf(values, takenCodes(terms));
  const placed = (list: readonly ContractIndicator[]): ContractIndicator[] =>
    index === null ? [...list, indicator] : list.map((one, place) => (place === index ? indicator : one));
  const missions = terms.missions.map((mission, one) =>
    one === at
      ? { ...mission, actions: mission.actions.map((action, place) => (place === position ? { ...action, indicators: placed(action.indicators) } : action)) }
      : mission,
  );
  return { ...terms, missions };
}

interface IndicatorsStepProps {
  terms: ContractTerms;
  nameOf: (mission: string) => string;
  errors: Record<string, string>;
  onChange: (terms: ContractTerms) => void;
  /** Opens an indicator, or a new one. */
  onEdit: (edited: EditedIndicator) => void;
}

/** The actions and indicators of each mission, with their total against the envelope. */
export function IndicatorsStep({ terms, nameOf, errors, onChange, onEdit }: IndicatorsStepProps) {
  const faulty = terms.missions.filter((_, index) => Object.keys(errors).some((path) => path.startsWith(`missions[${index}].actions`)));
  const [open, setOpen] = useState<string[]>(() => (faulty.length > 0 ? faulty : terms.missions.slice(0, 1)).map(({ code }) => code));
  const [leaving, setLeaving] = useState<{ mission: number; action: number } | null>(null);
  const setActions = (mission: number, actions: ContractAction[]): void =>
    onChange({ ...terms, missions: terms.missions.map((one, at) => (at === mission ? { ...one, actions } : one)) });
  const setAction = (mission: number, position: number, action: ContractAction): void =>
    setActions(mission, (terms.missions[mission]?.actions ?? []).map((one, at) => (at === position ? action : one)));
  const removeAction = (mission: number, position: number): void =>
    setActions(mission, (terms.missions[mission]?.actions ?? []).filter((_, at) => at !== position));
  const left = leaving ? terms.missions[leaving.mission]?.actions[leaving.action] : undefined;

  return (
    <div className={classes.stack}>
      <p className={classes.plain}>{text.lead}</p>
      <Accordion multiple value={[...new Set([...open, ...faulty.map(({ code }) => code)])]} onChange={setOpen} variant="contained" order={3}>
        {terms.missions.map((mission, at) => (
          <Accordion.Item key={mission.code} value={mission.code}>
            <Accordion.Control>
              <span className={formClasses.missionLine}>
                <strong>{nameOf(mission.code)}</strong>
                <Total mission={mission} />
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <div className={classes.stack}>
                {mission.actions.map((action, position) => (
                  <ActionFields
                    key={action.code}
                    action={action}
                    position={position + 1}
                    path={`missions[${at}].actions[${position}]`}
                    errors={errors}
                    onChange={(changed) => setAction(at, position, changed)}
                    onRemove={() => (action.indicators.length === 0 ? removeAction(at, position) : setLeaving({ mission: at, action: position }))}
                    onEdit={(index) => onEdit({ mission: at, action: position, index, values: indicatorValues(index === null ? null : (action.indicators[index] ?? null)) })}
                  />
                ))}
                <div>
                  <Button
                    variant="light"
                    leftSection={<IconPlus size={18} aria-hidden="true" />}
                    aria-label={text.addActionOf(nameOf(mission.code))}
                    disabled={mission.actions.length >= termsLimits.actionsPerMission}
                    onClick={() => setActions(at, [...mission.actions, freshAction(terms)])}
                  >
                    {text.addAction}
                  </Button>
                </div>
              </div>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <ConfirmDialog
        opened={leaving !== null}
        title={text.removeActionAsk}
        confirmLabel={text.remove}
        destructive
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving) removeAction(leaving.mission, leaving.action);
        }}
      >
        {text.removeActionWhat(left?.title ?? '', left?.indicators.length ?? 0)}
      </ConfirmDialog>
    </div>
  );
}
