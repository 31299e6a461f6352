import { useState } from 'react';
import { useCan } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { termsImportText } from '../../messages/terms-import';
import { FormError, Message } from '../../ui';
import { type ImportResult, useFollowIndicators } from './import-api';

const text = termsImportText;

/** The contract is imported: what was written, and what to do next. */
export function ImportDone({ result: { changed, year, differences } }: { result: ImportResult }) {
  const can = useCan();
  const follow = useFollowIndicators();
  const [created, setCreated] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    setError(null);
    try {
      setCreated((await follow.mutateAsync(year)).created);
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  const toEuros = { label: text.toEuros, href: `/contrat/euros?annee=${year}` };
  const asks = created === null && can('indicators.write');
  return (
    <Message
      tone="attained"
      title={text.done}
      action={asks ? { label: text.follow, onClick: () => void create(), loading: follow.isPending } : toEuros}
      secondary={asks ? toEuros : { label: text.toContract, href: `/contrat?annee=${year}` }}
    >
      <p>{changed ? text.doneWhat(differences.length) : text.doneNothing}</p>
      <p role="status">{created === null ? (asks ? text.followWhat : '') : text.followed(created)}</p>
      {error ? <FormError>{error}</FormError> : null}
    </Message>
  );
}
