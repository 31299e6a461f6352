import { type Day, localTime } from '@maillage/domain/kernel';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { formatDay } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { FormError, LongTextField, StatusBadge } from '../../../ui';
import { DoorFiles } from './collection-door-files';
import type { DoorEntry, LinkPage } from './collection-door-api';
import classes from './collection-door.module.css';
import { type DoorForm, useDoorEntry } from './use-door-entry';
import { FigureFields } from '../values/figure-fields';
import { partsText, valueText } from '../words';

const text = collectionLinksText.door;

function Said({ entry, form }: { entry: DoorEntry; form: DoorForm }) {
  const { indicator, contribution, state, label } = entry;
  if (!contribution) return null;
  const day = formatDay(dayOf(contribution.receivedAt));
  const value = [valueText(indicator, contribution.value), partsText(contribution)].filter(Boolean).join(', ');
  const accepted = state === 'accepted';
  return (
    <div className={classes.said}>
      <StatusBadge tone={accepted ? 'attained' : 'on-track'} label={accepted ? text.accepted(value) : text.sent(value, day)} />
      {contribution.comment ? <p className={classes.soft}>{contribution.comment}</p> : null}
      {contribution.files.length > 0 ? <p className={classes.soft}>{contribution.files.map(({ name }) => name).join(', ')}</p> : null}
      <p className={classes.soft}>{accepted ? text.acceptedWhat : entry.open ? text.sentWhat : text.waitsOnly}</p>
      {form.files.length > 0 && !accepted && entry.open ? (
        <div role="alert" className={classes.fault}>
          <p>{text.filesLeft(form.files.length)}</p>
          {form.error ? <p>{form.error}</p> : null}
          <Button variant="default" loading={form.busy} onClick={() => void form.retryFiles()}>
            {text.filesRetry}
          </Button>
        </div>
      ) : null}
      {accepted || !entry.open ? null : (
        <Button variant="default" onClick={form.correct}>
          {text.correct}
          <span className="only-read-aloud">{text.of(indicator.name, label)}</span>
        </Button>
      )}
    </div>
  );
}

/** The local day of an instant, where the reader is: whoever has a link has no time zone of the community. */
const dayOf = (instant: string): Day => localTime(new Date(instant), Intl.DateTimeFormat().resolvedOptions().timeZone).day;

/** One value asked for by a link: what it is, its fields, its photo; sent by itself. */
export function DoorEntryForm({ page, entry, token }: { page: LinkPage; entry: DoorEntry; token: string }) {
  const id = useId();
  const form = useDoorEntry(page, entry, token);
  const [commenting, setCommenting] = useState(false);
  const { indicator, label, state, previous, contribution } = entry;
  const left = state === 'to-give' || state === 'refused';
  const open = entry.open && (left || (state === 'received' && form.correcting));
  const errors: Record<string, string> = form.tried && form.fault?.field ? { [form.fault.field]: form.fault.sentence } : {};
  const general = form.tried && form.fault && !form.fault.field ? form.fault.sentence : form.error;
  const comments = commenting || form.typed.comment !== '';
  return (
    <li className={classes.entry} data-state={state}>
      <form
        noValidate
        aria-labelledby={id}
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <h2 id={id}>
          {indicator.name} <span className={classes.period}>{label}</span>
        </h2>
        {!entry.open && left ? (
          <div className={classes.said}>
            <StatusBadge tone="none" label={text.locked} />
            <p className={classes.soft}>{text.lockedWhat}</p>
          </div>
        ) : open ? (
          <>
            <p>{indicator.definition}</p>
            {indicator.limits ? <p className={classes.soft}>{text.limits(indicator.limits)}</p> : null}
            {previous ? <p className={classes.soft}>{text.previous(previous.text, previous.label)}</p> : null}
            {state === 'refused' && contribution?.reason ? (
              <div className={classes.refused} role="status">
                <StatusBadge tone="at-risk" label={text.refused} plain />
                <p>{text.refusedWhat(contribution.reason)}</p>
              </div>
            ) : null}
            <FigureFields indicator={entry.indicator} typed={form.typed} set={form.set} errors={errors} />
            <DoorFiles entry={entry} form={form} />
            {comments ? (
              <LongTextField
                label={text.comment}
                hint={text.commentHint}
                minRows={2}
                maxLength={400}
                value={form.typed.comment}
                error={errors['comment']}
                autoFocus={commenting}
                onChange={(comment) => form.set({ comment })}
              />
            ) : (
              <Button variant="subtle" onClick={() => setCommenting(true)}>
                {text.addComment}
                <span className="only-read-aloud">{text.of(indicator.name, label)}</span>
              </Button>
            )}
            {general ? <FormError>{general}</FormError> : null}
            {form.error && state === 'received' && contribution ? <p className={classes.soft}>{text.received(valueText(indicator, contribution.value))}</p> : null}
            <p role="status" className={classes.soft}>
              {form.offline ? text.offline : form.keptOnDevice ? text.kept : null}
            </p>
            <Button type="submit" size="md" fullWidth loading={form.busy}>
              {state === 'to-give' ? text.send : text.sendAgain}
              <span className="only-read-aloud">{text.of(indicator.name, label)}</span>
            </Button>
            {state === 'received' ? (
              <Button variant="subtle" fullWidth disabled={form.busy} onClick={form.giveUp}>
                {text.cancel}
              </Button>
            ) : null}
          </>
        ) : (
          <Said entry={entry} form={form} />
        )}
      </form>
    </li>
  );
}
