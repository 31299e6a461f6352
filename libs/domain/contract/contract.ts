import { type CommunitySize, sizeFromPopulation } from '@maillage/domain/community';
import {
  addDays,
  addYears,
  contractYearNumber,
  contractYearPeriod,
  type Day,
  DomainError,
  ensure,
  formatNumber,
  formatPeriod,
  french,
  parseDay,
  type Period,
} from '@maillage/domain/kernel';
import { agreementOn, agreementsSince, type AgreementVersion } from './agreement';

/** What was signed with the CPAM and the ARS. */
export interface AciContract {
  signedOn: Day;
  durationYears: number;
  /** Code of the agreement version it is under: of its signature, or of an avenant signed since. */
  agreement: string;
  /** As written in the contract; never changed by a recount of the population. */
  size: CommunitySize | null;
}

/** Shortest and longest contract, in years. */
export const contractDurationLimits = { min: 1, max: 10 } as const;

/** A contract to be recorded, checked against the local day and the agreement it is under. */
export function checkContract(input: AciContract, versions: readonly AgreementVersion[], today: Day): AciContract {
  const signedOn = parseDay(input.signedOn);
  const { min, max } = contractDurationLimits;
  ensure(Number.isInteger(input.durationYears) && input.durationYears >= min && input.durationYears <= max, 'contract-duration-invalid', { min, max });
  ensure(signedOn <= today, 'invalid-input', { field: 'signedOn', label: 'Date de signature', rule: 'elle est dans le futur' });
  agreementOn(signedOn, versions);
  const version = versions.find((candidate) => candidate.code === input.agreement);
  if (!version) throw new DomainError('agreement-unknown', { day: signedOn });
  ensure(agreementsSince(signedOn, today, versions).includes(version), 'invalid-input', {
    field: 'agreement',
    label: 'Version de l\'accord',
    rule: 'elle n\'était plus en vigueur à la signature, ou pas encore aujourd\'hui',
  });
  ensure(input.size === null || version.sizes.some(({ size }) => size === input.size), 'invalid-input', {
    field: 'size',
    label: 'Taille',
    rule: 'elle n\'existe pas dans cet accord',
  });
  return { signedOn, durationYears: input.durationYears, agreement: version.code, size: input.size };
}

/** Last day of the contract. */
export function contractEnd(contract: Pick<AciContract, 'signedOn' | 'durationYears'>): Day {
  return addDays(addYears(contract.signedOn, contract.durationYears), -1);
}

/** Bounds of year N of the contract; refused outside its duration. */
export function contractYear(contract: Pick<AciContract, 'signedOn' | 'durationYears'>, number: number): Period {
  ensure(Number.isInteger(number) && number >= 1 && number <= contract.durationYears, 'contract-year-outside', {
    number,
    years: contract.durationYears,
  });
  return contractYearPeriod(contract.signedOn, number);
}

/** All the years of the contract, oldest first. */
export function contractYears(contract: Pick<AciContract, 'signedOn' | 'durationYears'>): Period[] {
  return Array.from({ length: contract.durationYears }, (_, index) => contractYearPeriod(contract.signedOn, index + 1));
}

/** The contract year a day belongs to; undefined before the signature or after the end. */
export function contractYearOn(contract: Pick<AciContract, 'signedOn' | 'durationYears'>, day: Day): Period | undefined {
  const number = contractYearNumber(contract.signedOn, day);
  return number === undefined || number > contract.durationYears ? undefined : contractYearPeriod(contract.signedOn, number);
}

/** « année 5 (15/04/2026–14/04/2027) », or what to say outside the contract. */
export function contractYearLabel(contract: Pick<AciContract, 'signedOn' | 'durationYears'> | null, day: Day): string {
  if (!contract) return 'contrat non renseigné';
  const year = contractYearOn(contract, day);
  if (year) return formatPeriod(year);
  return day < contract.signedOn ? 'contrat pas encore signé' : 'contrat terminé';
}

/** A sentence when the population and the contract's size disagree; undefined when they agree or one is unknown. */
export function sizeWarning(contract: Pick<AciContract, 'size'>, population: number | null, version: AgreementVersion): string | undefined {
  if (contract.size === null || population === null) return undefined;
  const counted = sizeFromPopulation(population, version.sizes);
  if (!counted || counted.size === contract.size) return undefined;
  const boundary = counted.onBoundary ? ` ${version.sizeNote}` : '';
  return french(
    `Le contrat dit taille ${contract.size} ; avec ${formatNumber(population)} habitants, le territoire serait en taille ${counted.size}. La taille du contrat est gardée : voyez-le avec la CPAM et l'ARS.${boundary}`,
  );
}
