import { hasParts, isSettled, versionOf } from '@maillage/domain/indicators';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { NotFoundPage } from '../../../app/not-found-page';
import { useCan, useSession } from '../../../app/session';
import { valuePanels } from '../../../app/value-panels';
import { formatDay, formatInstant, formatDelay } from '../../../lib/format';
import { collectionText } from '../../../messages/collection';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { measuresText } from '../../../messages/measures';
import { validationText } from '../../../messages/validation';
import { ActionButton, ConfirmDialog, EmptyState, Facts, Page, Section, StatusBadge, TextSkeleton, useToast } from '../../../ui';
import { type IndicatorCard, indicatorQuery, type ValueLine, useDeleteMeasure, useValidate } from '../api';
import { AbsenceField } from '../collection/collection-absence';
import { ComputedValue } from '../computed/computed-section';
import { EvidenceField } from '../proofs/evidence-field';
import classes from '../indicators.module.css';
import { ExceptionDialog } from '../validation/exception-dialog';
import { ReopenDialog } from '../validation/reopen-dialog';
import { SendBackDialog } from '../validation/send-back-dialog';
import { ValueParts } from './value-parts';
import { useWaitingFiles } from '../proofs/use-waiting-files';
import { useSubmitMeasure } from '../validation/validation-api';
import { ValueHistory } from './value-history';
import { ValueState } from './value-state';
import { cardHref, entryHref, lifeOf, targetText, valueText } from '../words';

const text = measuresText.value;
const { acts, state, origins } = validationText;

interface ValueProps {
  card: IndicatorCard;
  line: ValueLine;
}

