import { measuresText } from '../../../messages/measures';
import { useToast, WordsDialog } from '../../../ui';
import { type Measure, useReopen } from '../api';

const text = measuresText.value;

/** Asks why a validated value is opened again. */
export function ReopenDialog({ measure, opened, onClose }: { measure: Measure; opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const reopen = useReopen();
  return (
    <WordsDialog
      opened={opened}
      title={text.reopenAsk}
      label={text.reason}
      hint={text.reasonHint}
      tooShort={text.reasonShort}
      confirmLabel={text.reopen}
      onClose={onClose}
      onConfirm={async (reason) => {
        await reopen.mutateAsync({ measureId: measure.id, revision: measure.revision, reason });
        toast.done(text.reopened);
      }}
    >
      <p>{text.reopenWhat}</p>
    </WordsDialog>
  );
}
