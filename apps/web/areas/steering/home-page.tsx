import { Button, SegmentedControl } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useContractYear, useSession } from '../../app/session';
import { formatDay } from '../../lib/format';
import { steeringText } from '../../messages/steering';
import { ActionButton, EmptyState, HrefLink, Page, Section } from '../../ui';
import { ComputedQuestions } from '../indicators/computed/computed-section';
import { type Coming, type Duty, homeQuery } from './api';
import { DutyList } from './duty-list';
import { hrefOf } from './links';
import { EurosSummary } from './euros-summary';
import { MissionRows } from './mission-rows';
import { SetupList } from './setup-list';
import classes from './steering.module.css';

const text = steeringText.home;

/** Lines shown before « Voir les autres ». */
const firstDuties = 6;

function Now({ duties }: { duties: readonly Duty[] }) {
  const { person, role } = useSession();
  const mine = duties.filter(({ personId }) => personId === person.id);
  // A lead comes for what waits for them, and sees at once when nothing does; the others look after the whole.
  const [whose, setWhose] = useState(role === 'lead' ? 'mine' : 'all');
  const [whole, setWhole] = useState(false);
  const wanted = whose === 'mine' ? mine : duties;
  const shown = whole ? wanted : wanted.slice(0, firstDuties);
  const late = wanted.filter(({ lateDays }) => lateDays > 0).length;
  const hidden = wanted.length - shown.length;
  return (
    <Section
      title={text.now}
      hint={text.nowHint(late, wanted.length)}
      tools={
        (mine.length > 0 || role === 'lead') && mine.length < duties.length ? (
          <SegmentedControl
            aria-label={text.whose}
            value={whose}
            onChange={setWhose}
            data={[
              { value: 'all', label: text.everyone },
              { value: 'mine', label: text.mineOnly },
            ]}
          />
        ) : undefined
      }
    >
      {wanted.length === 0 ? <EmptyState title={text.nothing}>{text.nothingWhat}</EmptyState> : <DutyList duties={shown} />}
      {hidden > 0 || whole ? (
        <Button variant="subtle" className="no-print" onClick={() => setWhole((was) => !was)} aria-expanded={whole}>
          {hidden > 0 ? text.more(hidden) : text.fewer}
        </Button>
      ) : null}
    </Section>
  );
}

function ComingList({ coming }: { coming: readonly Coming[] }) {
  if (coming.length === 0) return <p className={classes.soft}>{text.nothingComing}</p>;
  const days = [...new Set(coming.map(({ day }) => day))];
  return (
    <dl className={classes.coming}>
      {days.map((day) => (
        <div key={day}>
          <dt>{formatDay(day)}</dt>
          {coming
            .filter((one) => one.day === day)
            .map((one, index) => (
              <dd key={index}>
                <HrefLink href={hrefOf(one.link)} className="alone">{one.title}</HrefLink>
                <span className={classes.soft}>
                  {one.detail}
                  {one.who ? ` · ${one.who}` : ''}
                </span>
              </dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

/** The home: what must I do now, where do we stand, what is coming. */
export function HomePage() {
  const { communityId } = useSession();
  const can = useCan();
  const year = useContractYear();
  const { data: home } = useSuspenseQuery(homeQuery(communityId));
  // Until a first value is there, the first hour comes first and is what there is to do; afterwards the day is, and what is left of
  // the first hour stands beside.
  const begins = home.setup.steps.some(({ code, done }) => code === 'first-value' && !done);
  const setup = !home.setup.complete && can('community.write') ? <SetupList setup={home.setup} rest={!begins} /> : null;
  return (
    <Page
      title={text.title}
      lead={text.lead(home.today, year?.label ?? null)}
      action={can('measures.write') && home.totals.indicators > 0 ? { label: text.enter, href: '/indicateurs/saisie' } : undefined}
      tools={<ActionButton variant="default" label={text.board} href="/page-du-bureau" />}
    >
      {begins ? setup : null}
      <ComputedQuestions />
      <div className={classes.columns}>
        {begins && setup && home.duties.length === 0 ? null : <Now duties={home.duties.filter(({ kind }) => kind !== 'contribution' || can('indicators.write'))} />}
        <Section title={text.stand} hint={text.standHint}>
          <div className={classes.stand}>
            {home.euros ? <EurosSummary euros={home.euros} /> : null}
            <MissionRows missions={home.missions} />
          </div>
        </Section>
        <div className={classes.beside}>
          <Section title={text.coming} hint={text.comingHint}>
            <ComingList coming={home.coming} />
          </Section>
          {begins ? null : setup}
        </div>
      </div>
    </Page>
  );
}
