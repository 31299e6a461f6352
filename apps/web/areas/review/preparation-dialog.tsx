import { errorText, isDomainError } from '@maillage/domain/kernel';
import { checkPreparation, type Preparation, preparationStatuses, type SheetAction } from '@maillage/domain/review';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../lib/api-error';
import { useDraft } from '../../lib/draft';
import { formatDay } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { ChoiceField, ConflictDialog, dayFault, DayField, Dialog, DraftNote, FormEnd, LongTextField, SelectField, useToast } from '../../ui';
import { peopleQuery } from '../indicators/api';
import { useChangePreparation } from './api';

const text = reviewText.preparation;

interface DialogProps {
  year: number;
  action: SheetAction;
  revision: number;
  onClose: () => void;
}

type Typed = Omit<Preparation, 'note'> & { note: string };
const typedOf = ({ status, personId, dueOn, note }: Preparation): Typed => ({ status, personId, dueOn, note: note ?? '' });

/** Who prepares what of an action, until when. */
export function PreparationDialog({ year, action, revision, onClose }: DialogProps) {
  const toast = useToast();
  const { communityId } = useSession();
  const { data: people = [] } = useQuery(peopleQuery(communityId));
  const change = useChangePreparation(year);
  const draft = useDraft<{ typed: Typed; revision: number }>(`review-preparation:${year}:${action.code}`);
  const [typed, setTyped] = useState<Typed>(draft.restored?.values.typed ?? typedOf(action));
  const [seen] = useState(draft.restored?.values.revision ?? revision);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<EditedMeanwhile<Partial<Preparation & { personName: string | null }>> | null>(null);

  const set = (values: Partial<Typed>): void => {
    const next = { ...typed, ...values };
    setTyped(next);
    setError(null);
    draft.save({ typed: next, revision: seen });
  };
  const save = async (over = seen): Promise<void> => {
    try {
      const checked = checkPreparation(typed);
      await change.mutateAsync({ code: action.code, revision: over, ...checked });
      draft.clear();
      toast.done(text.saved);
      onClose();
    } catch (failure) {
      const meanwhile = editedMeanwhile<Partial<Preparation>>(failure);
      if (meanwhile) setConflict(meanwhile);
      else setError(isDomainError(failure) ? errorText(failure.code, failure.meta) : errorSentence(failure));
    }
  };
  const nameOf = (id: string | null | undefined): string => people.find((person) => person.id === id)?.name ?? (id ? (action.personName ?? '') : text.nobody);
  const gone = typed.personId !== null && people.length > 0 && !people.some(({ id }) => id === typed.personId);
  const theirs = conflict?.current;
  return (
    <Dialog onClose={onClose} title={text.title(action.title)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        style={{ display: 'grid', gap: '1rem' }}
      >
        <ChoiceField label={text.status} inline value={typed.status} onChange={(status) => status && set({ status })} choices={preparationStatuses.map((value) => ({ value, label: reviewText.preparations[value] }))} />
        <SelectField
          label={text.person}
          empty={text.nobody}
          value={typed.personId ?? ''}
          onChange={(id) => set({ personId: id === '' ? null : id })}
          choices={[...people.map(({ id, name }) => ({ value: id, label: name })), ...(gone && typed.personId ? [{ value: typed.personId, label: text.gone(action.personName ?? '') }] : [])]}
        />
        <DayField label={text.due} value={typed.dueOn} error={dayFault(typed.dueOn) ?? undefined} onChange={(dueOn) => set({ dueOn })} />
        <LongTextField label={text.note} hint={text.noteHint} maxLength={400} value={typed.note} onChange={(note) => set({ note })} />
        <FormEnd
          error={error}
          busy={change.isPending}
          submitLabel={text.save}
          close
          onCancel={onClose}
          note={
            <DraftNote
              draft={draft}
              onDiscard={() => {
                draft.clear();
                setTyped(typedOf(action));
              }}
            />
          }
        />
      </form>
      <ConflictDialog
        conflict={conflict}
        fields={
          theirs
            ? [
                { label: text.status, mine: reviewText.preparations[typed.status], theirs: reviewText.preparations[theirs.status ?? 'to-prepare'] },
                { label: text.person, mine: nameOf(typed.personId), theirs: theirs.personName ?? nameOf(theirs.personId) },
                { label: text.due, mine: typed.dueOn ? formatDay(typed.dueOn) : '', theirs: theirs.dueOn ? formatDay(theirs.dueOn) : '' },
                { label: text.note, mine: typed.note, theirs: theirs.note ?? '' },
              ]
            : []
        }
        onKeepMine={() => save(conflict?.revision)}
        onTakeTheirs={() => {
          draft.clear();
          onClose();
        }}
        onLater={() => setConflict(null)}
      />
    </Dialog>
  );
}
