import { useForm } from '@mantine/form';
import type { MissionParticipation } from '@maillage/domain/contract';
import { type Day, isDay } from '@maillage/domain/kernel';
import { useState } from 'react';
import { formatDay } from '../../lib/format';
import { useSending } from '../../lib/sending';
import { contractText } from '../../messages/contract';
import { ConflictDialog, dayFault, DayField, Dialog, FormEnd, useToast } from '../../ui';
import { type Mission, type MissionsPage, useChangeMission } from './api';
import classes from './contract.module.css';

const text = contractText.missions;

interface Values {
  startedOn: Day | null;
  deployedOn: Day | null;
}

interface MissionFormProps {
  mission: Mission;
  page: MissionsPage;
  onClose: () => void;
}

const valuesOf = ({ startedOn, deployedOn }: Values): Values => ({ startedOn, deployedOn });

function MissionForm({ mission, page, onClose }: MissionFormProps) {
  const toast = useToast();
  const change = useChangeMission();
  const ends = page.contractEndsOn;
  const dayRule = { min: page.contractSignedOn ?? undefined, max: ends && ends < page.today ? ends : page.today };
  // What was on screen when the dialog opened: the page may be read again behind it.
  const [seen] = useState(mission.revision);
  const sending = useSending<MissionParticipation>();
  const { conflict } = sending;
  const form = useForm<Values>({
    initialValues: valuesOf(mission.clock),
    validate: {
      startedOn: (value) => dayFault(value, dayRule),
      deployedOn: (value, { startedOn }) =>
        dayFault(value, dayRule) ??
        (value && !startedOn ? text.needStart : value && startedOn && value < startedOn ? text.order : null),
    },
  });

  const send = async (values: Values, revision: number): Promise<void> => {
    await change.mutateAsync({ code: mission.code, revision, chosen: true, ...values });
    toast.done(text.saved);
    onClose();
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values, seen), (failure) => form.setErrors(failure.fieldErrors)));

  return (
    <form onSubmit={submit} noValidate>
      <div className={classes.fields}>
        <DayField
          label={text.startedOn}
          hint={text.startedOnHint(page.contractSignedOn ? formatDay(page.contractSignedOn) : '')}
          {...dayRule}
          {...form.getInputProps('startedOn')}
        />
        <DayField label={text.deployedOn} hint={text.deployedOnHint} {...dayRule} {...form.getInputProps('deployedOn')} />
      </div>
      <FormEnd error={sending.error} busy={change.isPending} onCancel={onClose} />
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(form.values, conflict.current) : []}
        onKeepMine={() => send(form.values, conflict?.revision ?? seen)}
        onTakeTheirs={onClose}
        onLater={sending.later}
      />
    </form>
  );
}

function conflictFields(mine: Values, theirs: Values) {
  const day = (value: Day | null): string => (isDay(value) ? formatDay(value) : '');
  return [
    { label: text.startedOn, mine: day(mine.startedOn), theirs: day(theirs.startedOn) },
    { label: text.deployedOn, mine: day(mine.deployedOn), theirs: day(theirs.deployedOn) },
  ];
}

/** Asks when a mission started and when it was deployed. */
export function MissionDialog({ mission, ...rest }: Omit<MissionFormProps, 'mission'> & { mission: Mission | null }) {
  return (
    <Dialog
      opened={mission !== null}
      onClose={rest.onClose}
      title={mission?.label}
      size="lg"
    >
      {mission ? <MissionForm key={mission.code} mission={mission} {...rest} /> : null}
    </Dialog>
  );
}
