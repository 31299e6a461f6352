import { Button, Title } from '@mantine/core';
import { type Day, daysBetween } from '@maillage/domain/kernel';
import { useRouter } from '@tanstack/react-router';
import { useCan } from '../../app/session';
import { formatDay } from '../../lib/format';
import { contractText } from '../../messages/contract';
import { termsText } from '../../messages/terms';
import { HrefLink, StatusBadge, type StatusTone } from '../../ui';
import type { Mission, MissionsPage } from './api';
import classes from './contract.module.css';
import { MissionTimeline } from './mission-timeline';

const text = contractText.missions;

/** A deadline this near is worth a warning. */
const soon = 60;

/** How a mission stands, in the five ways a thing can stand. */
export function missionTone({ clock }: Pick<Mission, 'clock'>, today: Day): StatusTone {
  if (clock.state === 'deployed') return 'attained';
  if (clock.state === 'late-start' || clock.state === 'late-deploy') return 'late';
  const due = clock.state === 'not-started' ? clock.startDue : clock.state === 'started' ? clock.deployDue : null;
  if (due && daysBetween(today, due) <= soon) return 'at-risk';
  return clock.state === 'started' ? 'on-track' : 'none';
}

interface StepProps {
  label: string;
  done: Day | null;
  due: Day | null;
  toConfirm: boolean;
  lateDays: number;
}

/** One of the two steps of a mission: when it was done, or when it is awaited. */
function Step({ label, done, due, toConfirm, lateDays }: StepProps) {
  const after = done && due ? daysBetween(due, done) : 0;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {done ? (
          <strong>{text.done(formatDay(done))}</strong>
        ) : (
          <strong>{due ? text.due(formatDay(due)) : toConfirm ? text.toConfirm : text.free}</strong>
        )}
        {done && due ? <span>{after > 0 ? text.lateBy(after) : text.inTime}</span> : null}
        {!done && lateDays > 0 ? <span className={classes.late}>{text.late(lateDays)}</span> : null}
      </dd>
    </div>
  );
}

/** Why a mission cannot be left, or null. */
function keptBy({ clock, actions }: Mission): string | null {
  if (actions > 0) return text.leaveServed(actions);
  return clock.startedOn ? text.leaveDates : null;
}

interface MissionCardProps {
  mission: Mission;
  page: MissionsPage;
  onEdit: () => void;
  onChoose: () => void;
  onLeave: () => void;
  busy: boolean;
}

/** One mission: how it stands, its dates on the line of the contract, the way to its page. */
export function MissionCard({ mission, page, onEdit, onChoose, onLeave, busy }: MissionCardProps) {
  const can = useCan();
  const { routesByPath } = useRouter();
  const { code, label, summary, clock, chosen, kind, actions } = mission;
  const editable = can('contract.write') && page.contractSignedOn !== null;
  const kept = keptBy(mission);
  const hasPage = '/missions/$code' in (routesByPath as Record<string, unknown>);
  return (
    <li className={classes.mission}>
      <div className={classes.missionHead}>
        <Title order={3} className={classes.missionName}>
          {hasPage && chosen ? <HrefLink href={`/missions/${code}`} className="alone">{label}</HrefLink> : label}
        </Title>
        <StatusBadge tone={missionTone(mission, page.today)} label={text.states[clock.state]} />
      </div>
      <p className={classes.soft}>{summary}</p>
      {chosen && page.contractSignedOn ? (
        <>
          <MissionTimeline mission={mission} page={page} />
          <dl className={classes.dates}>
            <Step
              label={text.start}
              done={clock.startedOn}
              due={clock.startDue}
              toConfirm={clock.toConfirm}
              lateDays={clock.state === 'late-start' ? clock.lateDays : 0}
            />
            <Step
              label={text.deploy}
              done={clock.deployedOn}
              due={clock.deployDue}
              toConfirm={clock.toConfirm}
              lateDays={clock.state === 'late-deploy' ? clock.lateDays : 0}
            />
            <div>
              <dt>{text.actions}</dt>
              <dd>
                <strong>{text.actionsText(actions)}</strong>
              </dd>
            </div>
          </dl>
        </>
      ) : null}
      {editable || (hasPage && chosen) ? (
        <div className={`${classes.foot} no-print`}>
          {hasPage && chosen ? (
            <Button component={HrefLink} href={`/missions/${code}`} variant="default" aria-label={text.open(label)}>
              {text.openShort}
            </Button>
          ) : null}
          {chosen && page.contractSignedOn ? (
            <Button component={HrefLink} href={`/contrat#mission-${code}`} variant="subtle" aria-label={termsText.mission.termsOf(label)}>
              {termsText.mission.terms}
            </Button>
          ) : null}
          {editable && chosen ? (
            <Button variant={hasPage ? 'subtle' : 'default'} aria-label={text.edit(label)} onClick={onEdit}>
              {text.editShort}
            </Button>
          ) : null}
          {editable && kind === 'optional' ? (
            chosen ? (
              kept ? (
                <span className={classes.soft}>{kept}</span>
              ) : (
                <Button variant="subtle" color="gray" aria-label={text.leaveOf(label)} onClick={onLeave}>
                  {text.leave}
                </Button>
              )
            ) : (
              <Button variant="light" aria-label={text.chooseOf(label)} loading={busy} onClick={onChoose}>
                {text.choose}
              </Button>
            )
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
