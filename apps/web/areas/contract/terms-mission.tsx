import { indicatorsOf, type MissionTerms } from '@maillage/domain/contract';
import { Button, Title } from '@mantine/core';
import { useId } from 'react';
import { formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { HrefLink } from '../../ui';
import { IconChevronDown, IconChevronRight } from '../../ui/icons';
import { TermsIndicator } from './terms-indicator';
import { amountWords, indicatorSum } from './terms-words';
import classes from './terms.module.css';

const text = termsText.mission;

interface TermsMissionProps {
  mission: MissionTerms;
  name: string;
  open: boolean;
  onToggle: () => void;
}

/** A mission as signed: its actions, and under each its indicators with what they pay. On paper it is always open. */
export function TermsMission({ mission, name, open, onToggle }: TermsMissionProps) {
  const id = useId();
  const count = indicatorsOf({ operating: { cents: null, confirmed: false }, missions: [mission] }).length;
  return (
    <section id={`mission-${mission.code}`} aria-labelledby={`${id}-name`} className={classes.mission}>
      <div className={classes.missionHead}>
        <div>
          <Title order={3} id={`${id}-name`}>
            {name}
          </Title>
          <p className={classes.soft}>
            {[text[mission.kind], text.sum(formatEuros(indicatorSum(mission).cents)), text.envelope(amountWords(mission.variable))].join(' · ')}
          </p>
        </div>
        <HrefLink href={`/missions/${mission.code}`} className="alone no-print" aria-label={text.seeOf(name)}>
          {text.see}
        </HrefLink>
      </div>
      {count === 0 ? (
        <p className={classes.soft}>{text.noIndicator}</p>
      ) : (
        <Button
          variant="subtle"
          className="no-print"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          leftSection={open ? <IconChevronDown size={18} aria-hidden="true" /> : <IconChevronRight size={18} aria-hidden="true" />}
        >
          {open ? text.close : text.open(count)}
          <span className="only-read-aloud">{text.of(name)}</span>
        </Button>
      )}
      <div id={id} className={classes.detail} data-open={open || undefined}>
        {mission.actions
          .filter(({ indicators }) => indicators.length > 0)
          .map(({ code, title, indicators }) => (
            <section key={code} aria-label={text.action(title)}>
              <Title order={4}>{title}</Title>
              <ul className={classes.indicators}>
                {indicators.map((indicator) => (
                  <TermsIndicator key={indicator.code} indicator={indicator} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </section>
  );
}
