import { daysBetween } from '@maillage/domain/kernel';
import { formatDay } from '../../lib/format';
import { projectText } from '../../messages/project';
import { EmptyState, Section, StatusIcon, useToast } from '../../ui';
import { IconCheck } from '../../ui/icons';
import type { SectionProps } from './action-page';
import { type ActionSheet, type Step, useTracking } from './api';
import { EditButton } from './edit-button';
import classes from './steps.module.css';
import { StepsForm } from './steps-form';

const text = projectText.action.steps;

function StepWhen({ step, sheet }: { step: Step; sheet: ActionSheet }) {
  if (step.doneOn) return <span className={classes.done}>{text.doneOn(formatDay(step.doneOn))}</span>;
  if (!step.dueOn) return <span className={classes.soft}>{text.noDate}</span>;
  const isLate = sheet.lateSteps.some(({ id }) => id === step.id);
  return (
    <span className={isLate ? classes.late : classes.soft}>
      {isLate ? <StatusIcon tone="late" /> : null} {text.dueOn(formatDay(step.dueOn))}
      {isLate ? `, ${text.late(daysBetween(step.dueOn, sheet.today))}` : null}
    </span>
  );
}

/** The steps, ticked in one click; a click too many is undone by another. */
function StepList({ sheet }: Pick<SectionProps, 'sheet'>) {
  const toast = useToast();
  const { mark } = useTracking(sheet.id);
  const pending = mark.isPending ? mark.variables : undefined;
  const toggle = async (step: Step): Promise<void> => {
    const done = step.doneOn === null;
    try {
      await mark.mutateAsync({ stepId: step.id, done });
      toast.done(done ? text.marked(step.title) : text.unmarked(step.title));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <ol className={classes.steps} aria-label={text.list}>
      {sheet.steps.map((step) => {
        const done = pending?.stepId === step.id ? pending.done : step.doneOn !== null;
        return (
          <li key={step.id} data-done={done || undefined}>
            {sheet.may.track ? (
              <button type="button" role="checkbox" aria-checked={done} aria-label={text.mark(step.title)} className={classes.tick} disabled={mark.isPending} onClick={() => void toggle(step)}>
                <span>{done ? <IconCheck size={18} stroke={3} aria-hidden="true" /> : null}</span>
              </button>
            ) : (
              <span className={classes.tick} aria-hidden="true">
                <span>{done ? <IconCheck size={18} stroke={3} aria-hidden="true" /> : null}</span>
              </span>
            )}
            <span className={classes.text}>
              <span className={classes.title}>{step.title}</span>
              <StepWhen step={step} sheet={sheet} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The steps of the action. */
export function ActionStepsSection({ sheet, editing, onEdit, onClose }: SectionProps) {
  const { track } = sheet.may;
  if (editing && track) {
    return (
      <Section title={text.title}>
        <StepsForm sheet={sheet} onClose={onClose} />
      </Section>
    );
  }
  if (sheet.steps.length === 0) {
    return (
      <Section title={text.title}>
        {track ? (
          <EmptyState title={text.empty} action={{ label: text.add, onClick: onEdit }}>
            {text.emptyWhat}
          </EmptyState>
        ) : (
          <p className={classes.soft}>{text.emptyRead}</p>
        )}
      </Section>
    );
  }
  const done = sheet.steps.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <Section title={text.title} hint={text.done(done, sheet.steps.length)} tools={track ? <EditButton section={text.title} label={text.edit} onClick={onEdit} /> : undefined}>
      <StepList sheet={sheet} />
    </Section>
  );
}

