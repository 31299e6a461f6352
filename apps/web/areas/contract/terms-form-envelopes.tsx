import type { ContractTerms, MissionTerms, SignedAmount } from '@maillage/domain/contract';
import { formatEuros } from '../../lib/format';
import { termsFormText } from '../../messages/terms-form';
import { CheckField, NumberField } from '../../ui';
import type { AmountSuggestion } from './terms-api';
import { eurosOf, type Suggestions, suggestionFor, typedAmount } from './terms-form-values';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.envelopes;

interface AmountFieldProps {
  label: string;
  amount: SignedAmount;
  missionCode: string | null;
  part: AmountSuggestion['part'];
  suggestions: Suggestions;
  /** Instead of what the agreement says. */
  hint?: string;
  error?: string;
  onChange: (amount: SignedAmount) => void;
}

/** An amount as signed, with what the agreement says of it; a figure nobody published asks for a tick. */
function AmountField({ label, amount, missionCode, part, suggestions, hint, error, onChange }: AmountFieldProps) {
  const suggestion = suggestionFor(suggestions, missionCode, part);
  const waits = amount.cents !== null && (!amount.confirmed || (suggestion !== null && !suggestion.isRule && suggestion.cents === amount.cents));
  return (
    <div className={formClasses.amountField}>
      <NumberField
        label={label}
        hint={hint ?? (suggestion ? text.suggestion(formatEuros(suggestion.cents), suggestion.sentence) : text.none)}
        unit={text.euro}
        min={0}
        decimals={2}
        error={error}
        value={eurosOf(amount.cents)}
        onChange={(euros) => onChange(typedAmount(euros, suggestion))}
      />
      {waits ? <CheckField label={text.read} checked={amount.confirmed} onChange={(confirmed) => onChange({ ...amount, confirmed })} /> : null}
    </div>
  );
}

interface EnvelopesStepProps {
  terms: ContractTerms;
  suggestions: Suggestions;
  /** Without a size, the agreement suggests nothing. */
  sized: boolean;
  nameOf: (mission: string) => string;
  errors: Record<string, string>;
  onChange: (terms: ContractTerms) => void;
}

/** What each mission is worth in the year. */
export function EnvelopesStep({ terms, suggestions, sized, nameOf, errors, onChange }: EnvelopesStepProps) {
  const setMission = (index: number, change: Partial<MissionTerms>): void =>
    onChange({ ...terms, missions: terms.missions.map((mission, at) => (at === index ? { ...mission, ...change } : mission)) });
  const at = (path: string): string | undefined => errors[path] ?? errors[`${path}.cents`];
  return (
    <div className={classes.stack}>
      <p className={classes.plain}>
        {text.lead} {text.readHint}
      </p>
      {sized ? null : <p className={classes.warning}>{text.noSize}</p>}
      <fieldset className={formClasses.fieldset}>
        <legend>{text.operating}</legend>
        <div className={formClasses.pair}>
          <AmountField
            label={text.yearly}
            amount={terms.operating}
            missionCode={null}
            part="operating"
            suggestions={suggestions}
            error={at('operating')}
            onChange={(operating) => onChange({ ...terms, operating })}
          />
        </div>
      </fieldset>
      {terms.missions.map((mission, index) => {
        const missionCode = mission.code;
        const path = `missions[${index}]`;
        return (
          <fieldset key={missionCode} className={formClasses.fieldset}>
            <legend>{nameOf(missionCode)}</legend>
            <div className={formClasses.pair}>
              <AmountField
                label={text.fixed}
                amount={mission.fixed}
                missionCode={missionCode}
                part="fixed"
                suggestions={suggestions}
                error={at(`${path}.fixed`)}
                onChange={(fixed) => setMission(index, { fixed })}
              />
              <AmountField
                label={text.variable}
                amount={mission.variable}
                missionCode={missionCode}
                part="variable"
                hint={mission.variableIfCrisis && mission.variable.cents === 0 ? text.onlyCrisis : undefined}
                suggestions={suggestions}
                error={at(`${path}.variable`)}
                onChange={(variable) => setMission(index, { variable })}
              />
              {mission.variableIfCrisis || missionCode === 'health-crisis' ? (
                <AmountField
                  label={text.crisis}
                  amount={mission.variableIfCrisis ?? { cents: null, confirmed: false }}
                  missionCode={missionCode}
                part="variableIfCrisis"
                  suggestions={suggestions}
                  error={at(`${path}.variableIfCrisis`)}
                  onChange={(variableIfCrisis) => setMission(index, { variableIfCrisis })}
                />
              ) : null}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
