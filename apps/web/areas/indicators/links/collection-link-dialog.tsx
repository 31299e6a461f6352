import { Button, Group, Modal } from '@mantine/core';
import { lastExpiry, nextLinkPeriod, ordinaryFrom, linkPeriods } from '@maillage/domain/indicators';
import { addMonths, type Day } from '@maillage/domain/kernel';
import { useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { ApiError, errorSentence } from '../../../lib/api-error';
import { newId } from '../../../lib/new-id';
import { collectionLinksText } from '../../../messages/collection-links';
import { uiText } from '../../../messages/ui';
import { CheckField, ChoiceField, ChoicesField, dayFault, DayField, FormError, TextField } from '../../../ui';
import { type Indicator, indicatorsQuery } from '../api';
import { LinkAddress } from './collection-link-address';
import { useCreateCollectionLink } from './collection-links-api';
import classes from './collection-links.module.css';
import { periodShort } from '../words';

const text = collectionLinksText.form;

interface Values {
  recipient: string;
  indicatorIds: string[];
  scope: 'each' | 'some';
  periods: string[];
  from: Day | null;
  expiresOn: Day | null;
  showPrevious: boolean;
  by: 'address' | 'email';
  email: string;
}

/** The periods that can be named: the last ones of the chosen indicators, and the one that runs. */
function choosable(indicators: readonly Indicator[], today: Day, contractStart: Day | null): string[] {
  const options = { today, calendar: { contractStart } };
  const keys = indicators.flatMap((indicator) => {
    const followed = { ...indicator, archivedAt: null };
    const past = linkPeriods(followed, { periods: null, from: null }, options).slice(-6);
    const next = nextLinkPeriod(followed, { periods: null, from: null, expiresOn: lastExpiry(today) }, options);
    return [...past, ...(next ? [next.period] : [])];
  });
  const starts = new Map(keys.map(({ key, start }) => [key, start]));
  return [...starts].sort(([, a], [, b]) => (a < b ? 1 : -1)).map(([key]) => key);
}

function LinkForm({ today, contractStart, onMade, onClose }: { today: Day; contractStart: Day | null; onMade: (made: { address: string | null; email: string | null }) => void; onClose: () => void }) {
  const { communityId } = useSession();
  const { data } = useSuspenseQuery(indicatorsQuery(communityId));
  // A computed value is given by nobody; a link opens periods known beforehand, no event.
  const lines = data.filter(({ indicator }) => !indicator.formula && indicator.frequency !== 'event');
  const create = useCreateCollectionLink();
  const [id] = useState(() => newId());
  const [error, setError] = useState<string | null>(null);
  const limits = { min: today, max: lastExpiry(today) };
  const form = useForm<Values>({
    initialValues: {
      recipient: '', indicatorIds: [], scope: 'each', periods: [], from: ordinaryFrom(today), expiresOn: addMonths(today, 12), showPrevious: false, by: 'address', email: '',
    },
    validate: {
      recipient: (value) => (value.trim() === '' ? text.missing : null),
      indicatorIds: (value) => (value.length === 0 ? text.none : null),
      periods: (value, { scope }) => (scope === 'some' && value.length === 0 ? text.noPeriod : null),
      from: (value, { scope }) => (scope === 'each' ? (value ? dayFault(value) : text.missing) : null),
      expiresOn: (value) => (value ? dayFault(value, limits) : text.missing),
      email: (value, { by }) => (by === 'email' && value.trim() === '' ? text.missing : null),
    },
  });
  const { indicatorIds, scope, by, periods } = form.values;
  const chosen = lines.map(({ indicator }) => indicator).filter(({ id: one }) => indicatorIds.includes(one));
  const offered = choosable(chosen, today, contractStart);

  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      const email = values.by === 'email' ? values.email.trim() : null;
      const asked = values.scope === 'each' ? { periods: null, from: values.from } : { periods: periods.filter((key) => offered.includes(key)), from: null };
      const { recipient, showPrevious } = values;
      const made = await create.mutateAsync({ id, recipient, indicatorIds, ...asked, expiresOn: values.expiresOn ?? today, showPrevious, email, send: email !== null });
      onMade({ address: made.address, email });
    } catch (failure) {
      const fields = failure instanceof ApiError ? failure.fieldErrors : {};
      form.setErrors(fields);
      setError(errorSentence(failure));
    }
  });

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <TextField required label={text.recipient} hint={text.recipientHint} maxLength={160} autoComplete="off" {...form.getInputProps('recipient')} />
      <ChoicesField
        required
        label={text.indicators}
        search={text.searchIndicators}
        choices={lines.map(({ indicator }) => ({ value: indicator.id, label: `${indicator.code} ${indicator.name}` }))}
        {...form.getInputProps('indicatorIds')}
      />
      <ChoiceField
        required
        label={text.periods}
        choices={[
          { value: 'each', label: text.each, hint: text.eachHint },
          { value: 'some', label: text.some },
        ]}
        {...form.getInputProps('scope')}
      />
      {scope === 'each' ? (
        <DayField required label={text.from} {...form.getInputProps('from')} />
      ) : offered.length === 0 ? (
        <p className={classes.soft}>{text.chooseFirst}</p>
      ) : (
        <ChoicesField required label={text.which} choices={offered.map((key) => ({ value: key, label: periodShort(key) }))} {...form.getInputProps('periods')} />
      )}
      <DayField required label={text.expires} hint={text.expiresHint} {...limits} {...form.getInputProps('expiresOn')} />
      <CheckField label={text.showPrevious} hint={text.showPreviousHint} {...form.getInputProps('showPrevious', { type: 'checkbox' })} />
      <ChoiceField
        required
        label={text.send}
        choices={[
          { value: 'address', label: text.byAddress },
          { value: 'email', label: text.byEmail },
        ]}
        {...form.getInputProps('by')}
      />
      {by === 'email' ? <TextField required type="email" label={text.email} autoComplete="off" maxLength={254} {...form.getInputProps('email')} /> : null}
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={create.isPending}>
          {uiText.cancel}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {text.make}
        </Button>
      </Group>
    </form>
  );
}

/** Makes a link, then shows its address once. */
export function CollectionLinkDialog({ opened, today, contractStart, onClose }: { opened: boolean; today: Day; contractStart: Day | null; onClose: () => void }) {
  const [made, setMade] = useState<{ address: string | null; email: string | null } | null>(null);
  const close = (): void => {
    setMade(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={made ? text.madeTitle : text.title}
      closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      closeOnClickOutside={false}
      closeOnEscape={made === null}
    >
      {made ? (
        <div className={classes.form}>
          {made.address ? <LinkAddress address={made.address} /> : <p role="status">{made.email ? text.madeByEmail(made.email) : text.already}</p>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text.done}
            </Button>
          </Group>
        </div>
      ) : (
        <LinkForm today={today} contractStart={contractStart} onMade={setMade} onClose={close} />
      )}
    </Modal>
  );
}
