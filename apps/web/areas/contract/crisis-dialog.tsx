import { useForm } from '@mantine/form';
import { type Day, isDay, textLimits } from '@maillage/domain/kernel';
import { formatDay } from '../../lib/format';
import { useSending } from '../../lib/sending';
import { termsText } from '../../messages/terms';
import { ConflictDialog, dayFault, DayField, Dialog, FormEnd, SelectField, TextField, useToast } from '../../ui';
import { type Crisis, type TermsPage, useCrises } from './terms-api';
import classes from './terms-form.module.css';

const text = termsText.crises;

interface Values {
  kind: string;
  recognisedOn: Day | null;
  reference: string;
  endedOn: Day | null;
}

interface CrisisFormProps {
  crisis: Crisis | null;
  kinds: TermsPage['crisisKinds'];
  today: Day;
  /** No crisis counts before the contract. */
  signedOn: Day | undefined;
  onClose: () => void;
}

function CrisisForm({ crisis, kinds, today, signedOn, onClose }: CrisisFormProps) {
  const toast = useToast();
  const { save } = useCrises();
  const dayRule = { min: signedOn, max: today };
  const sending = useSending<Omit<Values, 'reference'> & { reference: string | null }>();
  const { conflict } = sending;
  const form = useForm<Values>({
    initialValues: { kind: crisis?.kind ?? '', recognisedOn: crisis?.recognisedOn ?? null, reference: crisis?.reference ?? '', endedOn: crisis?.endedOn ?? null },
    validate: {
      kind: (value) => (value === '' ? text.kindMissing : null),
      recognisedOn: (value) => (value === null ? text.recognisedOnMissing : dayFault(value, dayRule)),
      endedOn: (value, { recognisedOn }) => dayFault(value) ?? (value && recognisedOn && value < recognisedOn ? text.order : null),
    },
  });
  const send = async (values: Values, revision: number): Promise<void> => {
    await save.mutateAsync({
      id: crisis?.id ?? null,
      revision,
      kind: values.kind,
      recognisedOn: values.recognisedOn ?? '',
      reference: values.reference.trim() || null,
      endedOn: values.endedOn,
    });
    toast.done(text.saved);
    onClose();
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values, crisis?.revision ?? 0), (failure) => form.setErrors(failure.fieldErrors)));
  const kindLabel = (code: string): string => kinds.find((kind) => kind.code === code)?.label ?? '';
  const words = (values: { kind: string; recognisedOn: Day | null; reference: string | null; endedOn: Day | null }) => {
    const day = (value: Day | null): string => (isDay(value) ? formatDay(value) : '');
    return [
      { label: text.kind, value: kindLabel(values.kind) },
      { label: text.recognisedOn, value: day(values.recognisedOn) },
      { label: text.reference, value: values.reference ?? '' },
      { label: text.endedOn, value: day(values.endedOn) },
    ];
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <SelectField required label={text.kind} empty={text.kindEmpty} choices={kinds.map(({ code, label }) => ({ value: code, label }))} {...form.getInputProps('kind')} />
        <DayField required label={text.recognisedOn} hint={text.recognisedOnHint} {...dayRule} {...form.getInputProps('recognisedOn')} />
        <TextField label={text.reference} hint={text.referenceHint} maxLength={textLimits.sentence} autoComplete="off" {...form.getInputProps('reference')} />
        <DayField label={text.endedOn} hint={text.endedOnHint} {...form.getInputProps('endedOn')} />
      </div>
      <FormEnd error={sending.error} busy={save.isPending} onCancel={onClose} />
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? words(form.values).map(({ label, value }, at) => ({ label, mine: value, theirs: words(conflict.current)[at]?.value ?? '' })) : []}
        onKeepMine={() => send(form.values, conflict?.revision ?? 0)}
        onTakeTheirs={onClose}
        onLater={sending.later}
      />
    </form>
  );
}

/** Asks for a crisis that the ARS recognised. */
export function CrisisDialog({ edited, ...rest }: Omit<CrisisFormProps, 'crisis'> & { edited: Crisis | 'new' | null }) {
  return (
    <Dialog opened={edited !== null} onClose={rest.onClose} title={text.form} size="lg">
      {edited ? <CrisisForm key={edited === 'new' ? 'new' : edited.id} crisis={edited === 'new' ? null : edited} {...rest} /> : null}
    </Dialog>
  );
}
