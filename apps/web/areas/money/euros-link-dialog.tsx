import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { editedMeanwhile, errorSentence } from '../../lib/api-error';
import { moneyText } from '../../messages/money';
import { Dialog, FormEnd, LoadError, SelectField, TextSkeleton, useToast } from '../../ui';
import { indicatorsQuery } from '../indicators/api';
import { type ContractLink, useLinkIndicator } from './api';

const text = moneyText.link;

interface LinkDialogProps {
  code: string;
  title: string;
  link: ContractLink | null;
  onClose: () => void;
}

/** Chooses the followed indicator that gives the value of a contract indicator. */
export function LinkDialog({ code, title, link, onClose }: LinkDialogProps) {
  const { communityId } = useSession();
  const toast = useToast();
  const { data, error, refetch } = useQuery(indicatorsQuery(communityId));
  const save = useLinkIndicator();
  const [chosen, setChosen] = useState(link?.indicatorId ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (indicatorId: string | null): Promise<void> => {
    setFailure(null);
    if (indicatorId === '') return setFault(text.required);
    try {
      await save.mutateAsync({ code, indicatorId, revision: link?.revision ?? 0 });
      toast.done(indicatorId === null ? text.unlinked : text.saved);
      onClose();
    } catch (problem) {
      setFailure(editedMeanwhile(problem) ? text.conflict : errorSentence(problem));
    }
  };
  return (
    <Dialog onClose={onClose} title={text.title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(chosen);
        }}
      >
        <p>{text.what(title)}</p>
        {error ? <LoadError error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <TextSkeleton /> : null}
        {data?.length === 0 ? <p>{text.noneWhat}</p> : null}
        {data && data.length > 0 ? (
          <SelectField
            required
            label={text.field}
            empty={text.choose}
            value={chosen}
            error={fault}
            choices={data.map(({ indicator }) => ({ value: indicator.id, label: text.code(indicator.code, indicator.name) }))}
            onChange={(value) => {
              setChosen(value);
              setFault(null);
            }}
          />
        ) : null}
        <FormEnd error={failure} busy={save.isPending} disabled={!data || data.length === 0} submitLabel={text.save} onCancel={onClose}>
          {link ? (
            <Button variant="subtle" onClick={() => void send(null)} disabled={save.isPending}>
              {text.unlink}
            </Button>
          ) : null}
        </FormEnd>
      </form>
    </Dialog>
  );
}
