import { useCan } from '../../app/session';
import { steeringText } from '../../messages/steering';
import { EuroBar, HrefLink } from '../../ui';
import type { Home } from './api';
import classes from './steering.module.css';

const text = steeringText.home;

/** The euros of the contract year that runs: one bar, and the way to every amount. */
export function EurosSummary({ euros }: { euros: NonNullable<Home['euros']> }) {
  const can = useCan();
  return (
    <div className={classes.mission}>
      <EuroBar euros={euros} label={text.eurosOf(euros.label)} />
      {can('money.read') ? (
        <p className={`${classes.soft} no-print`}>
          <HrefLink href={`/contrat/euros?annee=${euros.year}`} className="alone">{text.eurosOpen}</HrefLink>
          {euros.checks > 0 ? (
            <>
              {' · '}
              <HrefLink href={`/contrat/euros?annee=${euros.year}`} className="alone">{text.eurosChecks(euros.checks)}</HrefLink>
            </>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
