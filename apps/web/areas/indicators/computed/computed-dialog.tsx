import { computedText as text } from '../../../messages/computed';
import { useToast, WordsDialog } from '../../../ui';
import { type ComputedPeriod, useSettleComputed } from './computed-api';

interface ComputedDialogProps {
  indicatorId: string;
  asked: ComputedPeriod;
  choice: 'keep' | 'replace';
  onClose: () => void;
}

/** Asks why a value is kept against its formula, or replaced by it. */
export function ComputedDialog({ indicatorId, asked, choice, onClose }: ComputedDialogProps) {
  const toast = useToast();
  const settle = useSettleComputed(indicatorId);
  const keep = choice === 'keep';
  return (
    <WordsDialog
      opened
      title={keep ? text.keepAsk : text.replaceAsk}
      label={text.reason}
      hint={text.reasonHint}
      tooShort={text.reasonShort}
      confirmLabel={keep ? text.keep : asked.reopens ? text.reopen : text.replace}
      onClose={onClose}
      onConfirm={async (reason) => {
        await settle.mutateAsync({ periodKey: asked.periodKey, choice, reason, revision: asked.revision });
        toast.done(keep ? text.keptDone : text.replacedDone);
      }}
    >
      <p>{asked.question}</p>
      <p>{keep ? text.keepWhat : text.replaceWhat}</p>
    </WordsDialog>
  );
}
