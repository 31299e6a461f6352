import type { SizeBracket } from '@maillage/domain/community';
import { type Day, DomainError, isDay } from '@maillage/domain/kernel';
import aci2019 from './agreements/aci-cpts/2019.json';
import aciAvenant2 from './agreements/aci-cpts/avenant-2.json';

/** How sure a figure is. Only `published` and `derived` are rules; the others are suggestions the community confirms. */
export const figureStatuses = ['published', 'derived', 'unconfirmed', 'draft'] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/** A number of the agreement with its status and the key of its source. */
export interface Figure {
  value: number;
  status: FigureStatus;
  source: string;
}

export const missionKinds = ['core', 'optional'] as const;
export type MissionKind = (typeof missionKinds)[number];

/** The missions known today; a later agreement may bring others, so a code is a string. */
export const missionCodes = ['access-to-care', 'care-pathways', 'prevention', 'health-crisis', 'care-quality', 'professional-support'] as const;
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

/** A version of the agreement: rules with dates, in a file. */
export interface AgreementVersion {
  /** 'aci-cpts/avenant-2' */
  code: string;
  label: string;
  signedOn: Day;
  validFrom: Day;
  /** Last day, null while in force. */
  validTo: Day | null;
  contractYears: number;
  sizeNote: string;
  sizes: (SizeBracket & { status: FigureStatus; source: string })[];
  missions: Mission[];
  crisisKinds: { code: string; label: string }[];
  notes: string[];
  sources: Record<string, { url: string | null; what: string }>;
}

/** Every fault of an agreement file, in words; none when it can be used. */
export function agreementFaults(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return ['not an object'];
  const version = data as AgreementVersion;
  const faults: string[] = [];
  const expect = (condition: boolean, fault: string): void => {
    if (!condition) faults.push(fault);
  };
  expect(typeof version.code === 'string' && version.code !== '', 'code is missing');
  expect(typeof version.label === 'string' && version.label !== '', 'label is missing');
  expect(isDay(version.signedOn) && isDay(version.validFrom), 'signedOn and validFrom must be days');
  expect(version.validTo === null || (isDay(version.validTo) && version.validTo >= version.validFrom), 'validTo must be null or follow validFrom');
  expect(Number.isInteger(version.contractYears) && version.contractYears > 0, 'contractYears must be a positive whole number');
  if (!Array.isArray(version.missions) || !Array.isArray(version.sizes) || typeof version.sources !== 'object') return [...faults, 'missions, sizes or sources are missing'];
  const codes = version.missions.map((mission) => mission.code);
  expect(codes.length > 0 && new Set(codes).size === codes.length, 'mission codes must be there once each');
  for (const mission of version.missions) {
    expect(missionKinds.includes(mission.kind), `${mission.code}: unknown kind`);
    expect(Boolean(mission.label && mission.shortLabel), `${mission.code}: label is missing`);
    expect(isDay(mission.introducedOn), `${mission.code}: introducedOn must be a day`);
    for (const figure of [mission.startWithinMonths, mission.deployWithinMonths]) {
      if (figure === null) continue;
      expect(Number.isInteger(figure.value) && figure.value > 0, `${mission.code}: months must be a positive whole number`);
      expect(figureStatuses.includes(figure.status), `${mission.code}: unknown status`);
      expect(figure.source in version.sources, `${mission.code}: unknown source`);
    }
    const { startWithinMonths: start, deployWithinMonths: deploy } = mission;
    expect(!start || !deploy || start.value <= deploy.value, `${mission.code}: must start before it is deployed`);
  }
  version.sizes.forEach((size, index) => {
    expect(size.minPopulation === (version.sizes[index - 1]?.maxPopulationExclusive ?? 0), `size ${size.size}: populations must follow each other`);
    expect((size.maxPopulationExclusive === null) === (index === version.sizes.length - 1), `size ${size.size}: only the last one has no upper bound`);
    expect(size.source in version.sources, `size ${size.size}: unknown source`);
  });
  return faults;
}

/** The version a file holds; throws with all its faults. */
export function readAgreement(data: unknown): AgreementVersion {
  const faults = agreementFaults(data);
  if (faults.length > 0) throw new Error(`Agreement file refused: ${faults.join('; ')}`);
  return data as AgreementVersion;
}

/** The versions the product ships, oldest first. A new one is a file here. */
export const agreements: readonly AgreementVersion[] = [aci2019, aciAvenant2].map(readAgreement);

/** The version in force on a day. */
export function agreementOn(day: Day, versions: readonly AgreementVersion[] = agreements): AgreementVersion {
  const version = versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  if (!version) throw new DomainError('agreement-unknown', { day });
  return version;
}

/** The versions a contract signed that day may be under: the one of the day, and those an avenant signed since brought it to. */
export function agreementsSince(signedOn: Day, today: Day, versions: readonly AgreementVersion[] = agreements): AgreementVersion[] {
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
