import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { evidenceRecordKinds } from '@maillage/domain/indicators';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { evidenceText as text } from '../../../messages/evidence';
import { Dialog, FormError, LoadError, SelectField, TextField, TextSkeleton, useToast } from '../../../ui';
import type { Evidence } from '../api';
import { proofsQuery, type ProofKind, recordsQuery, type RecordKind, type Tied, useTieEvidence } from './evidence-api';
import { EvidenceIcon } from './evidence-icon';
import classes from './evidence.module.css';
import { proofSubtitle } from './evidence-words';

interface PartProps {
  attached: readonly Evidence[];
  busy: boolean;
  onTie: (tied: Tied) => Promise<void>;
}

interface ChoiceProps {
  kind: ProofKind;
  name: string;
  under: ReactNode;
  already: boolean;
  busy: boolean;
  onChoose: () => void;
}

function Choice({ kind, name, under, already, busy, onChoose }: ChoiceProps) {
  return (
    <li className={classes.choice}>
      <span className={classes.choiceName}>
        <EvidenceIcon kind={kind} />
        <span>
          {name}
          <span className={classes.under}>{under}</span>
        </span>
      </span>
      {already ? (
        <span className={classes.soft}>{text.already}</span>
      ) : (
        <Button variant="default" aria-label={text.choose(name)} disabled={busy} onClick={onChoose}>
          {text.chooseShort}
        </Button>
      )}
    </li>
  );
}

function useSearchField(): { wanted: string; field: ReactNode } {
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 250);
  return { wanted, field: <TextField type="search" unmarked label={text.search} hint={text.searchHint} maxLength={200} value={typed} onChange={setTyped} /> };
}

/** Among the proofs the community has, the latest first. */
function Existing({ attached, busy, onTie }: PartProps) {
  const { communityId, timeZone } = useSession();
  const { wanted, field } = useSearchField();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(proofsQuery(communityId, { q: wanted }));
  const proofs = data?.pages.flatMap((page) => page.proofs) ?? [];
  return (
    <>
      {field}
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <TextSkeleton lines={3} /> : null}
      {data && proofs.length === 0 ? <p className={classes.soft}>{text.noneExisting}</p> : null}
      <ul className={classes.choices}>
        {proofs.map((proof) => (
          <Choice
            key={proof.id}
            kind={proof.kind}
            name={proof.name}
            under={proofSubtitle(proof, timeZone)}
            already={attached.some(({ id }) => id === proof.id)}
            busy={busy}
            onChoose={() => void onTie({ evidenceId: proof.id })}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </>
  );
}

/** Among the records of the product of one kind. */
function Records({ kind, attached, busy, onTie }: PartProps & { kind: RecordKind }) {
  const { communityId } = useSession();
  const { wanted, field } = useSearchField();
  const { data, error, refetch } = useQuery(recordsQuery(communityId, kind, wanted));
  return (
    <>
      {field}
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <TextSkeleton lines={3} /> : null}
      {data?.length === 0 ? <p className={classes.soft}>{text.noneRecord[kind]}</p> : null}
      <ul className={classes.choices}>
        {data?.map(({ id, name }) => (
          <Choice
            key={id}
            kind="record"
            name={name}
            under={text.recordKind[kind]}
            already={attached.some(({ recordId }) => recordId === id)}
            busy={busy}
            onChoose={() => void onTie({ kind, id })}
          />
        ))}
      </ul>
    </>
  );
}

/** An address, with what it shows. */
function LinkForm({ busy, onTie }: PartProps) {
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void onTie({ url: url.trim(), title: title.trim() });
  };
  return (
    <form noValidate className={classes.linkForm} onSubmit={send}>
      <TextField required type="url" label={text.url} hint={text.urlHint} maxLength={2_000} value={url} onChange={setUrl} placeholder="https://" />
      <TextField required label={text.linkTitle} hint={text.linkTitleHint} maxLength={200} value={title} onChange={setTitle} />
      <Button type="submit" loading={busy} disabled={url.trim() === '' || title.trim() === ''}>
        {text.addLink}
      </Button>
    </form>
  );
}

const sources = ['existing', 'link', ...evidenceRecordKinds] as const;
type Source = (typeof sources)[number];
const sourceLabels: Readonly<Record<Source, string>> = { existing: text.fromExisting, link: text.fromLink, ...text.recordKinds };

interface AttachDialogProps {
  measureId: string;
  attached: readonly Evidence[];
  onClose: () => void;
}

/** « Rattacher une preuve »: a proof the community has, an address, or something the product knows. */
export function AttachDialog({ measureId, attached, onClose }: AttachDialogProps) {
  const toast = useToast();
  const tie = useTieEvidence(measureId);
  const [source, setSource] = useState<Source>('existing');
  const [error, setError] = useState<string | null>(null);
  const onTie = async (tied: Tied): Promise<void> => {
    setError(null);
    try {
      await tie.mutateAsync(tied);
      toast.done(text.attached);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };
  const part = { attached, busy: tie.isPending, onTie };
  return (
    <Dialog
      closeOnClickOutside
      onClose={onClose}
      title={text.attachTitle}
      size="lg"
      // The line it is opened from takes « Entrée » for its own.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.stopPropagation();
      }}
    >
      <div className={classes.dialog}>
        <SelectField
          required
          label={text.from}
          hint={text.attachWhat}
          value={source}
          choices={sources.map((value) => ({ value, label: sourceLabels[value] }))}
          onChange={(value) => {
            setError(null);
            setSource(sources.find((one) => one === value) ?? 'existing');
          }}
        />
        {error ? <FormError>{error}</FormError> : null}
        {source === 'existing' ? <Existing {...part} /> : source === 'link' ? <LinkForm {...part} /> : <Records key={source} kind={source} {...part} />}
      </div>
    </Dialog>
  );
}
