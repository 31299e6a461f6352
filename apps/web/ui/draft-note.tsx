import { Button } from '@mantine/core';
import type { Draft } from '../lib/draft';
import { browserZone, formatInstant } from '../lib/format';
import { uiText } from '../messages/ui';
import classes from './draft-note.module.css';

interface DraftNoteProps {
  draft: Pick<Draft<unknown>, 'restored' | 'savedHour'>;
  /** Goes back to what the server holds. */
  onDiscard?: () => void;
}

/** Says that what is typed is kept, and since when. */
export function DraftNote({ draft, onDiscard }: DraftNoteProps) {
  const { restored, savedHour } = draft;
  return (
    <div className={classes.note}>
      <span role="status">
        {savedHour ? uiText.form.draftSaved(savedHour) : restored ? uiText.form.draftRestored(formatInstant(restored.savedAt, browserZone())) : ''}
      </span>
      {onDiscard && (restored || savedHour) ? (
        <Button variant="subtle" size="compact-md" onClick={onDiscard}>
          {uiText.form.draftDiscard}
        </Button>
      ) : null}
    </div>
  );
}