function Figure({ card: { indicator, changes }, line }: ValueProps) {
  const { timeZone } = useSession();
  const { measure, recordedByName, validatedByName } = line;
  if (!measure) return null;
  const versions = changes.flatMap(({ version, at }) => (version === null ? [] : [{ number: version, at: new Date(at) }]));
  const by = (who: string | null, at: string | null): string | null => {
    if (!at) return null;
    const when = formatInstant(new Date(at), timeZone);
    return who ? text.by(who, when) : text.on(when);
  };
  return (
    <Section title={text.figure}>
      <div className={classes.definition}>
        <p className={classes.figure}>
          <strong>{valueText(indicator, measure.value)}</strong>
        </p>
        <Facts
          items={[
            {
              label: indicator.numeratorLabel ?? '',
              value:
                hasParts(indicator.kind)
                  ? valueText({ ...indicator, kind: 'count', unit: null, decimals: indicator.bounded ? 0 : 2 }, measure.numerator)
                  : null,
            },
            {
              label: indicator.denominatorLabel ?? '',
              value:
                hasParts(indicator.kind)
                  ? valueText({ ...indicator, kind: 'count', unit: null, decimals: indicator.bounded ? 0 : 2 }, measure.denominator)
                  : null,
            },
            { label: text.target, value: targetText(indicator, line) },
            { label: cardText.definition, value: versions.length > 0 ? cardText.givenUnder(versionOf({ ...measure, recordedAt: new Date(measure.recordedAt) }, versions)) : null },
            { label: text.recorded, value: by(recordedByName, measure.recordedAt) },
            { label: state.submitted, value: by(line.submittedByName, measure.submittedAt) },
            { label: state.checked, value: by(line.checkedByName, measure.checkedAt) },
            { label: text.validatedBy, value: by(validatedByName, measure.validatedAt) },
            { label: state.origin, value: measure.origin === 'typed' ? null : origins[measure.origin] },
          ]}
        />
        {measure.parts.length > 0 ? <ValueParts indicator={indicator} measure={measure} /> : null}
        {measure.comment ? (
          <div>
            <h3 className={classes.small}>{text.comment}</h3>
            <p className={classes.paragraph}>{measure.comment}</p>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function Proofs({ card: { indicator, may }, line }: ValueProps) {
  const files = useWaitingFiles(line.measure?.id ?? null, `${indicator.id}:${line.period.key}`);
  return (
    <Section title={text.evidence}>
      <EvidenceField
        indicator={indicator}
        periodKey={line.period.key}
        measureId={line.measure?.id ?? null}
        evidence={line.evidence}
        writable={line.lock ? line.writable : may.enter}
        removable={may.enter && line.writable && line.measure !== null && !isSettled(line.measure.status)}
        waiting={files}
      />
    </Section>
  );
}

/** What this person may do to the value: send, read, validate, send back, open again, correct, take away. */
function Acts({ card, line }: ValueProps) {
  const toast = useToast();
  const router = useRouter();
  const can = useCan();
  const validate = useValidate();
  const submit = useSubmitMeasure();
  const remove = useDeleteMeasure();
  const [opened, setOpened] = useState<'reopen' | 'remove' | 'send-back' | 'exception' | null>(null);
  const { indicator } = card;
  const { measure, moves, lock } = line;
  const may = (move: (typeof moves)[number]): boolean => moves.includes(move);
  if (!measure) return null;
  const seen = { id: measure.id, revision: measure.revision };
  const act = async (done: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await done();
      toast.done(said);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={`${classes.acts} no-print`}>
      {may('validate') ? (
        <ActionButton label={text.validate} onClick={() => void act(() => validate.mutateAsync([seen]), text.validated)} loading={validate.isPending} />
      ) : null}
      {may('check') ? (
        <ActionButton label={acts.check} onClick={() => void act(() => validate.mutateAsync([seen]), acts.checked)} loading={validate.isPending} />
      ) : null}
      {may('submit') ? (
        <ActionButton
          variant={may('validate') ? 'default' : undefined}
          label={acts.submit}
          onClick={() => void act(() => submit.mutateAsync({ measureId: measure.id, revision: measure.revision }), acts.submitted)}
          loading={submit.isPending}
        />
      ) : null}
      {line.writable ? <ActionButton variant="default" label={text.edit} href={entryHref(line.period.key, indicator.id)} /> : null}
      {may('send-back') ? <ActionButton variant="default" label={acts.sendBack} onClick={() => setOpened('send-back')} /> : null}
      {may('reopen') ? <ActionButton variant="default" label={text.reopen} onClick={() => setOpened('reopen')} /> : null}
      {lock && can('measures.lock') ? <ActionButton variant="default" label={acts.exception} onClick={() => setOpened('exception')} /> : null}
      {may('delete') ? <ActionButton variant="subtle" color="red" label={text.remove} onClick={() => setOpened('remove')} /> : null}
      <ReopenDialog measure={measure} opened={opened === 'reopen'} onClose={() => setOpened(null)} />
      <SendBackDialog measure={measure} opened={opened === 'send-back'} onClose={() => setOpened(null)} />
      {opened === 'exception' ? (
        <ExceptionDialog indicatorId={indicator.id} periodKey={line.period.key} today={card.today} onClose={() => setOpened(null)} />
      ) : null}
      <ConfirmDialog
        opened={opened === 'remove'}
        title={text.removeAsk}
        confirmLabel={text.remove}
        destructive
        onCancel={() => setOpened(null)}
        onConfirm={async () => {
          await remove.mutateAsync({ measureId: measure.id, revision: measure.revision });
          toast.done(text.removed);
          await router.navigate({ href: cardHref(indicator.id) });
        }}
      >
        {text.removeWhat}
      </ConfirmDialog>
    </div>
  );
}

/** A value: its figures, its proofs, who gave and validated it, what happened to it, the reports that carry it. */
export function ValuePage() {
  const { communityId } = useSession();
  const { indicatorId = '', periodKey = '' } = useParams({ strict: false });
  const { data: card } = useSuspenseQuery(indicatorQuery(communityId, indicatorId));
  const { indicator, today } = card;
  const line = card.values.find(({ period }) => period.key === periodKey);
  if (!line) return <NotFoundPage />;
  const { expected, measure } = line;
  return (
    <Page
      title={text.title(line.label)}
      breadcrumbs={[
        { label: indicatorsText.title, href: '/indicateurs' },
        { label: indicator.name, href: cardHref(indicator.id) },
      ]}
      lead={
        <p className={classes.lead}>
          <span>
            {indicator.code} · {indicator.name}
          </span>
          <StatusBadge {...lifeOf(line, today)} />
          {line.underException ? <span>{state.underException}</span> : null}
        </p>
      }
    >
      {measure ? (
        <>
          <ValueState line={line} mine={line.writable} />
          <Acts card={card} line={line} />
          <Figure card={card} line={line} />
          <ComputedValue indicatorId={indicator.id} periodKey={periodKey} />
          <Proofs card={card} line={line} />
          {valuePanels.map((Panel, index) => (
            <Suspense key={index} fallback={<TextSkeleton />}>
              <Panel indicatorId={indicator.id} periodKey={periodKey} />
            </Suspense>
          ))}
        </>
      ) : (
        <EmptyState
          level={2}
          title={line.absence ? collectionText.noValue.title : text.notGiven}
          action={
            line.writable
              ? { label: text.give, href: entryHref(periodKey, indicator.id) }
              : undefined
          }
        >
          <p>{text.notGivenWhat}</p>
          <AbsenceField
            place={{ indicatorId: indicator.id, periodKey }}
            name={indicator.name}
            absence={line.absence}
            writable={line.writable && line.period.end <= today}
          />
          {line.period.end > today ? <p>{text.soFar(formatDay(line.period.end))}</p> : null}
          {expected ? (
            <p>
              {text.due} : {formatDay(expected.dueOn)} ({formatDelay(expected.dueOn, today)})
            </p>
          ) : null}
        </EmptyState>
      )}
      {measure ? null : <ComputedValue indicatorId={indicator.id} periodKey={periodKey} />}
      <Section title={text.history}>
        <ValueHistory indicator={indicator} contractStart={card.contractStart} period={periodKey} />
      </Section>
    </Page>
  );
}
