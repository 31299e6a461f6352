import { errorSentence } from '../lib/api-error';
import { uiText } from '../messages/ui';
import { Message } from './message';

/** A part of a page that could not be loaded; the rest of the page stays usable. */
export function LoadError({ error, onRetry, title = uiText.load.title }: { error: unknown; onRetry?: () => void; title?: string }) {
  return (
    <div role="alert">
      <Message tone="late" title={title} heading="h3" action={onRetry ? { label: uiText.load.retry, onClick: onRetry } : undefined}>
        <p>{errorSentence(error)}</p>
      </Message>
    </div>
  );
}
