import type { CommunitySize, SizeBracket } from '@maillage/domain/community';
import { type Cents, type Day, DomainError } from '@maillage/domain/kernel';
import { readAgreement } from './agreement-file';
import aci2019 from './agreements/aci-cpts/2019.json';
import aciAvenant2 from './agreements/aci-cpts/avenant-2.json';

/** How sure a figure is. Only `published` and `derived` are rules; the others are suggestions the community confirms. */
export const figureStatuses = ['published', 'derived', 'unconfirmed', 'draft'] as const;
/** One of those degrees. */
export type FigureStatus = (typeof figureStatuses)[number];

/** A number of the agreement with its status and the key of its source. */
export interface Figure {
  value: number;
  status: FigureStatus;
  source: string;
}

/** A mission of the common base, or one chosen on top of it. */
export const missionKinds = ['core', 'optional'] as const;
/** One of the two kinds of mission. */
export type MissionKind = (typeof missionKinds)[number];

/** The missions known today; a later agreement may bring others, so a code is a string. */
export const missionCodes = ['access-to-care', 'care-pathways', 'prevention', 'health-crisis', 'care-quality', 'professional-support'] as const;
/** Code of a mission, among those known or of a later agreement. */
export type MissionCode = string;

/** A mission of the agreement. */
export interface Mission {
  code: MissionCode;
  label: string;
  shortLabel: string;
  kind: MissionKind;
  summary: string;
  parts: { code: string; label: string }[];
  /** First day the mission existed in the agreement; contracts signed earlier did not count its months from their signature. */
  introducedOn: Day;
  /** Months from the signature; null: free. */
  startWithinMonths: Figure | null;
  deployWithinMonths: Figure | null;
}

/** `gap`: nothing was found, the contract is asked. */
export const amountStatuses = [...figureStatuses, 'gap'] as const;
export type AmountStatus = (typeof amountStatuses)[number];

/** What an amount of the agreement is for one size, a year. */
export interface AmountFigure {
  size: CommunitySize;
  /** The rule (`published`, `derived`); null otherwise. */
  cents: Cents | null;
  /** A figure nobody confirmed (`unconfirmed`, `draft`): it may pre-fill a field, never be computed with. */
  candidateCents: Cents | null;
  status: AmountStatus;
  /** Keys of the version's sources. */
  sources: string[];
  /** In French. */
  note: string | null;
}

/**
 * What a line of amounts pays: the parts of a contract year (`fixed-first-year` replaces `fixed` in year 1), what was paid beside
 * them (`supplement`, `one-off`), or the ceiling they are checked against (`control`).
 */
export const amountParts = ['operating', 'fixed', 'fixed-first-year', 'variable', 'variable-if-crisis', 'supplement', 'one-off', 'control'] as const;
export type AmountPart = (typeof amountParts)[number];

/** A line of the amounts: one figure per size. */
export interface AmountLine {
  code: string;
  label: string;
  /** null: of no mission. */
  missionCode: MissionCode | null;
  part: AmountPart;
  figures: AmountFigure[];
}

/** Where a figure comes from. */
export interface AgreementSource {
  url: string | null;
  what: string;
}

/** A version of the agreement: rules with dates, in a file. */
export interface AgreementVersion {
  format: 'agreement/1';
  /** 'aci-cpts/avenant-2' */
  code: string;
  label: string;
  /** What a community of this agreement is called: « CPTS », and in full. */
  structure: { label: string; name: string };
  signedOn: Day;
  validFrom: Day;
  /** Last day, null while in force. */
  validTo: Day | null;
  /** Code of the version this one puts an end to on the eve of its first day; absent: of none. */
  replaces?: string | null;
  contractYears: number;
  sizeNote: string;
  sizes: (SizeBracket & { status: FigureStatus; source: string })[];
  missions: Mission[];
  amounts: AmountLine[];
  crisisKinds: { code: string; label: string }[];
  notes: string[];
  sources: Record<string, AgreementSource>;
}

/** The versions the product ships, oldest first; the operator adds others. */
export const agreements: readonly AgreementVersion[] = [aci2019, aciAvenant2].map(readAgreement);

/** The version in force on a day. */
export function agreementOn(day: Day, versions: readonly AgreementVersion[] = agreements): AgreementVersion {
  const version = versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  if (!version) throw new DomainError('agreement-unknown', { day });
  return version;
}

/** The versions a contract signed that day may be under: the one of the day, and those an avenant signed since brought it to. */
export function agreementsSince<V extends Pick<AgreementVersion, 'validFrom' | 'validTo'>>(signedOn: Day, today: Day, versions: readonly V[]): V[] {
  return versions.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || signedOn <= validTo));
}

/** The version of a code; undefined when the product does not ship it. */
export function agreementByCode(code: string, versions: readonly AgreementVersion[] = agreements): AgreementVersion | undefined {
  return versions.find((version) => version.code === code);
}

/** A mission of a version, or `mission-unknown`. */
export function missionOf(version: AgreementVersion, code: MissionCode): Mission {
  const mission = version.missions.find((candidate) => candidate.code === code);
  if (!mission) throw new DomainError('mission-unknown', { mission: code });
  return mission;
}
