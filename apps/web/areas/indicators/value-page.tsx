import { isSettled } from '@maillage/domain/indicators';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { NotFoundPage } from '../../app/not-found-page';
import { useSession } from '../../app/session';
import { valuePanels } from '../../app/value-panels';
import { formatDay, formatInstant, formatDelay } from '../../lib/format';
import { indicatorsText } from '../../messages/indicators';
import { measuresText } from '../../messages/measures';
import { ActionButton, ConfirmDialog, EmptyState, Facts, Page, Section, StatusBadge, TextSkeleton, useToast } from '../../ui';
import { type IndicatorCard, indicatorQuery, type ValueLine, useDeleteMeasure, useValidate } from './api';
import { EvidenceField } from './evidence-field';
import classes from './indicators.module.css';
import { ReopenDialog } from './reopen-dialog';
import { useWaitingFiles } from './use-waiting-files';
import { ValueHistory } from './value-history';
import { cardHref, entryHref, lifeOf, targetText, valueText } from './words';

const text = measuresText.value;

interface ValueProps {
  card: IndicatorCard;
  line: ValueLine;
}

function Figure({ card: { indicator }, line }: ValueProps) {
  const { timeZone } = useSession();
  const { measure, recordedByName, validatedByName } = line;
  if (!measure) return null;
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
                indicator.kind === 'ratio'
                  ? valueText({ ...indicator, kind: 'count', unit: null, decimals: 0 }, measure.numerator)
                  : null,
            },
            {
              label: indicator.denominatorLabel ?? '',
              value:
                indicator.kind === 'ratio'
                  ? valueText({ ...indicator, kind: 'count', unit: null, decimals: 0 }, measure.denominator)
                  : null,
            },
            { label: text.target, value: targetText(indicator, line) },
            { label: text.recorded, value: by(recordedByName, measure.recordedAt) },
            { label: text.validatedBy, value: by(validatedByName, measure.validatedAt) },
          ]}
        />
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
  const files = useWaitingFiles(line.measure?.id ?? null);
  return (
    <Section title={text.evidence}>
      <EvidenceField
        name={indicator.name}
        code={indicator.code}
        periodKey={line.period.key}
        expected={indicator.evidenceExpected}
        evidence={line.evidence}
        writable={may.enter}
        removable={may.enter && line.measure !== null && !isSettled(line.measure.status)}
        waiting={files}
      />
    </Section>
  );
}

/** Validates, opens again, corrects or takes away the value. */
function Acts({ card, line }: ValueProps) {
  const toast = useToast();
  const router = useRouter();
  const validate = useValidate();
  const remove = useDeleteMeasure();
  const [opened, setOpened] = useState<'reopen' | 'remove' | null>(null);
  const { indicator, may } = card;
  const { measure } = line;
  if (!measure) return null;
  const draft = !isSettled(measure.status);
  const send = async (): Promise<void> => {
    try {
      await validate.mutateAsync([{ id: measure.id, revision: measure.revision }]);
      toast.done(text.validated);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={`${classes.acts} no-print`}>
      {draft && may.validate ? (
        <ActionButton label={text.validate} onClick={() => void send()} loading={validate.isPending} />
      ) : null}
      {draft && may.enter ? (
        <ActionButton variant="default" label={text.edit} href={entryHref(line.period.key, indicator.id)} />
      ) : null}
      {!draft && may.validate ? <ActionButton variant="default" label={text.reopen} onClick={() => setOpened('reopen')} /> : null}
      {draft && may.enter ? (
        <ActionButton variant="subtle" color="red" label={text.remove} onClick={() => setOpened('remove')} />
      ) : null}
      <ReopenDialog measure={measure} opened={opened === 'reopen'} onClose={() => setOpened(null)} />
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
  const { indicator, may, today } = card;
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
        </p>
      }
    >
      {measure ? (
        <>
          <Acts card={card} line={line} />
          <Figure card={card} line={line} />
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
          title={text.notGiven}
          action={
            may.enter && indicator.archivedAt === null
              ? { label: text.give, href: entryHref(periodKey, indicator.id) }
              : undefined
          }
        >
          <p>{text.notGivenWhat}</p>
          {line.period.end > today ? <p>{text.soFar(formatDay(line.period.end))}</p> : null}
          {expected ? (
            <p>
              {text.due} : {formatDay(expected.dueOn)} ({formatDelay(expected.dueOn, today)})
            </p>
          ) : null}
        </EmptyState>
      )}
      <Section title={text.history}>
        <ValueHistory indicator={indicator} contractStart={card.contractStart} period={periodKey} />
      </Section>
    </Page>
  );
}
