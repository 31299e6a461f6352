import {
  agreementByCode,
  type AciContract,
  type AgreementVersion,
  checkParticipation,
  type ContractRecord,
  type ContractSettings,
  type Crisis,
  crisisYears,
  contractYear,
  defaultContractSettings,
  emptyParticipation,
  missionOf,
  type MissionParticipation,
  type TermsDifference,
  termsDifferences,
  type TermsVersion,
} from '@maillage/domain/contract';
import { DomainError, ensure, formatDay, formatDayShort, french, listInFrench } from '@maillage/domain/kernel';
import type { ContractFacts } from './contract.queries';
import { requireTermsFitting } from './terms-ground';
import { missionNames } from './terms-words';
import { contentHash, type StoredCrisis, type StoredTerms } from './terms.store';

/** What is recorded before an import. */
export interface Before {
  facts: ContractFacts;
  versions: readonly StoredTerms[];
  crises: readonly StoredCrisis[];
  /** Years whose review is closed. */
  closed: readonly number[];
}

/** A difference of an import: of a year's terms, or of the contract around them (`year` null). */
export interface ImportDifference extends TermsDifference {
  year: number | null;
  version: string | null;
}

/** What an import writes, and what it says about it. */
export interface ImportPlan {
  /** null: the contract and its settings stay. */
  contract: (AciContract & ContractSettings) | null;
  versions: TermsVersion[];
  missions: MissionParticipation[];
  /** With the id of the one it corrects, null for a new one. */
  crises: (Crisis & { id: string | null })[];
  differences: ImportDifference[];
  notes: string[];
}

const around = { year: null, version: null, missionCode: null, mission: null, item: null, indicatorCode: null };

/** What importing this record changes to what is recorded. An import adds and replaces; it never removes. */
export function planImport(record: ContractRecord, before: Before): ImportPlan {
  const agreement = agreementByCode(record.contract.agreement, before.facts.agreements);
  if (!agreement) throw new DomainError('agreement-unknown', { day: record.contract.signedOn });
  const parts = [planContract(record, before), planVersions(record, before, agreement), planMissions(record, before, agreement), planCrises(record, before, agreement)] as const;
  requireFitting(record, before, agreement);
  const [contract, versions, missions, crises] = parts;
  return {
    contract: contract.value,
    versions: versions.value,
    missions: missions.value,
    crises: crises.value,
    differences: parts.flatMap(({ differences }) => differences),
    notes: notesOf(record, before),
  };
}

/** A part of the plan, with what it says. */
interface Part<T> {
  value: T;
  differences: ImportDifference[];
}

const unitLabels = { days: 'jours', months: 'mois' } as const;
const yearStart = (day: string): string => day.split('-').reverse().join('/');

function planContract({ contract, settings }: ContractRecord, { facts, closed }: Before): Part<ImportPlan['contract']> {
  const stored = facts.contract;
  const next = { ...contract, ...settingsOf(stored ?? defaultContractSettings), ...settings };
  const label = (code: string): string => agreementByCode(code, facts.agreements)?.label ?? code;
  const rows: [field: string, shown: (one: AciContract & ContractSettings) => string | null][] = [
    ['Date de signature', ({ signedOn }) => formatDay(signedOn)],
    ['Durée', ({ durationYears }) => `${durationYears} ans`],
    ['Version de l’accord', (one) => label(one.agreement)],
    ['Taille', ({ size }) => (size === null ? null : `taille ${size}`)],
    ['Unité du prorata', ({ prorataUnit }) => unitLabels[prorataUnit]],
    ['Début de l’exercice comptable', ({ accountingYearStart }) => yearStart(accountingYearStart)],
    ['Début de l’année d’adhésion', ({ membershipYearStart }) => yearStart(membershipYearStart)],
  ];
  const differences = rows.flatMap(([field, shown]) => {
    const change = { before: stored && shown(stored), after: shown(next) };
    return change.before === change.after ? [] : [{ ...around, field, ...change }];
  });
  if (stored && stored.signedOn !== contract.signedOn && closed[0] !== undefined) throw new DomainError('contract-year-closed', { year: closed[0] });
  return { value: differences.length > 0 || !stored ? next : null, differences };
}

const settingsOf = ({ prorataUnit, accountingYearStart, membershipYearStart }: ContractSettings): ContractSettings => ({
  prorataUnit,
  accountingYearStart,
  membershipYearStart,
});

function planVersions({ contract, versions }: ContractRecord, before: Before, agreement: AgreementVersion): Part<TermsVersion[]> {
  const names = missionNames(agreement);
  const value: TermsVersion[] = [];
  const differences = versions.flatMap((version): ImportDifference[] => {
    const { year, amendment, label, effectiveOn, content } = version;
    const ofYear = before.versions.filter((one) => one.year === year);
    const stored = ofYear.find((one) => one.amendment === amendment);
    const at = { ...around, year, version: label };
    const heading = [
      ...(stored && stored.label !== label ? [{ ...at, field: 'Libellé de la version', before: stored.label, after: label }] : []),
      ...(stored && stored.effectiveOn !== effectiveOn
        ? [{ ...at, field: 'Date d’effet', before: formatDayShort(stored.effectiveOn), after: formatDayShort(effectiveOn) }]
        : []),
    ];
    const inside = stored?.hash === contentHash(content) ? [] : termsDifferences(stored?.content ?? null, content, names);
    if (stored && heading.length === 0 && inside.length === 0) return [];
    if (before.closed.includes(year)) throw new DomainError('contract-year-closed', { year });
    // A year that is over keeps the terms it had: a file corrects a version of it, it brings no new one.
    const isOver = contractYear(contract, year).end < before.facts.today;
    ensure(!(isOver && !stored && ofYear.some((one) => one.amendment < amendment)), 'contract-year-past', { year });
    value.push(version);
    const told = [...heading, ...inside.map((difference) => ({ ...difference, year, version: label }))];
    return told.length > 0 ? told : [{ ...at, field: 'Version', before: null, after: label }];
  });
  return { value, differences };
}

