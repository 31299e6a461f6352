import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { formatDay } from '../../lib/format';
import { indicatorsText } from '../../messages/indicators';
import { HrefLink, LoadError, Section, StatusBadge, TextSkeleton } from '../../ui';
import { IconChevronRight } from '../../ui/icons';
import { type Awaited, awaitedQuery } from './api';
import classes from './indicators.module.css';
import { entryHref } from './words';

const text = indicatorsText.awaited;
const most = 4;

function Duty({ awaited, lead }: { awaited: Awaited; lead: boolean }) {
  const { indicatorId, periodKey, periodLabel, name, need, lateDays, dueOn, responsible, remark } = awaited;
  const due = need === 'to-validate' ? text.dueValidate(formatDay(dueOn)) : text.due(formatDay(dueOn));
  return (
    <li>
      <HrefLink href={entryHref(periodKey, indicatorId)} className={classes.duty}>
        <span className={classes.dutyName}>
          <span className="only-read-aloud">{need === 'to-validate' ? text.validate : need === 'to-correct' ? text.correct : text.give}</span>
          <strong>{name}</strong>
          <span className={classes.soft}>
            {periodLabel}
            {responsible && !lead && need !== 'to-validate' ? ` · ${responsible}` : ''}
          </span>
          {remark ? <span className={classes.soft}>{text.remark(remark)}</span> : null}
        </span>
        {need === 'to-correct' ? (
          <StatusBadge tone="at-risk" label={text.toCorrect} plain />
        ) : lateDays > 0 ? (
          <StatusBadge tone="late" label={need === 'to-validate' ? text.lateToValidate(lateDays) : text.lateSince(lateDays)} plain />
        ) : (
          <span className={classes.soft}>{due}</span>
        )}
        <IconChevronRight size={20} aria-hidden="true" />
      </HrefLink>
    </li>
  );
}

/** What is awaited, the latest first; for a lead, what it has to give, one tap from the field. */
export function AwaitedSection() {
  const { communityId, role } = useSession();
  const { data, error, refetch } = useQuery(awaitedQuery(communityId));
  const lead = role === 'lead';
  const title = lead ? text.mine : text.all;
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Section title={title}>
        <TextSkeleton />
      </Section>
    );
  }
  if (data.length === 0) return lead ? <p className={classes.soft}>{text.none}</p> : null;
  const toEnter = data.filter(({ need }) => need !== 'to-validate').length;
  const shown = data.slice(0, most);
  const [next] = data.slice(shown.length);
  return (
    <Section title={title} hint={lead ? text.hintMine(data.length) : text.hintAll(toEnter, data.length - toEnter)} bare>
      <ul className={classes.duties} data-wide={lead || undefined}>
        {shown.map((awaited) => (
          <Duty key={`${awaited.indicatorId} ${awaited.periodKey}`} awaited={awaited} lead={lead} />
        ))}
        {next ? (
          <li>
            <HrefLink href="/indicateurs/saisie" className={classes.dutyMore}>
              {text.more(data.length - shown.length)}
            </HrefLink>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
