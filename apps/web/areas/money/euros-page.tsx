import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ContractTabs } from '../../app/contract-tabs';
import { useSession } from '../../app/session';
import { formatContractYear, formatEuros } from '../../lib/format';
import { moneyText } from '../../messages/money';
import { ActionButton, ConfirmDialog, EuroBar, HrefLink, Page, Section, StatusBadge, useToast } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { isKnown, type KnownYear, moneyYearQuery, useCreateIndicators } from './api';
import { EurosChecks } from './euros-checks';
import { Explanation, ExplanationDrawer } from './euros-explanation';
import { LinkDialog } from './euros-link-dialog';
import { EurosMission } from './euros-mission';
import { EurosKnown, EurosSummary } from './euros-summary';
import { indicatorsByCode, phaseTone } from './euros-words';
import classes from './euros.module.css';
import { NoTerms } from './no-terms';
import type { EurosSearch } from './search';
import { YearSwitch } from './year-switch';

const text = moneyText;

/** The crisis part, apart: it counts only when the ARS recognised a crisis. */
function Crisis({ euros }: { euros: KnownYear['euros'] }) {
  const { crisis, year } = euros;
  if (crisis.possibleCents === 0) return null;
  return (
    <Section title={text.crisis.title} hint={crisis.counts ? text.crisis.counts : text.crisis.not(formatEuros(crisis.possibleCents))}>
      <div className={classes.summary}>
        <p className={classes.plain}>
          <StatusBadge tone={crisis.counts ? 'attained' : 'none'} label={crisis.counts ? text.crisis.status.counts : text.crisis.status.not} />
        </p>
        {crisis.counts ? (
          <EuroBar euros={crisis} label={text.crisis.title} />
        ) : (
          <p className={`${classes.plain} no-print`}>
            <HrefLink href={`/contrat?annee=${year}`} className="alone">{text.crisis.record}</HrefLink>
          </p>
        )}
      </div>
    </Section>
  );
}

interface Dialogs {
  /** Code of the contract indicator that is being linked. */
  linking: string | null;
  creating: boolean;
}

function Content({ page, search }: { page: KnownYear; search: EurosSearch }) {
  const toast = useToast();
  const navigate = useNavigate();
  const create = useCreateIndicators();
  const [dialogs, setDialogs] = useState<Dialogs>({ linking: null, creating: false });
  const { euros, terms, links, may, year } = page;
  const indicators = indicatorsByCode(terms);
  const opened = search.ouvert ?? [];
  const go = (change: Partial<EurosSearch>): void =>
    void navigate({ to: '/contrat/euros', search: { ...search, ...change }, replace: true, resetScroll: false } as never);
  const toggle = (code: string): void => go({ ouvert: opened.includes(code) ? opened.filter((each) => each !== code) : [...opened, code] });
  const hrefOf = (code: string): string => `/contrat/euros?${new URLSearchParams([['annee', String(year)], ...opened.map((each) => ['ouvert', each]), ['montant', code]])}`;

  const scale = Math.max(...euros.missions.flatMap(({ maxCents, variableCents }) => [maxCents, variableCents ?? 0]), 1);
  const scored = euros.missions.flatMap(({ actions }) => actions.flatMap((action) => action.indicators)).find(({ code }) => code === search.montant);
  const explained = scored && indicators.get(scored.code);
  const linking = dialogs.linking === null ? undefined : indicators.get(dialogs.linking);
  return (
    <>
      <div className={classes.top}>
        <EurosSummary euros={euros} />
        <EurosKnown euros={euros} />
      </div>
      <EurosChecks
        checks={euros.checks}
        unlinked={[...indicators.values()].filter(({ code, onlyIfCrisis }) => !links[code] && (!onlyIfCrisis || page.crisisRecognised)).length}
        year={year} onCreate={may.link ? () => setDialogs({ linking: null, creating: true }) : undefined}
      />
      <Section title={text.missions.title} hint={text.missions.hint}>
        <div className={classes.missions}>
          {euros.missions.map((mission) => (
            <EurosMission
              key={mission.code}
              mission={mission}
              scaleCents={scale}
              indicators={indicators}
              isLinked={(code) => Boolean(links[code])}
              open={opened.includes(mission.code)}
              onToggle={() => toggle(mission.code)}
              hrefOf={hrefOf}
            />
          ))}
        </div>
      </Section>
      <Crisis euros={euros} />
      <ExplanationDrawer title={scored?.title ?? ''} opened={explained !== undefined && dialogs.linking === null && !dialogs.creating} onClose={() => go({ montant: undefined })}>
        {scored && explained ? (
          <Explanation
            scored={scored}
            indicator={explained}
            link={links[scored.code] ?? null}
            year={year}
            may={may}
            onLink={() => setDialogs({ linking: scored.code, creating: false })}
            onCreate={() => setDialogs({ linking: null, creating: true })}
          />
        ) : null}
      </ExplanationDrawer>
      {linking ? (
        <LinkDialog
          code={linking.code}
          title={linking.title}
          link={links[linking.code] ?? null}
          onClose={() => setDialogs({ linking: null, creating: false })}
        />
      ) : null}
      <ConfirmDialog
        opened={dialogs.creating}
        title={text.create.ask}
        confirmLabel={text.create.confirm}
        onCancel={() => setDialogs({ linking: null, creating: false })}
        onConfirm={async () => {
          const { created } = await create.mutateAsync(year);
          toast.done(text.create.done(created));
        }}
      >
        {text.create.what}
      </ConfirmDialog>
    </>
  );
}

/** How many euros of the contract year are earned, at stake and lost, mission by mission, and why. */
export function EurosPage() {
  const { communityId } = useSession();
  const search = useSearch({ strict: false }) as EurosSearch;
  const { data: page } = useSuspenseQuery(moneyYearQuery(communityId, search.annee));
  const { year, years, euros } = page;
  const period = years.find(({ number }) => number === year);
  return (
    <Page
      title={text.title}
      lead={
        period ? (
          <p className={classes.lead}>
            <span>{[formatContractYear(period), page.termsLabel].filter(Boolean).join(' · ')}</span>
            {euros ? <StatusBadge tone={phaseTone[euros.phase]} label={text.phases[euros.phase]} /> : null}
          </p>
        ) : undefined
      }
      tools={euros ? <ActionButton variant="default" label={text.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} /> : undefined}
    >
      <div className={`${classes.tabs} no-print`}>
        <ContractTabs current="euros" year={year ?? undefined} />
        {year === null ? null : <YearSwitch years={years} current={year} to="/contrat/euros" />}
      </div>
      {isKnown(page) ? <Content key={page.year} page={page} search={search} /> : <NoTerms year={year} />}
    </Page>
  );
}
