import { useDraft } from '../../lib/draft';
import { reviewText } from '../../messages/review';
import { useToast, WordsDialog } from '../../ui';
import { type OpenRoom, useReviewLife } from './api';

const text = reviewText.reopening;

/** Asks why a closed review is opened again. */
export function ReopenDialog({ room, onClose }: { room: OpenRoom; onClose: () => void }) {
  const toast = useToast();
  const { reopen } = useReviewLife(room.year);
  const draft = useDraft<string>(`review-reopening:${room.year}`);
  return (
    <WordsDialog
      opened
      title={text.title}
      initial={draft.restored?.values}
      label={text.reason}
      hint={text.reasonHint}
      tooShort={text.short}
      confirmLabel={text.reopen}
      onTyped={(typed) => draft.save(typed)}
      onClose={onClose}
      onConfirm={async (reason) => {
        await reopen.mutateAsync({ revision: room.revision, reason });
        draft.clear();
        toast.done(text.done);
      }}
    >
      <p>{text.what}</p>
    </WordsDialog>
  );
}
