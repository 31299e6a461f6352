import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { agreementsSince, contractDurationLimits, defaultContractSettings, prorataUnits } from '@maillage/domain/contract';
import { type Day, isDay } from '@maillage/domain/kernel';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { useDraft } from '../../lib/draft';
import { formatDay, formatNumber } from '../../lib/format';
import { numberFault } from '../../lib/number-rule';
import { useSending } from '../../lib/sending';
import { contractText } from '../../messages/contract';
import { uiText } from '../../messages/ui';
import { ChoiceField, ConflictDialog, dayFault, DayField, DraftNote, FormError, NumberField, Section, SelectField, useToast } from '../../ui';
import { type Agreement, agreementsQuery, type ContractPage, useRecordContract } from './api';
import classes from './contract.module.css';
import { formatYearStart, YearStartField } from './year-start-field';

const text = contractText.contract;
const durationRule = { ...contractDurationLimits, decimals: 0 };

type Kept = Omit<NonNullable<ContractPage['contract']>, 'updatedAt'>;

interface Values extends Pick<Kept, 'prorataUnit' | 'accountingYearStart' | 'membershipYearStart'> {
  signedOn: Day | null;
  durationYears: number | null;
  agreement: string;
  size: string;
  /** Revision the typing began on, 0 before the first time: it stays with the draft. */
  revision: number;
}

const valuesOf = (contract: Kept | null, revision: number): Values => ({
  revision,
  signedOn: contract?.signedOn ?? null,
  durationYears: contract?.durationYears ?? 5,
  agreement: contract?.agreement ?? '',
  size: contract?.size ? String(contract.size) : '',
  prorataUnit: contract?.prorataUnit ?? defaultContractSettings.prorataUnit,
  accountingYearStart: contract?.accountingYearStart ?? defaultContractSettings.accountingYearStart,
  membershipYearStart: contract?.membershipYearStart ?? defaultContractSettings.membershipYearStart,
});

/** The versions the contract may be under, the one of its signature first. */
const possible = (agreements: readonly Agreement[], signedOn: Day | null, today: Day) =>
  isDay(signedOn) ? agreementsSince(signedOn, today, agreements) : agreements;

/** The agreement that the form stands for: the one chosen, else the one of the signature. */
function agreementFor(agreements: readonly Agreement[], { agreement, signedOn }: Values, today: Day) {
  const known = possible(agreements, signedOn, today);
  return known.find(({ code }) => code === agreement) ?? (isDay(signedOn) ? known[0] : known.at(-1));
}

