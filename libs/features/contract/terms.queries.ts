import {
  agreementFigure,
  checkTerms,
  contractEnd,
  contractYears,
  crisisYears,
  figureSentence,
  isRule,
  sizeWarning,
  suggestedTerms,
  type AgreementVersion,
  type ContractTerms,
  type Crisis,
  type MissionKind,
  type TermsAmount,
  type TermsWarning,
} from '@maillage/domain/contract';
import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { type Cents, type Day, ensure, found } from '@maillage/domain/kernel';
import { territoryOf } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ClosedYears } from './closed-years';
import { contractFacts, type ContractFacts } from './contract.queries';
import type { StoredContract } from './contract.store';
import { recognisedCrises, termsContent, termsHeads, type TermsHead } from './terms.store';

/** A contract year in the list. */
export interface TermsYear {
  number: number;
  start: Day;
  end: Day;
  state: 'past' | 'current' | 'upcoming';
  hasTerms: boolean;
  /** Its review is closed: its terms no longer change. */
  closed: boolean;
  /** Number of its latest amendment; 0 as signed, null without terms. */
  amendment: number | null;
}

/** A version of the terms of a year, without them. */
export type TermsVersionView = Omit<TermsHead, 'year'> & {
  /** The one that counts for the year. */
  current: boolean;
};

/** What the agreement says of an amount of the year. */
export interface AmountSuggestion {
  missionCode: string | null;
  part: TermsAmount['part'];
  cents: Cents | null;
  isRule: boolean;
  sentence: string;
}

/** A crisis on screen. */
export interface CrisisView extends Crisis {
  id: string;
  kindLabel: string;
  years: number[];
  revision: number;
}

/** The crises, and the kinds the agreement knows. */
export interface CrisesView {
  crises: CrisisView[];
  crisisKinds: { code: string; label: string }[];
}

/** The terms of a contract year, as a page. */
export interface TermsView extends CrisesView {
  contract: (Pick<StoredContract, 'signedOn' | 'durationYears' | 'agreement' | 'size' | 'revision'> & { endsOn: Day; agreementLabel: string }) | null;
  years: TermsYear[];
  year: TermsYear | null;
  version: TermsVersionView | null;
  terms: ContractTerms | null;
  versions: TermsVersionView[];
  warnings: TermsWarning[];
  sizeWarning: string | null;
  missions: { code: string; label: string; shortLabel: string; kind: MissionKind; chosen: boolean }[];
  suggestions: AmountSuggestion[];
  startingPoint: ContractTerms | null;
  startingPointFrom: string | null;
  today: Day;
  may: { write: boolean; amend: boolean; import: boolean; crises: boolean };
}

/** Which year, and which version of it; the year that runs and its latest version when absent. */
export interface TermsAsked {
  year?: number | undefined;
  amendment?: number | undefined;
}

/** Reads of the terms of the contract. */
@Injectable()
export class TermsQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly closing: ClosedYears,
  ) {}

  /** The terms of a contract year, its versions, what the agreement suggests, and the crises. */
  async terms(actor: Actor, asked: TermsAsked): Promise<TermsView> {
    requireRight(actor, 'contract.read');
    return this.db.run(actor.communityId, (tx) => this.view(tx, actor, asked), { readOnly: true });
  }

  /** The same, inside a transaction. */
  async view(tx: Tx, actor: Actor, asked: TermsAsked): Promise<TermsView> {
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    const { contract, agreement, today } = facts;
    const stored = await termsHeads(tx);
    const years = contract ? yearsOf(contract, stored, await this.closing.closedYears(tx), today) : [];
    const year = shownYear(years, asked.year);
    const ofYear = stored.filter((version) => version.year === year?.number);
    const version = asked.amendment === undefined ? (ofYear.at(-1) ?? null) : found(ofYear.find(({ amendment }) => amendment === asked.amendment));
    const terms = version && (await termsContent(tx, version));
    const start = contract && year && !version ? await startingPoint(tx, facts, contract, year.number, stored) : null;
    const isLatest = version === (ofYear.at(-1) ?? null);
    const writes = hasRight(actor, 'contract.write') && contract !== null && year !== null && !year.closed;
    return {
      contract: contract && contractShown(contract, agreement),
      years,
      year,
      version: version && versionView(version, ofYear),
      terms,
      versions: ofYear.map((one) => versionView(one, ofYear)),
      warnings: terms && contract ? checkTerms(terms, agreement, contract).warnings : [],
      sizeWarning: (contract && (await sizeSentence(tx, contract, agreement))) ?? null,
      missions: agreement.missions.map(({ code, label, shortLabel, kind }) => ({ code, label, shortLabel, kind, chosen: isChosen(facts, code, kind) })),
      suggestions: contract && year ? suggestionsOf(agreement, contract, year.number) : [],
      startingPoint: start?.terms ?? null,
      startingPointFrom: start?.from ?? null,
      ...(await crisesView(tx, facts)),
      today,
      may: {
        write: writes && isLatest,
        amend: writes && version !== null && isLatest && year.state !== 'past',
        import: hasRight(actor, 'contract.write'),
        crises: hasRight(actor, 'money.write') && contract !== null && agreement.crisisKinds.length > 0,
      },
    };
  }
}

