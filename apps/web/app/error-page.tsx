import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { ApiError } from '../lib/api-error';
import { shellText } from '../messages/shell';
import { Message } from '../ui/message';
import { NotFoundPage } from './not-found-page';

const text = shellText.errors;

/** A part of the application that could not be fetched: no network, or files that an update has replaced. */
const isPartMissing = (error: unknown): boolean => error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message);

/** A page that failed: what happened, what was kept, what to do. The rest of the application stays in place. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const refusal = error instanceof ApiError ? error : null;
  if (refusal?.isAbsent) return <NotFoundPage />;
  // Trying again changes nothing to a role: the way out is elsewhere.
  if (refusal?.status === 403) {
    return (
      <Message tone="none" title={text.forbiddenTitle} heading="h1" action={{ label: text.toHome, href: '/' }}>
        <p>{refusal.message}</p>
      </Message>
    );
  }
  const partMissing = isPartMissing(error);
  const title = refusal?.isNetwork ? text.networkTitle : text.pageTitle;
  const id = refusal?.problem.requestId;
  return (
    <Message
      tone="late"
      title={title}
      heading="h1"
      action={{
        label: text.retry,
        onClick: () => {
          // The browser remembers a part it failed to fetch; only a fresh page asks for it again.
          if (partMissing) return window.location.reload();
          reset();
          void router.invalidate();
        },
      }}
      secondary={{ label: text.toHome, href: '/' }}
    >
      <p>{refusal ? refusal.message : partMissing ? text.partMissing : text.pageWhat}</p>
      {refusal?.isNetwork ? null : <p>{text.pageKept}</p>}
      {id ? <p>{text.reference(id)}</p> : null}
    </Message>
  );
}
