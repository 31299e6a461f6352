import { type ContractIndicator, type ContractTerms, indicatorsOf, type MissionTerms } from '@maillage/domain/contract';
import type { Cents, Day } from '@maillage/domain/kernel';
import { type MissionNames, moneyChecks, type YearSurroundings } from './checks';
import type { Euros, ScoredAction, ScoredIndicator, ScoredMission, Standing, YearEuros, YearPhase } from './euros';
import { explain } from './explain';
import { confirmedCents, indicatorMax, payout } from './scoring';

/** What is known around an indicator when it is scored. */
export interface ScoreOptions {
  /** A crisis recognised by the ARS touches the year: the crisis part counts. */
  crisisRecognised?: boolean;
  /** Cents the review agreed on; read only in a closed year, and kept between 0 and the maximum. */
  agreedCents?: Cents | null;
}

/** Everything a contract year is scored from. */
export interface YearInput {
  /** Number and bounds of the contract year. */
  year: number;
  start: Day;
  end: Day;
  terms: ContractTerms;
  /** By code of contract indicator; an absent one is missing. */
  standings: Readonly<Record<string, Standing>>;
  /** Gives the missions their names. */
  agreement: MissionNames;
  phase: YearPhase;
  crisisRecognised: boolean;
  /** Cents agreed by the review of a closed year, by code. */
  agreed?: Readonly<Record<string, Cents>>;
  around?: Omit<YearSurroundings, 'crisisRecognised'>;
}

/** A contract indicator without a value. */
export const missingStanding: Standing = { value: null, status: 'missing', asOf: null, source: null, evidence: 0 };

/** Nothing in play, to add to. */
export const noEuros: Euros = { maxCents: 0, earnedCents: 0, atStakeCents: 0, lostCents: 0 };

/** The sum, part by part. */
export function sumEuros(parts: readonly Euros[]): Euros {
  return parts.reduce<Euros>(
    (sum, part) => ({
      maxCents: sum.maxCents + part.maxCents,
      earnedCents: sum.earnedCents + part.earnedCents,
      atStakeCents: sum.atStakeCents + part.atStakeCents,
      lostCents: sum.lostCents + part.lostCents,
    }),
    noEuros,
  );
}

/** Where a contract year is on a day; `closed` once its review says so. */
export function yearPhase(year: { start: Day; end: Day }, today: Day, closed: boolean): YearPhase {
  if (closed) return 'closed';
  if (today < year.start) return 'upcoming';
  return today <= year.end ? 'running' : 'over';
}

/** How the maximum is shared: earned from what is validated, at stake while it can still change, lost after that. */
function share(maxCents: Cents, paid: Cents, standing: Standing, phase: YearPhase, agreedCents: Cents | null): Euros {
  const parts = (earnedCents: Cents, atStakeCents: Cents): Euros => ({ maxCents, earnedCents, atStakeCents, lostCents: maxCents - earnedCents - atStakeCents });
  const validated = standing.status === 'validated' && standing.value !== null ? paid : 0;
  if (phase === 'closed') return parts(agreedCents === null ? validated : Math.min(maxCents, Math.max(0, Math.round(agreedCents))), 0);
  if (phase === 'upcoming') return parts(0, maxCents);
  if (phase === 'running') return parts(validated, maxCents - validated);
  if (standing.value === null) return parts(0, maxCents);
  return standing.status === 'validated' ? parts(validated, 0) : parts(0, paid);
}

/** A contract indicator with its euros and the reasons for them. */
export function scoreIndicator(indicator: ContractIndicator, standing: Standing, phase: YearPhase, options: ScoreOptions = {}): ScoredIndicator {
  const agreed = phase === 'closed' ? (options.agreedCents ?? null) : null;
  const counts = !indicator.onlyIfCrisis || options.crisisRecognised === true;
  const most = indicatorMax(indicator);
  const paid = Math.min(most ?? 0, payout(indicator.scoring, indicator, standing.value) ?? 0);
  const computed = most !== null && counts;
  const euros = computed ? share(most, paid, standing, phase, agreed) : noEuros;
  const { notComputed, tier, explanation } = explain({ indicator, standing, phase, counts, most, paid, euros, agreed: computed ? agreed : null });
  return { code: indicator.code, title: indicator.title, ...euros, computed, notComputed, onlyIfCrisis: indicator.onlyIfCrisis, standing, tier, explanation };
}

const regular = (indicators: readonly ScoredIndicator[]): ScoredIndicator[] => indicators.filter(({ onlyIfCrisis }) => !onlyIfCrisis);

/** A mission of the contract with its euros: the sums are of the variable part, without the crisis part. */
export function scoreMission(mission: MissionTerms, input: Omit<YearInput, 'terms' | 'around'>): ScoredMission {
  const named = input.agreement.missions.find(({ code }) => code === mission.code);
  const actions = mission.actions.map((action): ScoredAction => {
    const indicators = action.indicators.map((indicator) =>
      scoreIndicator(indicator, input.standings[indicator.code] ?? missingStanding, input.phase, {
        crisisRecognised: input.crisisRecognised,
        agreedCents: input.agreed?.[indicator.code] ?? null,
      }),
    );
    return { code: action.code, title: action.title, ...sumEuros(regular(indicators)), indicators };
  });
  return {
    code: mission.code,
    label: named?.label ?? mission.code,
    shortLabel: named?.shortLabel ?? mission.code,
    kind: mission.kind,
    fixedCents: confirmedCents(mission.fixed),
    variableCents: confirmedCents(mission.variable),
    ...sumEuros(actions),
    actions,
  };
}

/** A contract year with its euros: every amount is the sum of those under it, and earned + at stake + lost = maximum everywhere. */
export function scoreYear(input: YearInput): YearEuros {
  const { year, start, end, phase, terms, crisisRecognised } = input;
  const missions = terms.missions.map((mission) => scoreMission(mission, input));
  const crisisTerms = indicatorsOf(terms).flatMap(({ indicator }) => (indicator.onlyIfCrisis ? [indicator] : []));
  const crisis = sumEuros(missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators.filter(({ onlyIfCrisis }) => onlyIfCrisis))));
  return {
    year,
    start,
    end,
    phase,
    operatingCents: confirmedCents(terms.operating),
    fixedCents: terms.missions.reduce((sum, { fixed }) => sum + (confirmedCents(fixed) ?? 0), 0),
    ...sumEuros([...missions, crisis]),
    missions,
    crisis: { ...crisis, counts: crisisRecognised, possibleCents: crisisTerms.reduce((sum, indicator) => sum + (indicatorMax(indicator) ?? 0), 0) },
    checks: moneyChecks(terms, input.agreement, { ...input.around, crisisRecognised }),
  };
}
