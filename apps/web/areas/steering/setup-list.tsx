import { steeringText } from '../../messages/steering';
import { HrefLink, Section, StatusBadge } from '../../ui';
import type { Home } from './api';
import { hrefOf } from './links';
import classes from './steering.module.css';

const text = steeringText.setup;

/** The first hour: from an empty community to a first dashboard, one step after the other. `rest`: only what is left to do. */
export function SetupList({ setup, rest }: Pick<Home, 'setup'> & { rest?: boolean }) {
  const next = setup.steps.find(({ done }) => !done);
  return (
    <Section title={text.title} hint={text.hint(setup.done, setup.steps.length)}>
      <ol className={classes.setup}>
        {setup.steps.filter(({ done }) => !rest || !done).map((step) => (
          <li key={step.code} data-next={step === next || undefined}>
            <HrefLink href={hrefOf(step.link)} className={classes.lineTitle}>
              {text.steps[step.code]}
            </HrefLink>
            <StatusBadge plain tone={step.done ? 'attained' : 'none'} label={step.done ? text.done : text.todo} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