/** The contract as signed, to be recorded or corrected. */
export function ContractForm({ page }: { page: ContractPage }) {
  const { communityId } = useSession();
  const { data: agreements } = useSuspenseQuery(agreementsQuery(communityId));
  const toast = useToast();
  const record = useRecordContract();
  const draft = useDraft<Values>('contract');
  const oldest = agreements[0]?.validFrom;
  const dayRule = { min: oldest, max: page.today };
  const sending = useSending<Kept>();
  const { conflict } = sending;
  const form = useForm<Values>({
    // A draft kept before the settings existed has none.
    initialValues: { ...valuesOf(page.contract, page.revision), ...draft.restored?.values },
    onValuesChange: draft.save,
    validate: {
      signedOn: (value) => (value === null ? text.signedOnMissing : dayFault(value, dayRule)),
      durationYears: (value) => (value === null ? text.durationMissing : numberFault(value, durationRule)),
    },
  });
  const agreement = agreementFor(agreements, form.values, page.today);
  const moved = page.contract !== null && form.values.signedOn !== page.contract.signedOn;

  // The version follows the signature: one that had ended by then gives way to the one of that day.
  const moveSignature = (signedOn: Day | null): void => {
    const { agreement: chosen } = form.getValues();
    const kept = possible(agreements, signedOn, page.today).some(({ code }) => code === chosen);
    form.setValues({ signedOn, ...(kept || chosen === '' ? {} : { agreement: agreementFor(agreements, { ...form.getValues(), signedOn }, page.today)?.code ?? '' }) });
  };
  const takeOver = (contract: Kept | null, revision: number): void => {
    form.setInitialValues(valuesOf(contract, revision));
    form.setValues(valuesOf(contract, revision));
    draft.clear();
    sending.later();
  };
  const send = async (values: Values): Promise<void> => {
    const saved = await record.mutateAsync({
      revision: values.revision,
      signedOn: values.signedOn ?? '',
      durationYears: values.durationYears ?? 0,
      agreement: values.agreement || null,
      size: values.size ? (Number(values.size) as 1 | 2 | 3 | 4) : null,
      prorataUnit: values.prorataUnit,
      accountingYearStart: values.accountingYearStart,
      membershipYearStart: values.membershipYearStart,
    });
    takeOver(saved.contract, saved.revision);
    toast.done(text.saved);
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values), (failure) => form.setErrors(failure.fieldErrors)));

  return (
    <form onSubmit={submit} noValidate>
      <Section title={text.form}>
        <div className={classes.fields}>
          <DayField required label={text.signedOn} hint={text.signedOnHint} {...dayRule} {...form.getInputProps('signedOn')} onChange={moveSignature} />
          {moved ? <p className={classes.warning}>{text.moveWarning}</p> : null}
          <NumberField
            required
            label={text.duration}
            hint={text.durationHint(durationRule.min, durationRule.max)}
            unit={text.years}
            {...durationRule}
            {...form.getInputProps('durationYears')}
          />
          <SelectField
            required
            label={text.agreement}
            hint={text.agreementHint}
            empty={page.contract ? undefined : text.agreementAuto}
            choices={possible(agreements, form.values.signedOn, page.today).map(({ code, label }) => ({ value: code, label }))}
            {...form.getInputProps('agreement')}
          />
          <SelectField
            label={text.size}
            hint={text.sizeHint}
            empty={text.sizeUnknown}
            choices={(agreement?.sizes ?? []).map(({ size, minPopulation, maxPopulationExclusive }) => ({
              value: String(size),
              label: `${text.sizeName(size)} (${text.bracket(minPopulation, maxPopulationExclusive)})`,
            }))}
            {...form.getInputProps('size')}
          />
          <ChoiceField
            required
            label={text.prorata}
            hint={text.prorataHint}
            choices={prorataUnits.map((value) => ({ value, label: text.prorataUnits[value] }))}
            inline
            {...form.getInputProps('prorataUnit')}
          />
          <YearStartField required label={text.accountingYear} hint={text.accountingYearHint} {...form.getInputProps('accountingYearStart')} />
          <YearStartField required label={text.membershipYear} hint={text.membershipYearHint} {...form.getInputProps('membershipYearStart')} />
        </div>
        {sending.error ? <FormError>{sending.error}</FormError> : null}
        <Group mt="lg">
          <Button type="submit" loading={record.isPending}>
            {uiText.save}
          </Button>
          <DraftNote
            draft={draft}
            onDiscard={() => {
              form.setValues(valuesOf(page.contract, page.revision));
              draft.clear();
            }}
          />
        </Group>
      </Section>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(agreements, form.values, valuesOf(conflict.current, conflict.revision)) : []}
        onKeepMine={() => send({ ...form.values, revision: conflict?.revision ?? form.values.revision })}
        onTakeTheirs={() => conflict && takeOver(conflict.current, conflict.revision)}
        onLater={sending.later}
      />
    </form>
  );
}

function conflictFields(agreements: readonly Agreement[], mine: Values, theirs: Values) {
  const agreementLabel = (code: string): string => agreements.find((agreement) => agreement.code === code)?.label ?? code;
  const day = (value: Day | null): string => (isDay(value) ? formatDay(value) : '');
  const number = (value: number | null): string => (value === null ? '' : formatNumber(value));
  const size = (value: string): string => (value ? text.sizeName(value) : text.sizeUnknown);
  return [
    { label: text.signedOn, mine: day(mine.signedOn), theirs: day(theirs.signedOn) },
    { label: text.duration, mine: number(mine.durationYears), theirs: number(theirs.durationYears) },
    { label: text.agreement, mine: agreementLabel(mine.agreement), theirs: agreementLabel(theirs.agreement) },
    { label: text.size, mine: size(mine.size), theirs: size(theirs.size) },
    { label: text.prorata, mine: text.prorataUnits[mine.prorataUnit], theirs: text.prorataUnits[theirs.prorataUnit] },
    { label: text.accountingYear, mine: formatYearStart(mine.accountingYearStart), theirs: formatYearStart(theirs.accountingYearStart) },
    { label: text.membershipYear, mine: formatYearStart(mine.membershipYearStart), theirs: formatYearStart(theirs.membershipYearStart) },
  ];
}
