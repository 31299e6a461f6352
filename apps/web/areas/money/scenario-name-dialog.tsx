import { scenarioLimits } from '@maillage/domain/money';
import { useState } from 'react';
import { ApiError, errorSentence } from '../../lib/api-error';
import { simulationText } from '../../messages/simulation';
import { Dialog, FormEnd, TextField } from '../../ui';

const text = simulationText.scenarios;

interface NameDialogProps {
  title: string;
  /** Name to begin with. */
  name: string;
  /** Sends the name; what it throws is shown, and the dialog stays open. */
  onSave: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a scenario. */
export function ScenarioNameDialog({ title, name, onSave, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setFailure(null);
    if (typed.trim() === '') return setFault(text.nameMissing);
    setBusy(true);
    try {
      await onSave(typed);
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'scenario-name-taken') setFault(error.message);
      else setFailure(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          required
          autoFocus
          label={text.name}
          hint={text.nameHint}
          maxLength={scenarioLimits.name}
          value={typed}
          error={fault}
          onChange={(value) => {
            setTyped(value);
            setFault(null);
          }}
        />
        <FormEnd error={failure} busy={busy} submitLabel={text.save} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
