import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { ConfirmDialog, Section, useToast } from '../../ui';
import { IconPlus } from '../../ui/icons';
import { CrisisDialog } from './crisis-dialog';
import { type Crisis, type TermsPage, useCrises } from './terms-api';
import classes from './terms.module.css';

const text = termsText.crises;

/** The crises that the ARS recognised: the crisis part counts only with one. */
export function CrisesSection({ page }: { page: TermsPage }) {
  const toast = useToast();
  const { remove } = useCrises();
  const [edited, setEdited] = useState<Crisis | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Crisis | null>(null);
  const { crises, crisisKinds, may, today } = page;
  return (
    <Section title={text.title} hint={text.hint}>
      {crises.length === 0 ? <p className={classes.soft}>{text.none}</p> : null}
      <ul className={classes.crises}>
        {crises.map((crisis) => {
          const { id, kindLabel, recognisedOn, endedOn, reference } = crisis;
          return (
            <li key={id}>
              <div>
                <strong>{kindLabel}</strong>
                <div className={classes.small}>
                  {[text.line(formatDay(recognisedOn)), endedOn ? text.ended(formatDay(endedOn)) : text.running, ...(reference ? [reference] : [])].join(' · ')}
                </div>
              </div>
              {may.crises ? (
                <div className={`${classes.buttons} no-print`}>
                  <Button variant="subtle" aria-label={text.editOf(kindLabel)} onClick={() => setEdited(crisis)}>
                    {text.edit}
                  </Button>
                  <Button variant="subtle" color="red" aria-label={text.removeOf(kindLabel)} onClick={() => setLeaving(crisis)}>
                    {text.remove}
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {may.crises ? (
        <Button className="no-print" variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {text.add}
        </Button>
      ) : null}
      <CrisisDialog edited={edited} kinds={crisisKinds} today={today} signedOn={page.contract?.signedOn} onClose={() => setEdited(null)} />
      <ConfirmDialog
        opened={leaving !== null}
        title={text.removeAsk}
        confirmLabel={text.remove}
        destructive
        onCancel={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await remove.mutateAsync(leaving);
          toast.done(text.removed);
        }}
      >
        {leaving ? text.removeWhat(leaving.kindLabel, formatDay(leaving.recognisedOn)) : ''}
      </ConfirmDialog>
    </Section>
  );
}
