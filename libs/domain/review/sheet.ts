import { type ContractAction, type ContractIndicator, type ContractTerms, indicatorsOf, type MissionTerms } from '@maillage/domain/contract';
import type { Cents, Day } from '@maillage/domain/kernel';
import { missingStanding, type ScoredIndicator, type ScoredMission, type Standing, type YearEuros } from '@maillage/domain/money';
import type { Preparation } from './preparation';
import { alreadyReached, envelopeChecks, openingTerms, ordinaryProposal, proposalFault, type EnvelopeCheck, type Proposal } from './proposal';
import { agreedOf, contradiction, emptyLine, type Conclusion, type ReviewLine } from './review-line';

/** A file that proves a result. */
export interface SheetProof {
  name: string;
  /** SHA-256 of its content. */
  hash: string;
}

/** The follow-up indicator the result comes from, and the period it was read on. */
export interface SheetLink {
  indicatorId: string;
  indicatorName: string;
  /** null: no period holds the value yet. */
  periodKey: string | null;
}

/** An indicator of the contract as the review sees it: what was agreed, what was reached, what was said, what is paid, what comes next. */
export interface SheetIndicator extends ReviewLine {
  code: string;
  title: string;
  clause: string | null;
  source: ContractIndicator['source'];
  kind: ContractIndicator['kind'];
  direction: ContractIndicator['direction'];
  baseline: ContractIndicator['baseline'];
  scoring: ContractIndicator['scoring'];
  evidenceExpected: string[];
  onlyIfCrisis: boolean;
  /** The result is a number of patients: a small one is masked on what leaves the community. */
  countsPatients: boolean;
  /** It is computed from a number of patients that is masked, and would give it away; absent otherwise. */
  fromSmall?: boolean;
  /** The most it pays this year; null when nothing is computed on it. */
  maxCents: Cents | null;
  /** Why nothing is computed, in French. */
  notComputed: string | null;
  result: Standing;
  /** Label of the tier reached. */
  tier: string | null;
  /** How the value meets the rule, in French. */
  reading: string;
  link: SheetLink | null;
  proofs: SheetProof[];
  computedCents: Cents;
  /** Agreed when someone named an amount, computed otherwise; 0 when nothing is computed. */
  settledCents: Cents;
  /** How the conclusion and the euros contradict each other, in French. */
  contradiction: string | null;
  /** What the next year would say. */
  proposal: Proposal;
  /** Somebody proposed it; otherwise it is renewed as it is. */
  proposed: boolean;
  /** Why the next year could not say it, in French: the review cannot be closed as it is. */
  proposalFault: string | null;
  /** Where it pays for what is already there, in French. */
  proposalWarning: string | null;
}

/** An action of the contract with its preparation and its indicators. */
export interface SheetAction extends Preparation {
  code: string;
  title: string;
  personName: string | null;
  indicators: SheetIndicator[];
}

/** Euros of a review: settled is computed, but for the amounts agreed by hand. */
export interface SheetEuros {
  maxCents: Cents;
  computedCents: Cents;
  settledCents: Cents;
  /** What is not paid: max − settled. */
  lostCents: Cents;
}

/** A mission of the contract in the review. */
export interface SheetMission extends SheetEuros {
  code: string;
  label: string;
  shortLabel: string;
  kind: MissionTerms['kind'];
  fixedCents: Cents | null;
  variableCents: Cents | null;
  actions: SheetAction[];
  /** Whether what is proposed for the next year adds up to the envelope, the crisis part apart. */
  envelopes: EnvelopeCheck[];
}

/** Everything the room shows of a contract year, and exactly what closing it freezes. */
export interface ReviewSheet {
  format: 'review/1';
  community: { title: string; demo: boolean; /** Counts of patients under it are masked on paper. */ maskBelow: number };
  contract: { signedOn: Day; agreementLabel: string; termsLabel: string };
  year: number;
  start: Day;
  end: Day;
  operatingCents: Cents | null;
  fixedCents: Cents;
  euros: SheetEuros;
  missions: SheetMission[];
  /** A crisis recognised by the ARS touches the year. */
  crisisRecognised: boolean;
  /** False for the last year of the contract, or when the next one already has its terms: what is proposed opens nothing. */
  opensNextYear: boolean;
}

/** What a sheet is made from. */
export interface SheetInput {
  community: ReviewSheet['community'];
  contract: ReviewSheet['contract'];
  /** The year as computed while its review is open. */
  euros: YearEuros;
  terms: ContractTerms;
  opensNextYear: boolean;
  /** By code of contract indicator; an absent one is empty. */
  lines: Readonly<Record<string, ReviewLine>>;
  proposals: Readonly<Record<string, Proposal>>;
  links: Readonly<Record<string, SheetLink | null>>;
  proofs: Readonly<Record<string, SheetProof[]>>;
  /** Codes of the contract indicators whose followed indicator counts patients. */
  countsPatients: readonly string[];
  /** Those whose result is computed from a small number of patients. */
  fromSmall?: readonly string[];
  /** By code of contract action. */
  preparations: Readonly<Record<string, Preparation & { personName: string | null }>>;
}