function contractShown(contract: StoredContract, agreement: AgreementVersion): NonNullable<TermsView['contract']> {
  const { signedOn, durationYears, agreement: code, size, revision } = contract;
  return { signedOn, durationYears, agreement: code, size, revision, endsOn: contractEnd(contract), agreementLabel: agreement.label };
}

function yearsOf(contract: StoredContract, stored: readonly TermsHead[], closed: readonly number[], today: Day): TermsYear[] {
  return contractYears(contract).map(({ start, end }, index) => {
    const number = index + 1;
    const latest = stored.findLast(({ year }) => year === number);
    const state = end < today ? 'past' : start > today ? 'upcoming' : 'current';
    return { number, start, end, state, hasTerms: latest !== undefined, closed: closed.includes(number), amendment: latest?.amendment ?? null };
  });
}

/** The year asked for, else the one that runs, else the first to come, else the last. */
function shownYear(years: readonly TermsYear[], asked: number | undefined): TermsYear | null {
  if (years.length === 0) return null;
  ensure(asked === undefined || asked <= years.length, 'contract-year-outside', { number: asked, years: years.length });
  if (asked !== undefined) return years[asked - 1] ?? null;
  return years.find(({ state }) => state !== 'past') ?? years.at(-1) ?? null;
}

function versionView({ year: _year, ...head }: TermsHead, ofYear: readonly TermsHead[]): TermsVersionView {
  return { ...head, current: head.amendment === ofYear.at(-1)?.amendment };
}

const isChosen = ({ participations }: Pick<ContractFacts, 'participations'>, code: string, kind: MissionKind): boolean =>
  kind === 'core' || participations.some(({ missionCode, chosen }) => missionCode === code && chosen);

/** What a year without terms may begin from: the latest year before it that has some, else the agreement. */
async function startingPoint(
  tx: Tx,
  facts: ContractFacts,
  contract: StoredContract,
  year: number,
  stored: readonly TermsHead[],
): Promise<{ terms: ContractTerms; from: string } | null> {
  const before = stored.findLast((version) => version.year < year);
  if (before) return { terms: await termsContent(tx, before), from: `les termes de l’année ${before.year}` };
  if (contract.size === null) return null;
  const terms = suggestedTerms(facts.agreement, contract.size, year);
  const missions = terms.missions.filter(({ code, kind }) => isChosen(facts, code, kind));
  return { terms: { ...terms, missions }, from: `les montants de l’accord pour la taille ${contract.size}` };
}

function suggestionsOf(agreement: AgreementVersion, { size }: StoredContract, year: number): AmountSuggestion[] {
  if (size === null) return [];
  const parts = ['fixed', 'variable', 'variableIfCrisis'] as const;
  const amounts: TermsAmount[] = [
    { missionCode: null, part: 'operating' },
    ...agreement.missions.flatMap(({ code }) => parts.map((part) => ({ missionCode: code, part }))),
  ];
  return amounts.flatMap((amount) => {
    const figure = agreementFigure(agreement, size, year, amount);
    if (!figure) return [];
    const cents = figure.cents ?? figure.candidateCents;
    return [{ ...amount, cents, isRule: isRule(figure.status), sentence: figureSentence(agreement, figure) }];
  });
}

async function sizeSentence(tx: Tx, contract: StoredContract, agreement: AgreementVersion): Promise<string | null> {
  const { population, communes } = await territoryOf(tx);
  return communes.length === 0 ? null : (sizeWarning(contract, population.total, agreement) ?? null);
}

/** The crises recognised by the ARS, inside a transaction. */
export async function crisesView(tx: Tx, { agreement, contract }: Pick<ContractFacts, 'agreement' | 'contract'>): Promise<CrisesView> {
  const crises = (await recognisedCrises(tx)).map(({ id, kind, recognisedOn, reference, endedOn, revision }) => ({
    id,
    kind,
    kindLabel: agreement.crisisKinds.find(({ code }) => code === kind)?.label ?? kind,
    recognisedOn,
    reference,
    endedOn,
    years: contract ? crisisYears({ recognisedOn, endedOn }, contract) : [],
    revision,
  }));
  return { crises, crisisKinds: agreement.crisisKinds };
}
