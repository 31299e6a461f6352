import { Drawer } from '@mantine/core';
import { isEventDriven, isSettled } from '@maillage/domain/indicators';
import { eventPeriod, localTime, parsePeriod } from '@maillage/domain/kernel';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { formatDay, formatPeriodShort } from '../../../lib/format';
import { eventsText } from '../../../messages/events';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { uiText } from '../../../messages/ui';
import {
  ActionButton,
  BulletBar,
  Card,
  ConfirmDialog,
  EmptyState,
  Message,
  Page,
  Section,
  StatusBadge,
  useToast,
} from '../../../ui';
import { IconHistory, IconPencil, IconPrinter } from '../../../ui/icons';
import { indicatorQuery, type IndicatorCard, useArchive } from '../api';
import { ChangeLog } from './change-log';
import { ComputedSection } from '../computed/computed-section';
import { DefinitionFacts } from './definition-facts';
import { DefinitionVersions } from './definition-versions';
import { IndicatorChart } from './indicator-chart';
import classes from '../indicators.module.css';
import { TargetsDialog } from './targets-dialog';
import { TargetsList } from './targets-list';
import { ValueHistory } from '../values/value-history';
import { ValuesTable } from './values-table';
import { entryHref, periodShort, progressTone } from '../words';

const text = indicatorsText.card;

/** The first value to give: an event of today, or the latest one, else the newest that can still be corrected; none where a formula gives it. */
function nextEntry({ values, may, indicator, today }: IndicatorCard): string | undefined {
  if (!may.enter || indicator.archivedAt !== null || indicator.formula) return undefined;
  if (isEventDriven(indicator)) return entryHref(eventPeriod(today).key, indicator.id);
  const missing = values.filter(({ measure }) => measure === null);
  const wanted =
    missing.find(({ expected }) => expected && expected.lateDays > 0) ??
    missing[0] ??
    values.find(({ measure }) => measure !== null && !isSettled(measure.status));
  return wanted && entryHref(wanted.period.key, indicator.id);
}

function Curve({ card }: { card: IndicatorCard }) {
  const { indicator, standing, contractStart, values } = card;
  if (!standing || standing.series.every(({ value }) => value === null)) {
    if (isEventDriven(indicator)) return <EmptyState level={2} title={eventsText.none}>{eventsText.noneWhat}</EmptyState>;
    if (values.length > 0) return <EmptyState level={2} title={text.noValue}>{text.noValueWhat}</EmptyState>;
    return <EmptyState level={2} title={text.notDue}>{text.notDueWhat(formatDay(indicator.trackedFrom))}</EmptyState>;
  }
  const ofYear = standing.targetSetFor !== null && standing.compared !== standing.value && standing.target !== null;
  const year = ofYear && standing.targetSetFor ? formatPeriodShort(parsePeriod(standing.targetSetFor, { contractStart })) : null;
  return (
    <Card>
      <div className={classes.curve}>
        <IndicatorChart indicator={indicator} standing={standing} level={2} />
        {year ? (
          <BulletBar
            label={text.yearSoFar(year)}
            value={standing.compared}
            target={standing.target}
            tone={progressTone[standing.progress.state]}
            unit={indicator.unit}
            decimals={indicator.decimals}
          />
        ) : null}
      </div>
    </Card>
  );
}

/** The card of an indicator: its curve, its definition, its targets, its values. */
export function IndicatorPage() {
  const { communityId, timeZone } = useSession();
  const { indicatorId = '' } = useParams({ strict: false });
  const { data: card } = useSuspenseQuery(indicatorQuery(communityId, indicatorId));
  const archive = useArchive(indicatorId);
  const toast = useToast();
  const [opened, setOpened] = useState<'targets' | 'history' | 'archive' | null>(null);
  const { indicator, standing, may, changes } = card;
  const close = (): void => setOpened(null);
  const entry = nextEntry(card);
  const others = changes.filter(({ version }) => version === null);
  const versioned = others.length < changes.length;
  const archived = indicator.archivedAt !== null;
  const state = standing?.progress.state ?? 'no-data';

  const restore = async (): Promise<void> => {
    try {
      await archive.mutateAsync(false);
      toast.done(text.restored);
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <Page
      title={indicator.name}
      breadcrumbs={[{ label: indicatorsText.title, href: '/indicateurs' }]}
      lead={
        <p className={classes.lead}>
          <span>{indicator.code}</span>
          {indicator.version > 1 ? <span>{cardText.version(indicator.version)}</span> : null}
          <StatusBadge tone={progressTone[state]} label={indicatorsText.states[state]} />
          {standing && state !== 'no-data' ? <span>{periodShort(standing.period.key)}</span> : null}
        </p>
      }
      action={entry ? { label: isEventDriven(indicator) ? eventsText.add : text.enter, href: entry } : undefined}
      tools={
        <>
          {may.define && !archived ? (
            <ActionButton
              variant="default"
              label={text.edit}
              href={`/indicateurs/${indicator.id}/modifier`}
              icon={<IconPencil size={18} aria-hidden="true" />}
            />
          ) : null}
          <ActionButton variant="default" label={cardText.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />
        </>
      }
    >
      {archived && indicator.archivedAt ? (
        <Message
          tone="none"
          title={text.isArchived(formatDay(localTime(new Date(indicator.archivedAt), timeZone).day))}
          action={may.define ? { label: text.restore, onClick: () => void restore(), loading: archive.isPending } : undefined}
        >
          <p>{text.isArchivedWhat}</p>
        </Message>
      ) : null}
      <Curve card={card} />
      <Section title={text.definition}>
        <DefinitionFacts card={card} />
      </Section>
      <ComputedSection indicatorId={indicator.id} />
      <Section
        title={text.targets}
        hint={text.targetsHint}
        tools={
          may.define && !archived ? (
            <ActionButton
              variant="default"
              label={card.targets.length === 0 ? text.firstTargets : text.setTargets}
              onClick={() => setOpened('targets')}
            />
          ) : null
        }
      >
        <TargetsList card={card} />
      </Section>
      <Section
        title={text.values}
        bare
        tools={
          <ActionButton
            variant="default"
            label={text.history}
            onClick={() => setOpened('history')}
            icon={<IconHistory size={18} aria-hidden="true" />}
          />
        }
      >
        <ValuesTable card={card} />
      </Section>
      {versioned ? (
        <Section title={cardText.versions} hint={cardText.versionsHint}>
          <DefinitionVersions card={card} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={text.changes}>
          <ChangeLog changes={others} />
        </Section>
      ) : null}
      {may.define && !archived ? (
        <div className="no-print">
          <ActionButton variant="subtle" color="red" label={text.archive} onClick={() => setOpened('archive')} />
        </div>
      ) : null}

      <Drawer
        opened={opened === 'history'}
        onClose={close}
        title={text.history}
        position="right"
        size="md"
        closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      >
        {opened === 'history' ? <ValueHistory indicator={indicator} contractStart={card.contractStart} /> : null}
      </Drawer>
      <TargetsDialog card={card} opened={opened === 'targets'} onClose={close} />
      <ConfirmDialog
        opened={opened === 'archive'}
        title={text.archiveAsk(indicator.name)}
        confirmLabel={text.archive}
        onCancel={close}
        onConfirm={async () => {
          await archive.mutateAsync(true);
          toast.done(text.archivedDone);
        }}
      >
        {text.archiveWhat}
      </ConfirmDialog>
    </Page>
  );
}
