import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { validationText } from '../../../messages/validation';
import { ConfirmDialog, useToast } from '../../../ui';
import { useValidateWaiting, waitingCountQuery, type WaitingChoice } from './validation-api';

const text = validationText.page;

/** Counts all that the filters choose, tells what would stay, and validates the rest once confirmed. Mounted when it is asked for. */
export function ValidateWaitingDialog({ choice, onClose }: { choice: WaitingChoice; onClose: () => void }) {
  const { communityId } = useSession();
  const toast = useToast();
  const validate = useValidateWaiting();
  const { data, error } = useQuery(waitingCountQuery(communityId, choice));
  const advance = data?.advance ?? 0;
  return (
    <ConfirmDialog
      opened
      title={text.everything.title}
      confirmLabel={text.validateAll(advance)}
      blocked={!data || advance === 0}
      onConfirm={async () => {
        if (!data) return;
        toast.done(text.done(await validate.mutateAsync({ ...choice, asOf: data.asOf })));
      }}
      onCancel={onClose}
    >
      {data ? (
        <>
          <p>{text.everything.what(advance, choice.period !== undefined || choice.words !== undefined)}</p>
          {data.proofless > 0 ? <p>{text.everything.proofless(data.proofless)}</p> : null}
          {data.locked > 0 ? <p>{text.everything.locked(data.locked)}</p> : null}
        </>
      ) : (
        <p role="status">{error ? errorSentence(error) : text.everything.counting}</p>
      )}
    </ConfirmDialog>
  );
}
