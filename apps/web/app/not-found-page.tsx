import { shellText } from '../messages/shell';
import { Message } from '../ui/message';

/** Absent, or of another community: the same page. */
export function NotFoundPage() {
  return (
    <Message tone="none" title={shellText.errors.notFoundTitle} heading="h1" action={{ label: shellText.errors.toHome, href: '/' }}>
      <p>{shellText.errors.notFoundWhat}</p>
    </Message>
  );
}
