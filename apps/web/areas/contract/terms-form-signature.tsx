import type { Day } from '@maillage/domain/kernel';
import { formatContractYear, formatDay } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { termsFormText } from '../../messages/terms-form';
import { CheckField, DayField, Facts, HrefLink, TextField } from '../../ui';
import type { TermsPage, TermsYear } from './terms-api';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.signature;

/** The amendment that brings the version being typed. */
export interface AmendmentValues {
  label: string;
  effectiveOn: Day | null;
  /** Also replaces what later years already say. */
  laterYears: boolean;
}

interface SignatureStepProps {
  contract: NonNullable<TermsPage['contract']>;
  year: TermsYear;
  /** null: the contract as signed, or a correction of the version in force. */
  amendment: AmendmentValues | null;
  /** Later years have terms of their own. */
  laterYears: boolean;
  errors: Record<string, string>;
  /** Where what is proposed comes from; null when the year has terms. */
  from: string | null;
  onAmendment: (amendment: AmendmentValues) => void;
}

/** What is already known of the contract, and the amendment when there is one. */
export function SignatureStep({ contract, year, amendment, laterYears, errors, from, onAmendment }: SignatureStepProps) {
  return (
    <div className={classes.stack}>
      <p className={classes.plain}>{text.lead}</p>
      <Facts
        items={[
          { label: text.signedOn, value: formatDay(contract.signedOn) },
          { label: text.duration, value: text.years(contract.durationYears) },
          { label: text.year, value: formatContractYear(year) },
          { label: text.agreement, value: contract.agreementLabel },
          { label: text.size, value: contract.size === null ? text.sizeMissing : termsText.sizeName(contract.size) },
        ]}
      />
      <p className={classes.plain}>
        <HrefLink href="/reglages/contrat" className="alone">{text.toSettings}</HrefLink>
      </p>
      {amendment ? (
        <div className={formClasses.fields}>
          <TextField required label={text.label} hint={text.labelHint} maxLength={120} autoComplete="off" error={errors['label']} value={amendment.label} onChange={(label) => onAmendment({ ...amendment, label })} />
          <DayField
            required
            label={text.effectiveOn}
            hint={text.effectiveOnHint(formatDay(year.start), formatDay(year.end))}
            min={year.start}
            max={year.end}
            error={errors['effectiveOn']}
            value={amendment.effectiveOn}
            onChange={(effectiveOn) => onAmendment({ ...amendment, effectiveOn })}
          />
          {laterYears ? (
            <CheckField label={text.laterYears} hint={text.laterYearsHint} checked={amendment.laterYears} onChange={(chosen) => onAmendment({ ...amendment, laterYears: chosen })} />
          ) : null}
        </div>
      ) : null}
      {from ? <p className={classes.soft}>{text.from(from)}</p> : null}
    </div>
  );
}
