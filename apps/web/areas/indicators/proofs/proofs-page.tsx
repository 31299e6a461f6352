import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { evidenceKinds } from '@maillage/domain/indicators';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { evidenceText as text } from '../../../messages/evidence';
import { indicatorsText } from '../../../messages/indicators';
import { EmptyState, HrefLink, Page, SelectField, TextField } from '../../../ui';
import { type ProofKind, proofHref, proofsQuery } from './evidence-api';
import { EvidenceIcon } from './evidence-icon';
import { proofSubtitle } from './evidence-words';
import classes from './evidence.module.css';

/** Preuves: every proof of the community, the latest first. */
export function ProofsPage() {
  const { communityId, timeZone } = useSession();
  const can = useCan();
  const navigate = useNavigate();
  const { recherche, nature }: { recherche?: string; nature?: ProofKind } = useSearch({ strict: false });
  const [typed, setTyped] = useState(recherche ?? '');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(proofsQuery(communityId, { q: recherche, kind: nature }));
  const proofs = data.pages.flatMap((page) => page.proofs);
  const show = (search: { recherche?: string; nature?: ProofKind }): void => void navigate({ to: '/indicateurs/preuves', search, replace: true });
  const look = useDebouncedCallback((wanted: string) => show({ recherche: wanted.trim() || undefined, nature }), 300);
  const narrowed = recherche !== undefined || nature !== undefined;
  return (
    <Page title={text.title} lead={<p className={classes.soft}>{text.lead}</p>} breadcrumbs={[{ label: indicatorsText.title, href: '/indicateurs' }]}>
      {proofs.length > 0 || narrowed ? (
        <div className={`${classes.filters} no-print`}>
          <TextField
            type="search"
            unmarked
            label={text.search}
            maxLength={200}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              look(value);
            }}
          />
          <SelectField
            unmarked
            label={text.ofKind}
            empty={text.all}
            value={nature ?? ''}
            choices={evidenceKinds.map((kind) => ({ value: kind as string, label: text.kinds[kind] }))}
            onChange={(value) => show({ recherche, nature: evidenceKinds.find((kind) => kind === value) })}
          />
        </div>
      ) : null}
      {proofs.length === 0 ? (
        <EmptyState
          level={2}
          title={narrowed ? text.noneFound : text.none}
          action={!narrowed && can('measures.write') ? { label: text.enter, href: '/indicateurs/saisie' } : undefined}
        >
          {narrowed ? text.noneFoundWhat : text.noneWhat}
        </EmptyState>
      ) : (
        <ul className={classes.choices} aria-label={text.title}>
          {proofs.map((proof) => (
            <li key={proof.id} className={classes.choice}>
              <span className={classes.choiceName}>
                <EvidenceIcon kind={proof.kind} />
                <span>
                  <HrefLink href={proofHref(proof.id)} className="alone">
                    {proof.name}
                  </HrefLink>
                  <span className={classes.under}>{proofSubtitle(proof, timeZone)}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </Page>
  );
}
