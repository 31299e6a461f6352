import { ActionIcon, Button } from '@mantine/core';
import type { FormErrors, UseFormReturnType } from '@mantine/form';
import { type Day, isDay, moveItem, textLimits } from '@maillage/domain/kernel';
import { useRef } from 'react';
import { formatDayShort } from '../../lib/format';
import { projectText } from '../../messages/project';
import { dayFault, DayField, TextField } from '../../ui';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../ui/icons';
import type { SectionProps } from './action-page';
import { type Step, useTracking } from './api';
import { EditForm } from './edit-form';
import { identifierFault } from './identifier-fault';
import classes from './steps.module.css';

const text = projectText.action.steps;
const most = 50;

/** A step being typed; `key` names its line on screen. */
interface TypedStep {
  key: string;
  id: string | null;
  title: string;
  dueOn: Day | null;
  doneOn: Day | null;
}
type Values = { steps: TypedStep[] };

const valuesOf = ({ steps }: { steps: readonly Step[] }): Values => ({ steps: steps.map((step) => ({ ...step, key: step.id })) });

function faults({ steps }: Values, today: Day): FormErrors {
  const errors: FormErrors = {};
  steps.forEach(({ title, dueOn, doneOn }, index) => {
    const at = `steps.${index}`;
    errors[`${at}.title`] = title.trim() === '' ? text.nameMissing : identifierFault(title);
    errors[`${at}.dueOn`] = dayFault(dueOn);
    errors[`${at}.doneOn`] = dayFault(doneOn) ?? (isDay(doneOn) && doneOn > today ? text.inFuture : null);
  });
  return Object.fromEntries(Object.entries(errors).filter(([, fault]) => fault));
}

const words = ({ steps }: Values): { label: string; value: string }[] => {
  const day = (value: Day | null): string => (isDay(value) ? formatDayShort(value) : '');
  return [
    {
      label: text.title,
      value: steps
        .map(({ title, dueOn, doneOn }) => [title, dueOn ? text.dueOn(day(dueOn)) : '', doneOn ? text.doneOn(day(doneOn)) : ''].filter(Boolean).join(', '))
        .join(' · '),
    },
  ];
};

function StepFields({ form }: { form: UseFormReturnType<Values> }) {
  const list = useRef<HTMLOListElement>(null);
  const { steps } = form.values;
  const set = (next: TypedStep[]): void => {
    form.clearErrors();
    form.setFieldValue('steps', next);
  };
  const move = (from: number, to: number): void => {
    set(moveItem(steps, from, to));
    const key = steps[from]?.key;
    // The line keeps the hand: its other button when the one pressed is now at the end.
    requestAnimationFrame(() => {
      const line = list.current?.querySelector(`[data-key="${key}"]`);
      line?.querySelector<HTMLButtonElement>(to < from ? '[data-move="up"]:not(:disabled)' : '[data-move="down"]:not(:disabled)')?.focus();
    });
  };
  const add = (): void => {
    const taken = new Set(steps.map(({ key: used }) => used));
    let number = 1;
    while (taken.has(`new-${number}`)) number += 1;
    const key = `new-${number}`;
    set([...steps, { key, id: null, title: '', dueOn: null, doneOn: null }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-key="${key}"] input`)?.focus());
  };
  return (
    <>
      <ol className={classes.lines} ref={list}>
        {steps.map((step, index) => {
          const name = step.title || text.row(index + 1);
          return (
            <li key={step.key} data-key={step.key}>
              <fieldset className={classes.fields}>
                <legend className="only-read-aloud">{text.row(index + 1)}</legend>
                <div className={classes.wide}>
                  <TextField required label={text.name} maxLength={textLimits.title} {...form.getInputProps(`steps.${index}.title`)} />
                </div>
                <DayField label={text.due} {...form.getInputProps(`steps.${index}.dueOn`)} />
                <DayField label={text.doneField} {...form.getInputProps(`steps.${index}.doneOn`)} />
              </fieldset>
              <div className={classes.buttons}>
                <ActionIcon variant="subtle" color="gray" size={44} data-move="up" disabled={index === 0} aria-label={text.up(name)} onClick={() => move(index, index - 1)}>
                  <IconArrowUp size={20} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon variant="subtle" color="gray" size={44} data-move="down" disabled={index === steps.length - 1} aria-label={text.down(name)} onClick={() => move(index, index + 1)}>
                  <IconArrowDown size={20} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon variant="subtle" color="red" size={44} aria-label={text.remove(name)} onClick={() => set(steps.filter(({ key }) => key !== step.key))}>
                  <IconTrash size={20} aria-hidden="true" />
                </ActionIcon>
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} disabled={steps.length >= most} onClick={add}>
          {text.add}
        </Button>
      </div>
    </>
  );
}

/** All the steps of an action: added, renamed, dated, put in order, removed. */
export function StepsForm({ sheet, onClose }: Pick<SectionProps, 'sheet' | 'onClose'>) {
  const { steps: change } = useTracking(sheet.id);
  const first: Values = sheet.steps.length > 0 ? valuesOf(sheet) : { steps: [{ key: 'new-1', id: null, title: '', dueOn: null, doneOn: null }] };
  return (
    <EditForm<Values, { steps: Step[] }>
      draftKey={`action:${sheet.id}:steps`}
      values={first}
      revision={sheet.stepsRevision}
      validate={(values) => faults(values, sheet.today)}
      send={({ steps }, revision) => change.mutateAsync({ steps: steps.map(({ id, title, dueOn, doneOn }) => ({ id, title, dueOn, doneOn })), revision })}
      theirs={valuesOf}
      words={words}
      saved={text.saved}
      onClose={onClose}
    >
      {(form) => <StepFields form={form} />}
    </EditForm>
  );
}
