import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { MissionParticipation } from '@maillage/domain/contract';
import { type Day, isDay } from '@maillage/domain/kernel';
import { useState } from 'react';
import { ApiError, type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../lib/api-error';
import { formatDay } from '../../lib/format';
import { contractText } from '../../messages/contract';
import { uiText } from '../../messages/ui';
import { ConflictDialog, dayFault, DayField, FormError, useToast } from '../../ui';
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
  const [conflict, setConflict] = useState<(EditedMeanwhile<MissionParticipation> & { revision: number }) | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ends = page.contractEndsOn;
  const dayRule = { min: page.contractSignedOn ?? undefined, max: ends && ends < page.today ? ends : page.today };
  // What was on screen when the dialog opened: the page may be read again behind it.
  const [seen] = useState(mission.revision);
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
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await send(values, seen);
    } catch (failure) {
      const other = editedMeanwhile<MissionParticipation>(failure);
      if (other && failure instanceof ApiError)
        return setConflict({ ...other, revision: Number(failure.problem.meta?.['revision']) });
      if (failure instanceof ApiError) form.setErrors(failure.fieldErrors);
      setError(errorSentence(failure));
    }
  });

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
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {uiText.cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {uiText.save}
        </Button>
      </Group>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(form.values, conflict.current) : []}
        onKeepMine={() => send(form.values, conflict?.revision ?? seen)}
        onTakeTheirs={onClose}
        onLater={() => setConflict(null)}
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
    <Modal
      opened={mission !== null}
      onClose={rest.onClose}
      title={mission?.label}
      size="lg"
      closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      closeOnClickOutside={false}
    >
      {mission ? <MissionForm key={mission.code} mission={mission} {...rest} /> : null}
    </Modal>
  );
}
