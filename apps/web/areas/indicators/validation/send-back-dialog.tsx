import { validationText } from '../../../messages/validation';
import { useToast, WordsDialog } from '../../../ui';
import { useSendBack } from './validation-api';

const text = validationText.acts;

/** Sends a value back with what is to be corrected. */
export function SendBackDialog({ measure, opened, onClose }: { measure: { id: string; revision: number }; opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const sendBack = useSendBack();
  return (
    <WordsDialog
      opened={opened}
      title={text.sendBackAsk}
      label={text.remark}
      hint={text.remarkHint}
      tooShort={text.remarkShort}
      confirmLabel={text.sendBack}
      maxLength={4000}
      onClose={onClose}
      onConfirm={async (remark) => {
        await sendBack.mutateAsync({ measureId: measure.id, revision: measure.revision, remark });
        toast.done(text.sentBack);
      }}
    >
      <p>{text.sendBackWhat}</p>
    </WordsDialog>
  );
}
