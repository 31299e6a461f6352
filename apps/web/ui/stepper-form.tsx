import { Button, Group, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { uiText } from '../messages/ui';
import { IconCheck } from './icons';
import classes from './stepper-form.module.css';

const text = uiText.stepper;

/** One step of a long form. */
export interface FormStep {
  title: string;
  content: ReactNode;
  /** True when the step may be left forwards; shows its own errors otherwise. */
  check?: () => boolean | Promise<boolean>;
}

interface StepperFormProps {
  /** The last one is the summary. */
  steps: readonly [FormStep, ...FormStep[]];
  submitLabel: string;
  submitting?: boolean;
  onSubmit: () => void;
  /** Under the buttons: the draft, the error of the whole. */
  footer?: ReactNode;
}

/** A long form in steps. One can go back to any step done; what is typed stays. */
export function StepperForm({ steps, submitLabel, submitting, onSubmit, footer }: StepperFormProps) {
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const step = steps[at] ?? steps[0];
  const last = at === steps.length - 1;

  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [at]);

  const go = (to: number): void => {
    moved.current = true;
    setAt(to);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (step.check && !(await step.check())) return;
    if (last) onSubmit();
    else go(at + 1);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className={classes.form}>
      <ol className={classes.steps} aria-label={text.progress}>
        {steps.map(({ title }, index) => (
          <li key={title} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
            {index < at ? (
              <button type="button" onClick={() => go(index)}>
                <span className={classes.number}>
                  <IconCheck size={16} aria-hidden="true" />
                </span>
                {title} <span className="only-read-aloud">({text.done})</span>
              </button>
            ) : (
              <span className={classes.label}>
                <span className={classes.number}>{index + 1}</span>
                {title}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={classes.where}>{text.step(at + 1, steps.length)}</p>
      <Title order={2} ref={heading} tabIndex={-1}>
        {step.title}
      </Title>
      <div className={classes.content}>{step.content}</div>
      <Group>
        {at > 0 ? (
          <Button variant="default" onClick={() => go(at - 1)} disabled={submitting}>
            {text.previous}
          </Button>
        ) : null}
        <Button type="submit" loading={submitting}>
          {last ? submitLabel : text.next}
        </Button>
      </Group>
      {footer}
    </form>
  );
}
