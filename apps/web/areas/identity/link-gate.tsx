import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { errorSentence } from '../../lib/api-error';
import { identityText } from '../../messages/identity';
import { type ActionProps, Message, TextSkeleton } from '../../ui';
import { type LinkView, linkQuery } from './api';

const text = identityText.link;

interface LinkGateProps {
  kind: LinkView['kind'];
  /** What to do with a link that cannot serve. */
  otherwise: ActionProps;
  children: (link: LinkView, token: string) => ReactNode;
}

/** Reads the link in the address (after « # », where no server sees it) and shows what it opens, or why it cannot serve. */
export function LinkGate({ kind, otherwise, children }: LinkGateProps) {
  const { hash } = useLocation();
  const token = hash.replace(/^#/, '');
  const whole = /^[\w-]{43}$/.test(token);
  const { data: link, error, isPending } = useQuery({ ...linkQuery(token), enabled: whole });
  if (whole && isPending) {
    return (
      <div role="status">
        <span className="only-read-aloud">{text.checking}</span>
        <TextSkeleton />
      </div>
    );
  }
  if (!link || link.kind !== kind) {
    return (
      <Message tone="late" title={text.refused} heading="h1" action={otherwise}>
        <p>{error ? errorSentence(error) : text.incomplete}</p>
      </Message>
    );
  }
  return children(link, token);
}
