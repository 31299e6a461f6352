import type { ContractTerms, MissionTerms } from '@maillage/domain/contract';
import { termsFormText } from '../../messages/terms-form';
import { ChoicesField, Section } from '../../ui';
import type { Agreement } from './api';
import { freshMission, type Suggestions } from './terms-form-values';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.missions;

interface MissionsStepProps {
  version: Agreement;
  suggestions: Suggestions;
  terms: ContractTerms;
  aside: readonly MissionTerms[];
  onChange: (terms: ContractTerms, aside: MissionTerms[]) => void;
}

/** Which missions are signed: the core ones always, the optional ones as chosen. */
export function MissionsStep({ version, suggestions, terms, aside, onChange }: MissionsStepProps) {
  const optional = version.missions.filter(({ kind }) => kind === 'optional');
  const count = (code: string): number =>
    [...terms.missions, ...aside].find((mission) => mission.code === code)?.actions.reduce((sum, { indicators }) => sum + indicators.length, 0) ?? 0;
  const choose = (chosen: string[]): void => {
    const known = [...terms.missions, ...aside];
    const wanted = version.missions.filter(({ code, kind }) => kind === 'core' || chosen.includes(code));
    // In the order of the agreement; a mission it does not know stays, and is told as a fault.
    const strangers = terms.missions.filter(({ code }) => !version.missions.some((mission) => mission.code === code));
    const missions = [...wanted.map((mission) => known.find(({ code }) => code === mission.code) ?? freshMission(mission, suggestions)), ...strangers];
    const left = known.filter(({ code }) => !missions.some((mission) => mission.code === code));
    onChange({ ...terms, missions }, left);
  };
  return (
    <div className={classes.stack}>
      <p className={classes.plain}>{text.lead(version.label)}</p>
      <Section level={3} bare title={text.core} hint={text.coreHint}>
        <ul className={classes.plainList}>
          {version.missions
            .filter(({ kind }) => kind === 'core')
            .map(({ code, label }) => (
              <li key={code}>
                {label}
                {count(code) > 0 ? <span className={formClasses.softInline}> · {text.held(count(code))}</span> : null}
              </li>
            ))}
        </ul>
      </Section>
      {optional.length > 0 ? (
        <ChoicesField
          label={text.optional}
          hint={text.optionalHint}
          choices={optional.map(({ code, label, summary }) => ({ value: code, label, hint: count(code) > 0 ? text.held(count(code)) : summary }))}
          value={terms.missions.map(({ code }) => code).filter((code) => optional.some((mission) => mission.code === code))}
          onChange={choose}
        />
      ) : null}
    </div>
  );
}
