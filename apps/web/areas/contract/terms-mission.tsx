import { indicatorsOf, type MissionTerms } from '@maillage/domain/contract';
import { Title } from '@mantine/core';
import { formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { HrefLink, Section } from '../../ui';
import { TermsIndicator } from './terms-indicator';
import { amountWords, indicatorSum } from './terms-words';
import classes from './terms.module.css';

const text = termsText.mission;

/** A mission as signed: its actions, and under each its indicators with what they pay. */
export function TermsMission({ mission, name }: { mission: MissionTerms; name: string }) {
  const count = indicatorsOf({ operating: { cents: null, confirmed: false }, missions: [mission] }).length;
  return (
    <div id={`mission-${mission.code}`} className={classes.mission}>
      <Section
        title={name}
        hint={[text[mission.kind], text.indicators(count), text.sum(formatEuros(indicatorSum(mission).cents)), text.envelope(amountWords(mission.variable))].join(' · ')}
        tools={
          <HrefLink href={`/missions/${mission.code}`} className="alone" aria-label={text.seeOf(name)}>
            {text.see}
          </HrefLink>
        }
      >
        {count === 0 ? <p className={classes.soft}>{text.noIndicator}</p> : null}
        {mission.actions
          .filter(({ indicators }) => indicators.length > 0)
          .map(({ code, title, indicators }) => (
            <section key={code} aria-label={text.action(title)} className={classes.action}>
              <Title order={3}>
                {title}
              </Title>
              <ul className={classes.indicators}>
                {indicators.map((indicator) => (
                  <TermsIndicator key={indicator.code} indicator={indicator} />
                ))}
              </ul>
            </section>
          ))}
      </Section>
    </div>
  );
}
