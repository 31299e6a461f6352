import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../app/session';
import { formatDay } from '../../lib/format';
import { contractText } from '../../messages/contract';
import { ConfirmDialog, EmptyState, Page, Section, StatusBadge, useToast } from '../../ui';
import { type Mission, type MissionsPage as MissionsData, missionsQuery, useChangeMission } from './api';
import classes from './contract.module.css';
import { MissionCard } from './mission-card';
import { MissionDialog } from './mission-form';
import { TimelineLegend } from './mission-timeline';

const text = contractText.missions;

function Summary({ page }: { page: MissionsData }) {
  const chosen = page.missions.filter((mission) => mission.chosen);
  const late = chosen.filter(({ clock }) => clock.lateDays > 0).length;
  const started = chosen.filter(({ clock }) => clock.startedOn !== null).length;
  return (
    <div className={classes.foot}>
      <StatusBadge
        tone={late > 0 ? 'late' : started === chosen.length ? 'attained' : 'on-track'}
        label={text.summary(late, started, chosen.length)}
      />
      <TimelineLegend page={page} />
    </div>
  );
}

/** Missions. */
export function MissionsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const toast = useToast();
  const { data: page } = useSuspenseQuery(missionsQuery(communityId));
  const change = useChangeMission();
  const [edited, setEdited] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Mission | null>(null);
  const of = (code: string | null): Mission | null => page.missions.find((mission) => mission.code === code) ?? null;
  const writable = can('contract.write');

  const set = (mission: Mission, chosen: boolean) =>
    change.mutateAsync({ code: mission.code, revision: mission.revision, chosen, startedOn: null, deployedOn: null });
  const choose = async (mission: Mission): Promise<void> => {
    try {
      await set(mission, true);
      toast.done(text.chosen(mission.label));
    } catch (error) {
      toast.failed(error);
    }
  };
  const list = (kind: Mission['kind']) => (
    <ul className={classes.missions}>
      {page.missions
        .filter((mission) => mission.kind === kind)
        .map((mission) => (
          <MissionCard
            key={mission.code}
            mission={mission}
            page={page}
            busy={change.isPending && change.variables.code === mission.code}
            onEdit={() => setEdited(mission.code)}
            onChoose={() => void choose(mission)}
            onLeave={() => setLeaving(mission)}
          />
        ))}
    </ul>
  );

  return (
    <Page
      title={text.title}
      lead={
        page.contractSignedOn && page.contractEndsOn
          ? text.contractLine(formatDay(page.contractSignedOn), formatDay(page.contractEndsOn), page.currentYearLabel)
          : text.lead(page.agreementLabel)
      }
    >
      {page.contractSignedOn ? (
        <Summary page={page} />
      ) : (
        <EmptyState
          level={2}
          title={text.noContract}
          action={writable ? { label: text.toContract, href: '/reglages/contrat' } : undefined}
        >
          {writable ? text.noContractWhat : text.noContractRead}
        </EmptyState>
      )}
      <Section title={text.core} hint={text.coreHint} bare>
        {list('core')}
      </Section>
      <Section title={text.optional} hint={text.optionalHint} bare>
        {list('optional')}
      </Section>
      <MissionDialog mission={of(edited)} page={page} onClose={() => setEdited(null)} />
      <ConfirmDialog
        opened={leaving !== null}
        title={text.leaveAsk(leaving?.label ?? '')}
        confirmLabel={text.leave}
        destructive
        onCancel={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await set(leaving, false);
          toast.done(text.left(leaving.label));
        }}
      >
        {text.leaveWhat}
      </ConfirmDialog>
    </Page>
  );
}
