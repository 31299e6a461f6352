import { countConclusions, unvalidated } from '@maillage/domain/review';
import { formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { ConfirmDialog, HrefLink, useToast } from '../../ui';
import { type OpenRoom, useReviewLife } from './api';
import classes from './review.module.css';
import { allIndicators } from './words';

const text = reviewText.closing;
const shownLacks = 6;

/** What closing freezes, what it opens, what it does not wait for; and what lacks before it is possible. */
export function CloseDialog({ room, opened, onClose }: { room: OpenRoom; opened: boolean; onClose: () => void }) {
  const toast = useToast();
  const { close } = useReviewLife(room.year);
  const { sheet, lacks, closableFrom, today, nextYear, nextYearHasTerms } = room;
  const counts = countConclusions(allIndicators(sheet));
  const drafts = unvalidated(sheet).length;
  const notReady = sheet.missions.flatMap(({ actions }) => actions).filter(({ status }) => status !== 'ready').length;
  const early = closableFrom !== null && today < closableFrom;
  const warnings = [
    ...(drafts > 0 ? [text.drafts(drafts)] : []),
    ...(notReady > 0 ? [text.notReady(notReady)] : []),
    ...sheet.missions.flatMap(({ shortLabel, envelopes }) => envelopes.flatMap(({ sentence }) => (sentence ? [text.envelope(shortLabel, sentence)] : []))),
  ];
  return (
    <ConfirmDialog
      opened={opened}
      title={text.title(room.year)}
      confirmLabel={text.confirm}
      blocked={early || lacks.length > 0}
      onCancel={onClose}
      onConfirm={async () => {
        await close.mutateAsync({ revision: room.revision, fingerprint: room.fingerprint ?? '' });
        toast.done(text.done);
      }}
    >
      <div className={classes.dialog}>
        {early && closableFrom ? <p>{text.tooEarly(closableFrom)}</p> : null}
        {lacks.length > 0 ? (
          <section>
            <h3>{text.lacks(lacks.length)}</h3>
            <ul>
              {lacks.slice(0, shownLacks).map(({ indicatorCode, missionCode, sentence }) => (
                <li key={indicatorCode}>
                  <HrefLink href={`/contrat/dialogue?annee=${room.year}&mission=${missionCode}`} onClick={onClose}>
                    {sentence}
                  </HrefLink>
                </li>
              ))}
              {lacks.length > shownLacks ? <li>{text.more(lacks.length - shownLacks)}</li> : null}
            </ul>
          </section>
        ) : null}
        <section>
          <h3>{text.freezes}</h3>
          <p>
            <strong>{text.settled(formatEuros(sheet.euros.settledCents), formatEuros(sheet.euros.lostCents))}</strong>
            <br />
            {text.conclusions(counts.reached, counts.partly, counts['not-reached'])}
          </p>
          <p>{text.freezesWhat}</p>
          <p>{nextYear === null ? reviewText.next.last : nextYearHasTerms ? reviewText.next.already(nextYear) : text.opens(nextYear)}</p>
        </section>
        {warnings.length > 0 ? (
          <section>
            <h3>{text.warnings}</h3>
            <ul>
              {warnings.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
