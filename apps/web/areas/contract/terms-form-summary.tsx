import type { ContractTerms } from '@maillage/domain/contract';
import { termsText } from '../../messages/terms';
import { termsFormText } from '../../messages/terms-form';
import { Section } from '../../ui';
import { CheckList } from './terms-checks';
import { Envelopes } from './terms-envelopes';
import { Total } from './terms-form-indicators';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.summary;

interface SummaryStepProps {
  terms: ContractTerms;
  nameOf: (mission: string) => string;
  warnings: readonly string[];
  /** What must be corrected before sending. */
  faults: readonly string[];
}

/** The year before it is sent: its envelopes, its totals, everything to see. */
export function SummaryStep({ terms, nameOf, warnings, faults }: SummaryStepProps) {
  return (
    <div className={classes.stack}>
      <p className={classes.plain}>{text.lead}</p>
      {faults.length > 0 ? (
        <Section level={3} bare title={text.faults} hint={text.toIndicators}>
          <CheckList label={text.faults} checks={faults.map((sentence) => ({ key: sentence, sentence, tone: 'late' }))} />
        </Section>
      ) : null}
      <Section level={3} bare title={termsText.checks.title}>
        <CheckList label={termsText.checks.title} checks={warnings.map((sentence) => ({ key: sentence, sentence, tone: 'at-risk' }))} />
      </Section>
      <Section level={3} bare title={termsText.envelopes.title}>
        <Envelopes terms={terms} nameOf={nameOf} />
      </Section>
      <Section level={3} bare title={termsFormText.steps.indicators}>
        <ul className={formClasses.lines}>
          {terms.missions.map((mission) => (
            <li key={mission.code} className={formClasses.missionLine}>
              <span>{nameOf(mission.code)}</span>
              <Total mission={mission} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