function planMissions({ contract, missions }: ContractRecord, { facts }: Before, agreement: AgreementVersion): Part<MissionParticipation[]> {
  const value: MissionParticipation[] = [];
  const differences = missions.flatMap(({ missionCode, startedOn, deployedOn }): ImportDifference[] => {
    const mission = missionOf(agreement, missionCode);
    const before = facts.participations.find((one) => one.missionCode === missionCode) ?? emptyParticipation(mission);
    const after = checkParticipation(
      { missionCode, chosen: true, startedOn: startedOn ?? before.startedOn, deployedOn: deployedOn ?? before.deployedOn },
      agreement,
      contract,
      facts.today,
    );
    const rows: [field: string, shown: (one: MissionParticipation) => string | null][] = [
      ['Mission choisie', ({ chosen }) => (chosen ? 'oui' : 'non')],
      ['Démarrage', (one) => one.startedOn && formatDayShort(one.startedOn)],
      ['Déploiement', (one) => one.deployedOn && formatDayShort(one.deployedOn)],
    ];
    const changes = rows.flatMap(([field, shown]) => {
      const change = { before: shown(before), after: shown(after) };
      return change.before === change.after ? [] : [{ ...around, missionCode, mission: mission.shortLabel, field, ...change }];
    });
    if (changes.length > 0) value.push(after);
    return changes;
  });
  return { value, differences };
}

const crisisShown = ({ recognisedOn, endedOn, reference }: Crisis): string =>
  [`reconnue le ${formatDayShort(recognisedOn)}`, endedOn && `terminée le ${formatDayShort(endedOn)}`, reference].filter(Boolean).join(', ');

function planCrises({ contract, crises }: ContractRecord, before: Before, agreement: AgreementVersion): Part<ImportPlan['crises']> {
  const value: ImportPlan['crises'] = [];
  const differences = crises.flatMap((crisis): ImportDifference[] => {
    const stored = before.crises.find(({ kind, recognisedOn }) => kind === crisis.kind && recognisedOn === crisis.recognisedOn);
    if (stored && stored.reference === crisis.reference && stored.endedOn === crisis.endedOn) return [];
    const [was, is] = [stored, crisis].map((one) => (one ? crisisYears(one, contract) : []));
    const closed = before.closed.find((year) => was?.includes(year) !== is?.includes(year));
    if (closed !== undefined) throw new DomainError('contract-year-closed', { year: closed });
    value.push({ ...crisis, id: stored?.id ?? null });
    const item = agreement.crisisKinds.find(({ code }) => code === crisis.kind)?.label ?? crisis.kind;
    return [{ ...around, item, field: 'Crise reconnue par l’ARS', before: stored ? crisisShown(stored) : null, after: crisisShown(crisis) }];
  });
  return { value, differences };
}

/** What stays recorded beside the file must still be possible under the contract of the file. */
function requireFitting({ contract, versions, missions }: ContractRecord, { facts, versions: stored }: Before, agreement: AgreementVersion): void {
  const kept = stored.filter(({ year, amendment }) => !versions.some((one) => one.year === year && one.amendment === amendment));
  requireTermsFitting(kept, contract, agreement);
  for (const participation of facts.participations) {
    if (missions.some(({ missionCode }) => missionCode === participation.missionCode) || participation.startedOn === null) continue;
    checkParticipation(participation, agreement, contract, facts.today);
  }
}

function notesOf({ versions, crises }: ContractRecord, before: Before): string[] {
  const years = [...new Set(before.versions.map(({ year }) => year))];
  const absent = years.filter((year) => !versions.some((one) => one.year === year));
  const later = before.versions.filter(
    ({ year, amendment }) => !absent.includes(year) && versions.every((one) => one.year !== year || one.amendment < amendment),
  );
  const otherCrises = before.crises.filter(({ kind, recognisedOn }) => !crises.some((one) => one.kind === kind && one.recognisedOn === recognisedOn));
  return [
    ...(absent.length > 0
      ? [`Le fichier ne parle pas ${absent.length === 1 ? 'de l\'année' : 'des années'} ${listInFrench(absent.map(String))} du contrat : ses termes enregistrés sont gardés.`]
      : []),
    ...later.map(({ year, label }) => `Année ${year} : « ${label} » est plus récent que le fichier et reste la version qui compte.`),
    ...(otherCrises.length > 0 ? ['Les crises déjà enregistrées que le fichier ne mentionne pas sont gardées.'] : []),
  ].map(french);
}
