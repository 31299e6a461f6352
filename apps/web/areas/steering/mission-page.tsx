import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCan, useSession } from '../../app/session';
import { steeringText } from '../../messages/steering';
import { ActionButton, BulletBar, EmptyState, EuroBar, HrefLink, Page, Section, StatusBadge } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { ActionCards } from './action-cards';
import { missionQuery } from './api';
import { DutyList } from './duty-list';
import { IndicatorBars } from './indicator-bars';
import { IndicatorCurve } from './indicator-curve';
import { standingWords } from './mission-rows';
import classes from './steering.module.css';
import { barTone, missionTone } from './tones';

const text = steeringText.mission;

/** A mission: where it stands, its indicators against their targets, its actions, what is to be done. */
export function MissionPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { code } = useParams({ strict: false }) as { code: string };
  const { data: page } = useSuspenseQuery(missionQuery(communityId, code));
  const { standing, indicators, actions, duties } = page;
  const curves = indicators.filter((card) => (card.standing?.series.filter(({ value }) => value !== null).length ?? 0) > 1);
  return (
    <Page
      title={standing.label}
      lead={
        <>
          <p>{page.summary}</p>
          <p className={classes.state}>
            <StatusBadge tone={missionTone[standing.state]} label={text.states[standing.state]} /> {standing.clock.sentence}
          </p>
        </>
      }
      breadcrumbs={[{ label: text.crumb, href: '/missions' }]}
      tools={<ActionButton variant="default" label={text.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />}
    >
      <div className={classes.standing}>
        {standing.attainment === null ? (
          <p className={classes.soft}>{text.noAttainment}</p>
        ) : (
          <BulletBar label={text.attainment} unit="%" value={standing.attainment} target={100} max={110} tone={barTone(standing)} />
        )}
        <p className={classes.soft}>{standingWords(standing)}</p>
        {standing.euros ? (
          <>
            <EuroBar euros={standing.euros} label={text.euros} />
            {can('money.read') ? (
              <p className={`${classes.soft} no-print`}>
                <HrefLink href={`/contrat/euros#${standing.code}`} className="alone">{text.eurosOpen}</HrefLink>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
      {duties.length > 0 ? (
        <Section title={text.duties}>
          <DutyList duties={duties} />
        </Section>
      ) : null}
      <Section title={text.indicators} hint={indicators.length > 0 ? text.indicatorsHint : undefined}>
        {indicators.length > 0 ? (
          <IndicatorBars cards={indicators} />
        ) : (
          <EmptyState title={text.noIndicators} action={can('indicators.write') ? { label: text.addIndicator, href: '/indicateurs/nouveau' } : undefined}>
            {text.noIndicatorsWhat}
          </EmptyState>
        )}
      </Section>
      {curves.length > 0 ? (
        <Section title={text.curves} bare>
          <div className={classes.curves}>
            {curves.map((card) => (
              <div key={card.id} className={classes.curve}>
                <IndicatorCurve card={card} />
              </div>
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={text.actions}>
        {actions.length > 0 ? (
          <ActionCards actions={actions} />
        ) : (
          <EmptyState title={text.noActions} action={{ label: text.toProject, href: '/projet' }}>
            {text.noActionsWhat}
          </EmptyState>
        )}
      </Section>
    </Page>
  );
}
