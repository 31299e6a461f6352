import { type Day, formatDay } from '@maillage/domain/kernel';
import { type AciContract, contractYear } from './contract';
import type { ContractSettings } from './contract-settings';
import type { Crisis } from './crisis';
import { type ContractAction, type ContractIndicator, type ContractTerms, type MissionTerms, type SignedAmount } from './terms';
import type { MissionParticipation } from './mission-clock';

/** What the contract says of one of its years, in one dated version. */
export interface TermsVersion {
  year: number;
  /** 0 as signed, then the number of the amendment. */
  amendment: number;
  label: string;
  effectiveOn: Day;
  content: ContractTerms;
}

/** Dates of a mission that the community follows. */
export type MissionDates = Pick<MissionParticipation, 'missionCode' | 'startedOn' | 'deployedOn'>;

/** A whole contract: what a `contract/1` file holds. */
export interface ContractRecord {
  contract: AciContract;
  /** The contract year at the head of the file. */
  year: number;
  /** By year, then amendment; at least one of `year`. */
  versions: TermsVersion[];
  /** The missions of the latest version of `year`, then the others that are followed; null: nothing said. */
  missions: MissionDates[];
  /** An absent setting is left as it is. */
  settings: Partial<ContractSettings>;
  crises: Crisis[];
}

/** What the version of a year is called when nobody gave it a name. */
export const versionLabel = (amendment: number): string => (amendment === 0 ? 'Contrat tel que signé' : `Avenant n° ${amendment}`);

/** The latest version of a year; undefined when it has none. */
export function latestVersion(versions: readonly TermsVersion[], year: number): TermsVersion | undefined {
  return versions.filter((version) => version.year === year).reduce<TermsVersion | undefined>((latest, one) => (latest && latest.amendment > one.amendment ? latest : one), undefined);
}

/** An indicator counts only with a crisis when it pays (or its weight is missing) and its mission has nothing but a crisis part. */
export function isCrisisOnly(mission: Pick<MissionTerms, 'variable' | 'variableIfCrisis'>, maxCents: number | null): boolean {
  return mission.variable.cents === 0 && (mission.variableIfCrisis?.cents ?? 0) > 0 && maxCents !== 0;
}

type Json = Readonly<Record<string, unknown>>;

/** The keys that say something. */
const said = (object: Json): Json => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined;

function writeIndicator(indicator: ContractIndicator, mission: MissionTerms): Json {
  const { code, title, clause, source, kind, direction, baseline, scoring, maxCents, evidence, note, onlyIfCrisis } = indicator;
  return said({
    code,
    title,
    clause: orAbsent(clause),
    source,
    kind,
    direction: orAbsent(direction),
    baseline: baseline?.value,
    baselineOn: orAbsent(baseline?.on ?? null),
    scoring,
    maxCents: orAbsent(maxCents),
    evidence,
    note: orAbsent(note),
    onlyIfCrisis: onlyIfCrisis === isCrisisOnly(mission, maxCents) ? undefined : onlyIfCrisis,
  });
}

const writeAction = ({ code, title, indicators }: ContractAction, mission: MissionTerms): Json => ({
  code,
  title,
  indicators: indicators.map((indicator) => writeIndicator(indicator, mission)),
});

const waits = (amount: SignedAmount | null): boolean => amount !== null && amount.cents !== null && !amount.confirmed;

function writeMission(mission: MissionTerms, dates?: MissionDates): Json {
  const { code, kind, fixed, variable, variableIfCrisis, actions } = mission;
  const toConfirm = [
    ...(waits(fixed) ? ['fixedCents'] : []),
    ...(waits(variable) ? ['variableCents'] : []),
    ...(waits(variableIfCrisis) ? ['variableIfCrisisCents'] : []),
  ];
  return said({
    code,
    kind,
    fixedCents: orAbsent(fixed.cents),
    variableCents: orAbsent(variable.cents),
    variableIfCrisisCents: variableIfCrisis ? variableIfCrisis.cents : undefined,
    toConfirm: toConfirm.length > 0 ? toConfirm : undefined,
    startedOn: orAbsent(dates?.startedOn ?? null),
    deployedOn: orAbsent(dates?.deployedOn ?? null),
    actions: actions.map((action) => writeAction(action, mission)),
  });
}

function writeVersion(version: TermsVersion, contract: AciContract, dates: readonly MissionDates[] = []): Json {
  const { amendment, label, effectiveOn, content } = version;
  const isPlain = amendment === 0 && label === versionLabel(0) && effectiveOn === contractYear(contract, version.year).start;
  const { cents } = content.operating;
  return said({
    amendment: isPlain ? undefined : { number: amendment, label, effectiveOn },
    operating: said({ cents: orAbsent(cents), toConfirm: waits(content.operating) ? true : undefined }),
    missions: content.missions.map((mission) => writeMission(mission, dates.find(({ missionCode }) => missionCode === mission.code))),
  });
}

/** A year: its latest version, and those it replaced. */
function writeYear(versions: readonly TermsVersion[], year: number, contract: AciContract, dates?: readonly MissionDates[]): Json {
  const latest = latestVersion(versions, year);
  if (!latest) throw new Error(`No terms of year ${year} to write.`);
  const earlier = versions.filter((version) => version.year === year && version !== latest);
  return said({
    ...writeVersion(latest, contract, dates),
    earlierVersions: earlier.length > 0 ? earlier.map((version) => writeVersion(version, contract)) : undefined,
  });
}

/** The contract as a `contract/1` object, its keys in their one order: `readContractFile` gives the same contract back. */
export function writeContractFile(record: ContractRecord, organisation?: { name: string; structureLabel: string }): Json {
  const { contract, year, versions, missions, settings, crises } = record;
  const { start, end } = contractYear(contract, year);
  const { contents, others } = split(record);
  const otherYears = [...new Set(versions.map((version) => version.year))].filter((other) => other !== year);
  return said({
    format: 'contract/1',
    about: organisation && `Contrat de ${organisation.name}, année ${year} (du ${formatDay(start)} au ${formatDay(end)}). Montants en centimes d’euro.`,
    organisation,
    agreement: contract.agreement,
    size: contract.size,
    signedOn: contract.signedOn,
    durationYears: contract.durationYears,
    contractYear: year,
    yearStartsOn: start,
    yearEndsOn: end,
    ...writeYear(versions, year, contract, missions.filter(({ missionCode }) => contents.has(missionCode))),
    otherYears: otherYears.length > 0 ? otherYears.map((other) => ({ contractYear: other, ...writeYear(versions, other, contract) })) : undefined,
    otherMissions:
      others.length > 0
        ? others.map(({ missionCode, startedOn, deployedOn }) => said({ code: missionCode, startedOn: orAbsent(startedOn), deployedOn: orAbsent(deployedOn) }))
        : undefined,
    settings: Object.keys(settings).length > 0 ? settings : undefined,
    crises:
      crises.length > 0
        ? crises.map(({ kind, recognisedOn, reference, endedOn }) => said({ kind, recognisedOn, reference: orAbsent(reference), endedOn: orAbsent(endedOn) }))
        : undefined,
  });
}

/** The missions the head of the file names, and those it does not. */
function split({ versions, year, missions }: ContractRecord): { contents: Set<string>; others: MissionDates[] } {
  const contents = new Set(latestVersion(versions, year)?.content.missions.map(({ code }) => code));
  return { contents, others: missions.filter(({ missionCode }) => !contents.has(missionCode)) };
}