/** The sheet of a contract year. */
export function buildSheet(input: SheetInput): ReviewSheet {
  const { euros, terms } = input;
  const scored = new Map(euros.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators)).map((one) => [one.code, one]));
  const named = new Map(euros.missions.map((mission) => [mission.code, mission]));
  const opening = new Map(openingTerms(terms, effectiveProposals(input)).missions.map((mission) => [mission.code, mission]));
  const missions = terms.missions.map((mission) => missionSheet(input, mission, named.get(mission.code), opening.get(mission.code), scored));
  return {
    format: 'review/1',
    community: input.community,
    contract: input.contract,
    year: euros.year,
    start: euros.start,
    end: euros.end,
    operatingCents: euros.operatingCents,
    fixedCents: euros.fixedCents,
    euros: sum(missions),
    missions,
    crisisRecognised: euros.crisis.counts,
    opensNextYear: input.opensNextYear,
  };
}

/** Every indicator's proposal: its own, or the ordinary one. */
export function effectiveProposals({ terms, proposals, euros }: Pick<SheetInput, 'terms' | 'proposals' | 'euros'>): Record<string, Proposal> {
  const standings = new Map(euros.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators)).map(({ code, standing }) => [code, standing]));
  return Object.fromEntries(
    indicatorsOf(terms).map(({ indicator }) => [indicator.code, proposals[indicator.code] ?? ordinaryProposal(indicator, standings.get(indicator.code) ?? missingStanding)]),
  );
}

function missionSheet(
  input: SheetInput,
  mission: MissionTerms,
  named: ScoredMission | undefined,
  opening: MissionTerms | undefined,
  scored: ReadonlyMap<string, ScoredIndicator>,
): SheetMission {
  const actions = mission.actions.map((action) => actionSheet(input, action, scored));
  return {
    code: mission.code,
    label: named?.label ?? mission.code,
    shortLabel: named?.shortLabel ?? mission.code,
    kind: mission.kind,
    fixedCents: named?.fixedCents ?? null,
    variableCents: named?.variableCents ?? null,
    ...sum(actions.flatMap(({ indicators }) => indicators.map(eurosOf))),
    actions,
    envelopes: opening && input.opensNextYear ? envelopeChecks({ operating: input.terms.operating, missions: [opening] }) : [],
  };
}

function actionSheet(input: SheetInput, action: ContractAction, scored: ReadonlyMap<string, ScoredIndicator>): SheetAction {
  const { status, personId, personName, dueOn, note } = input.preparations[action.code] ?? {
    status: 'to-prepare', personId: null, personName: null, dueOn: null, note: null,
  };
  const indicators = action.indicators.map((indicator) => indicatorSheet(input, indicator, scored.get(indicator.code)));
  return { code: action.code, title: action.title, status, personId, personName, dueOn, note, indicators };
}

function indicatorSheet(input: SheetInput, indicator: ContractIndicator, scored: ScoredIndicator | undefined): SheetIndicator {
  const { code, title, clause, source, kind, direction, baseline, scoring, onlyIfCrisis } = indicator;
  const line = input.lines[code] ?? emptyLine;
  const result = scored?.standing ?? missingStanding;
  const money = { maxCents: scored?.computed ? scored.maxCents : null, computedCents: scored?.earnedCents ?? 0 };
  const proposal = input.proposals[code] ?? ordinaryProposal(indicator, result);
  return {
    code, title, clause, source, kind, direction, baseline, scoring, onlyIfCrisis,
    evidenceExpected: indicator.evidence,
    countsPatients: input.countsPatients.includes(code),
    ...(input.fromSmall?.includes(code) ? { fromSmall: true } : {}),
    ...money,
    notComputed: scored?.notComputed ?? null,
    result,
    tier: scored?.tier ?? null,
    reading: scored?.explanation.reading ?? '',
    link: input.links[code] ?? null,
    proofs: input.proofs[code] ?? [],
    comment: line.comment,
    fundRemark: line.fundRemark,
    arsRemark: line.arsRemark,
    conclusion: line.conclusion,
    agreedCents: line.agreedCents,
    settledCents: money.maxCents === null ? 0 : Math.min(agreedOf(line, money), money.maxCents),
    contradiction: contradiction(line, money),
    proposal,
    proposed: code in input.proposals,
    proposalFault: input.opensNextYear ? proposalFault(indicator, proposal) : null,
    proposalWarning: input.opensNextYear ? alreadyReached(indicator, proposal) : null,
  };
}

const eurosOf = ({ maxCents, computedCents, settledCents }: SheetIndicator): SheetEuros => ({
  maxCents: maxCents ?? 0,
  computedCents,
  settledCents,
  lostCents: (maxCents ?? 0) - settledCents,
});

function sum(parts: readonly SheetEuros[]): SheetEuros {
  const total = { maxCents: 0, computedCents: 0, settledCents: 0, lostCents: 0 };
  for (const part of parts) {
    total.maxCents += part.maxCents;
    total.computedCents += part.computedCents;
    total.settledCents += part.settledCents;
    total.lostCents += part.lostCents;
  }
  return total;
}

/** Every indicator of a sheet with its mission and action, in the order of the contract. */
export function sheetIndicators(sheet: Pick<ReviewSheet, 'missions'>): { mission: SheetMission; action: SheetAction; indicator: SheetIndicator }[] {
  return sheet.missions.flatMap((mission) => mission.actions.flatMap((action) => action.indicators.map((indicator) => ({ mission, action, indicator }))));
}

/** How many indicators have each conclusion; `none` for those not examined. Only those something is computed on. */
export function countConclusions(indicators: readonly Pick<SheetIndicator, 'conclusion' | 'maxCents'>[]): Record<Conclusion | 'none', number> {
  const count = { 'reached': 0, 'partly': 0, 'not-reached': 0, 'none': 0 };
  for (const { conclusion, maxCents } of indicators) if (maxCents !== null || conclusion !== null) count[conclusion ?? 'none'] += 1;
  return count;
}
