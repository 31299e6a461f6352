import { useForm } from '@mantine/form';
import { definitionChanges, type IndicatorDefinition as Definition, makesVersion } from '@maillage/domain/indicators';
import { textLimits } from '@maillage/domain/kernel';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { ApiError, type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../../lib/api-error';
import { useDraft } from '../../../lib/draft';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { ConflictDialog, DraftNote, Facts, FormError, LongTextField, StepperForm } from '../../../ui';
import { missionsQuery } from '../../contract/api';
import { homeQuery } from '../../project/api';
import { type IndicatorInput, indicatorsQuery, peopleQuery } from '../api';
import { FollowStep } from './form-follow';
import { HowStep } from './form-how';
import { cardInWords } from './form-summary';
import { WhatStep } from './form-steps';
import { faultsOfFollow, faultsOfHow, faultsOfWhat, type IndicatorValues, inputOf, ruleFault, valuesOf } from './form-values';

const text = indicatorsText.form;
const facts = indicatorsText.card;

interface IndicatorFormProps {
  /** Names the draft kept on this device. */
  draftKey: string;
  initial: IndicatorValues;
  /** What the server holds, when the card exists: its own code is free, its revision is sent. */
  existing: { id: string; revision: number; locked: boolean } | null;
  submitLabel: string;
  /** A word on the example it started from. */
  advice?: string;
  send: (input: IndicatorInput, revision: number, reason: string | null) => Promise<void>;
}

interface Kept {
  values: IndicatorValues;
  revision: number;
}

/** What can be chosen: missions followed, actions of the project, people, and codes already used. */
function useChoices(existingId: string | null) {
  const { communityId } = useSession();
  const { data: missions } = useSuspenseQuery(missionsQuery(communityId));
  const { data: list } = useSuspenseQuery(indicatorsQuery(communityId, true));
  const { data: project } = useQuery(homeQuery(communityId));
  const { data: people } = useQuery(peopleQuery(communityId));
  const followed = missions.missions.filter(({ chosen }) => chosen);
  return {
    missions: followed.map(({ code, label }) => ({ value: code, label })),
    missionCodes: followed.map(({ code }) => code),
    actions: (project?.project?.axes ?? []).flatMap(({ actions }) =>
      actions.map(({ id, number, title }) => ({ value: id, label: facts.actionLine(number, title) })),
    ),
    people: (people ?? []).map(({ id, name }) => ({ value: id, label: name })),
    takenCodes: list.filter(({ indicator }) => indicator.id !== existingId).map(({ indicator }) => indicator.code),
  };
}

/** The card of an indicator in four steps; what is typed survives a reload, and two people editing it are told. */
export function IndicatorForm({ draftKey, initial, existing, submitLabel, advice, send }: IndicatorFormProps) {
  const choices = useChoices(existing?.id ?? null);
  const draft = useDraft<Kept>(draftKey);
  const [revision, setRevision] = useState(draft.restored?.values.revision ?? existing?.revision ?? 0);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<(EditedMeanwhile<IndicatorInput> & { revision: number }) | null>(null);
  const form = useForm<IndicatorValues>({
    // A draft kept before the card had more fields takes them from what is there.
    initialValues: draft.restored ? { ...initial, ...draft.restored.values.values } : initial,
    onValuesChange: (values) => draft.save({ values, revision }),
  });
  const around = { missionCodes: choices.missionCodes, takenCodes: choices.takenCodes };
  const step = { form, locked: existing?.locked ?? false };
  // A new version of what values were given under says why.
  const changed = definitionChanges(inputOf(initial) as Definition, inputOf(form.values) as Definition);
  const reasoned = step.locked && makesVersion(changed);

  const check = (faults: Partial<Record<keyof IndicatorValues, string | null>>): boolean => {
    const found = Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null && fault !== undefined));
    form.setErrors(found);
    return Object.keys(found).length === 0;
  };
  const attempt = async (over: number): Promise<void> => {
    await send(inputOf(form.values), over, form.values.reason.trim() || null);
    draft.clear();
  };
  const submit = async (): Promise<void> => {
    const refusal = ruleFault(form.values, around);
    setError(refusal);
    if (refusal || !check({ reason: reasoned && form.values.reason.trim().length < 5 ? cardText.reasonMissing : null })) return;
    setSending(true);
    try {
      await attempt(revision);
    } catch (failure) {
      const other = editedMeanwhile<IndicatorInput>(failure);
      if (other && failure instanceof ApiError)
        return setConflict({ ...other, revision: Number(failure.problem.meta?.['revision']) });
      const fields = failure instanceof ApiError ? Object.values(failure.fieldErrors) : [];
      setError([errorSentence(failure), ...fields].join(' '));
    } finally {
      setSending(false);
    }
  };
  const restart = (values: IndicatorValues, over: number): void => {
    form.setValues(values);
    setRevision(over);
    setConflict(null);
    draft.clear();
  };
  const mine = cardInWords(form.values, choices);

  return (
    <>
      <StepperForm
        submitLabel={submitLabel}
        submitting={sending}
        onSubmit={() => void submit()}
        steps={[
          {
            title: text.steps.what,
            content: (
              <>
                {advice ? <p>{text.advice(advice)}</p> : null}
                <WhatStep {...step} choices={choices} />
              </>
            ),
            check: () => check(faultsOfWhat(form.values, around)),
          },
          { title: text.steps.how, content: <HowStep {...step} />, check: () => check(faultsOfHow(form.values)) },
          {
            title: text.steps.follow,
            content: <FollowStep {...step} people={choices.people} />,
            check: () => check(faultsOfFollow(form.values)),
          },
          {
            title: text.steps.check,
            content: (
              <>
                <Facts items={mine} />
                {reasoned ? (
                  <LongTextField
                    required
                    label={cardText.reason}
                    hint={cardText.reasonHint}
                    minRows={2}
                    maxLength={textLimits.sentence}
                    {...form.getInputProps('reason')}
                  />
                ) : null}
              </>
            ),
          },
        ]}
        footer={
          <>
            {error ? <FormError>{error}</FormError> : null}
            <DraftNote draft={draft} onDiscard={() => restart(initial, existing?.revision ?? 0)} />
          </>
        }
      />
      <ConflictDialog
        conflict={conflict}
        fields={
          conflict
            ? cardInWords(valuesOf(conflict.current), choices).map(({ label, value }, at) => ({
                label,
                mine: mine[at]?.value ?? '',
                theirs: value,
              }))
            : []
        }
        onKeepMine={() => attempt(conflict?.revision ?? revision)}
        onTakeTheirs={() => conflict && restart(valuesOf(conflict.current), conflict.revision)}
        onLater={() => setConflict(null)}
      />
    </>
  );
}
