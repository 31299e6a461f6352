import { type Day, errorText, formatDay, isDomainError, listInFrench, type Period } from '@maillage/domain/kernel';
import { agreements, type AgreementVersion } from './agreement';
import { type AciContract, checkContract, contractYear } from './contract';
import { type ContractRecord, latestVersion, type MissionDates, type TermsVersion, versionLabel } from './contract-file';
import { FileReader, type FileThing } from './contract-file-reader';
import { amendmentSchema, contractFileSchema, crisisSchema, earlierVersionSchema, organisationSchema, otherMissionSchema, otherYearSchema, settingsSchema } from './contract-file-schema';
import { filePath, TermsReader } from './contract-file-terms';
import { type ContractSettings, isYearStart, prorataUnits } from './contract-settings';
import { checkCrisis, type Crisis } from './crisis';
import { checkParticipation } from './mission-clock';
import type { ContractTerms } from './terms';
import { checkTerms } from './terms-check';
import { termsLimits } from './terms-limits';
import type { TermsFault, TermsWarning } from './terms-report';
import { tidyTerms } from './terms-tidy';

/** What a `contract/1` file says, or everything that is wrong in it. */
export type ReadContract =
  | { faults: readonly TermsFault[]; record: null }
  | {
      faults: readonly [];
      record: ContractRecord;
      contract: AciContract;
      year: number;
      /** The latest terms of the year at the head of the file. */
      terms: ContractTerms;
      warnings: TermsWarning[];
    };

interface Reading {
  file: FileReader;
  version: AgreementVersion | undefined;
  contract: AciContract | undefined;
  today: Day;
  warnings: TermsWarning[];
}

/** Reads a `contract/1` object against the versions of the agreement and the local day; every fault at once, with its path. */
export function readContractFile(json: unknown, versions: readonly AgreementVersion[], today: Day): ReadContract {
  const file = new FileReader();
  const thing = file.thing(json, '', contractFileSchema);
  if (file.faults.some(({ path }) => path === '')) return { faults: file.faults, record: null };
  if (thing['format'] !== undefined && thing['format'] !== 'contract/1')
    file.fault('format', 'Ce fichier n\'est pas un contrat « contract/1 » : c\'est le seul format qui s\'importe ici.');
  for (const key of ['about', '$schema']) file.textOrNull(thing[key], key);
  readOrganisation(thing['organisation'], file);

  const version = versionOf(thing, file, versions);
  const contract = readContract(thing, file, version, versions, today);
  const reading: Reading = { file, version, contract, today, warnings: [] };
  const year = file.whole(thing['contractYear'], 'contractYear', 1, contract?.durationYears ?? 10);
  checkBounds(thing, file, periodOf(contract, year));

  const ofYears = [
    ...readYear(thing, '', year, reading),
    ...file.items(thing['otherYears'], 'otherYears', 9, (item, path) => {
      const other = file.thing(item, path, otherYearSchema);
      const number = file.whole(other['contractYear'], `${path}.contractYear`, 1, contract?.durationYears ?? 10);
      return { path, versions: readYear(other, path, number, reading), number };
    }).flatMap(({ path, versions: found, number }, index, all) => {
      if (number === year || all.slice(0, index).some((one) => one.number === number))
        file.fault(`${path}.contractYear`, `L'année ${number} figure deux fois dans le fichier.`);
      return found;
    }),
  ].sort((a, b) => a.year - b.year || a.amendment - b.amendment);

  const missions = readDates(thing, reading);
  const settings = readSettings(thing['settings'], file);
  const crises = readCrises(thing['crises'], reading);
  const latest = latestVersion(ofYears, year);
  if (file.faults.length > 0 || !contract || !latest) return { faults: file.faults, record: null };
  const record = { contract, year, versions: ofYears, missions: ordered(missions, latest), settings, crises };
  return { faults: [], record, contract, year, terms: latest.content, warnings: reading.warnings };
}

function readOrganisation(value: unknown, file: FileReader): void {
  if (value === undefined) return;
  const thing = file.thing(value, 'organisation', organisationSchema);
  for (const key of ['name', 'structureLabel']) file.textOrNull(thing[key], `organisation.${key}`);
}

function versionOf(thing: FileThing, file: FileReader, versions: readonly AgreementVersion[]): AgreementVersion | undefined {
  const code = file.text(thing['agreement'], 'agreement');
  const version = versions.find((candidate) => candidate.code === code);
  if (!version)
    file.fault('agreement', `La version de l'accord « ${code} » est inconnue. Versions connues : ${listInFrench(versions.map((one) => one.code), 'ou')}.`);
  return version;
}

function readContract(
  thing: FileThing,
  file: FileReader,
  version: AgreementVersion | undefined,
  versions: readonly AgreementVersion[],
  today: Day,
): AciContract | undefined {
  const signedOn = file.day(thing['signedOn'], 'signedOn');
  const durationYears = thing['durationYears'] === undefined ? (version?.contractYears ?? 5) : file.whole(thing['durationYears'], 'durationYears', 1, 10);
  const size = (thing['size'] ?? null) === null ? null : file.whole(thing['size'], 'size', 1, 4);
  if (!version || signedOn === null || !Number.isInteger(durationYears) || Number.isNaN(size)) return undefined;
  return attempt(file, (meta) => (typeof meta['field'] === 'string' ? meta['field'] : 'signedOn'), () =>
    checkContract({ signedOn, durationYears, agreement: version.code, size: size as AciContract['size'] }, versions, today),
  );
}

/** What a rule makes of it; undefined when it refuses, and the fault is kept. */
function attempt<T>(file: FileReader, path: (meta: Readonly<Record<string, unknown>>) => string, rule: () => T): T | undefined {
  try {
    return rule();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    // The sentence is the form's: what it says of the screen is not for a file.
    file.fault(path(error.meta), errorText(error.code, error.meta).replace(/ Votre saisie est conservée à l’écran\.$/, ''));
    return undefined;
  }
}

function periodOf(contract: AciContract | undefined, year: number): Period | undefined {
  return contract && Number.isInteger(year) ? contractYear(contract, year) : undefined;
}

function checkBounds(thing: FileThing, file: FileReader, period: Period | undefined): void {
  for (const [key, bound] of [['yearStartsOn', period?.start], ['yearEndsOn', period?.end]] as const) {
    const written = file.day(thing[key], key);
    if (written !== null && bound !== undefined && written !== bound)
      file.fault(key, `Comptée depuis la signature, l'année ${period?.key.slice(2) ?? ''} du contrat va du ${formatDay(period?.start ?? bound)} au ${formatDay(period?.end ?? bound)} : corrigez cette date, la date de signature ou le numéro de l'année.`);
  }
}

/** The versions of a year: the latest at its head, then those it replaced. */
function readYear(thing: FileThing, path: string, year: number, reading: Reading): TermsVersion[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const head = { path, version: readVersion(thing, path, year, reading, path === '') };
  const earlier = reading.file.items(thing['earlierVersions'], at('earlierVersions'), 30, (item, where) => ({
    path: where,
    version: readVersion(reading.file.thing(item, where, earlierVersionSchema), where, year, reading, false),
  }));
  const seen = new Set([head.version.amendment]);
  for (const { path: where, version } of earlier) {
    if (version.amendment >= head.version.amendment || seen.has(version.amendment))
      reading.file.fault(`${where}.amendment.number`, 'Une version remplacée a un numéro plus petit que celle qui la remplace, et chaque numéro une seule fois.');
    seen.add(version.amendment);
  }
  return [head, ...earlier].map(({ version }) => version);
}

function readVersion(thing: FileThing, path: string, year: number, reading: Reading, withDates: boolean): TermsVersion {
  const { file, version: agreement, contract } = reading;
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const amendment = thing['amendment'] === undefined ? {} : file.thing(thing['amendment'], at('amendment'), amendmentSchema);
  const number = amendment['number'] === undefined ? 0 : file.whole(amendment['number'], at('amendment.number'), 0, 99);
  const label = file.textOrNull(amendment['label'], at('amendment.label'))?.trim() || versionLabel(number);
  if (label.length > 160) file.fault(at('amendment.label'), 'Le libellé compte plus de 160 caractères.');
  const effectiveOn = file.day(amendment['effectiveOn'], at('amendment.effectiveOn'));
  const period = periodOf(contract, year);
  if (effectiveOn === null && number > 0) file.fault(at('amendment.effectiveOn'), 'Un avenant a une date d\'effet.');
  if (effectiveOn !== null && period && (effectiveOn < period.start || effectiveOn > period.end))
    file.fault(at('amendment.effectiveOn'), `La date d'effet doit être dans l'année ${year} du contrat, du ${formatDay(period.start)} au ${formatDay(period.end)}.`);

  const reader = new TermsReader(file, agreement);
  const content = tidyTerms(reader.terms(thing, path, withDates));
  // A wrong date of signature or an unknown agreement hides none of the other errors.
  const against = agreement ?? agreements.at(-1);
  if (against) {
    const { faults, warnings } = checkTerms(content, against, contract ?? { signedOn: against.validFrom });
    for (const { path: where, sentence } of faults) {
      const full = at(filePath(where));
      const ofAgreement = /^missions\[\d+\]\.(code|kind)$/.test(where);
      if ((agreement || !ofAgreement) && !reader.lost.some((lost) => full.startsWith(`${lost}.`))) file.fault(full, sentence);
    }
    if (agreement && contract) reading.warnings.push(...warnings.map((warning) => ({ ...warning, path: at(filePath(warning.path)) })));
  }
  return { year, amendment: number, label, effectiveOn: effectiveOn ?? period?.start ?? '', content };
}

/** The missions the file names at its head or beside, with their dates, each checked against the contract. */
function readDates(thing: FileThing, { file, version, contract, today }: Reading): MissionDates[] {
  const read = (item: unknown, path: string): MissionDates[] => {
    const { code, startedOn, deployedOn } = (item ?? {}) as FileThing;
    const dates = { missionCode: typeof code === 'string' ? code : '', startedOn: file.day(startedOn, `${path}.startedOn`), deployedOn: file.day(deployedOn, `${path}.deployedOn`) };
    if (version && contract && version.missions.some((mission) => mission.code === dates.missionCode))
      attempt(file, (meta) => `${path}.${meta['day'] === dates.deployedOn || meta['deployedOn'] ? 'deployedOn' : 'startedOn'}`, () =>
        checkParticipation({ ...dates, chosen: true }, version, contract, today),
      );
    else if (version && path.startsWith('otherMissions')) file.fault(`${path}.code`, `La mission « ${dates.missionCode} » n'existe pas dans la version de l'accord de ce contrat.`);
    return [dates];
  };
  const head = Array.isArray(thing['missions']) ? thing['missions'].slice(0, termsLimits.missions).flatMap((item, index) => read(item, `missions[${index}]`)) : [];
  const others = file.items(thing['otherMissions'], 'otherMissions', termsLimits.missions, (item, path) => read(file.thing(item, path, otherMissionSchema), path)).flat();
  others.forEach(({ missionCode }, index) => {
    if ([...head, ...others.slice(0, index)].some((one) => one.missionCode === missionCode))
      file.fault(`otherMissions[${index}].code`, `La mission « ${missionCode} » figure deux fois dans le fichier.`);
  });
  return [...head, ...others];
}

/** The missions of the terms in their order, then the others by their code. */
function ordered(missions: readonly MissionDates[], { content }: TermsVersion): MissionDates[] {
  const inTerms = content.missions.flatMap(({ code }) => missions.find(({ missionCode }) => missionCode === code) ?? []);
  return [...inTerms, ...missions.filter((one) => !inTerms.includes(one))];
}

function readSettings(value: unknown, file: FileReader): Partial<ContractSettings> {
  if (value === undefined) return {};
  const thing = file.thing(value, 'settings', settingsSchema);
  const unit = file.oneOf(thing['prorataUnit'], 'settings.prorataUnit', prorataUnits);
  const start = (key: 'accountingYearStart' | 'membershipYearStart'): Partial<ContractSettings> => {
    const day = thing[key];
    if (isYearStart(day)) return { [key]: day };
    if (day !== undefined) file.fault(`settings.${key}`, 'Un jour qui existe tous les ans est attendu, sous la forme MM-JJ, par exemple 01-01.');
    return {};
  };
  return { ...(unit ? { prorataUnit: unit } : {}), ...start('accountingYearStart'), ...start('membershipYearStart') };
}

function readCrises(value: unknown, { file, version, contract, today }: Reading): Crisis[] {
  const seen = new Set<string>();
  return file.items(value, 'crises', 50, (item, path) => {
    const thing = file.thing(item, path, crisisSchema);
    const crisis = {
      kind: file.text(thing['kind'], `${path}.kind`),
      recognisedOn: file.day(thing['recognisedOn'], `${path}.recognisedOn`) ?? '',
      reference: file.textOrNull(thing['reference'], `${path}.reference`),
      endedOn: file.day(thing['endedOn'], `${path}.endedOn`),
    };
    const key = `${crisis.kind} ${crisis.recognisedOn}`;
    if (seen.has(key)) file.fault(path, 'Cette crise figure deux fois dans le fichier.');
    seen.add(key);
    if (!version || !contract || crisis.recognisedOn === '') return crisis;
    return attempt(file, (meta) => (typeof meta['path'] === 'string' ? `${path}.${meta['path']}` : `${path}.reference`), () => checkCrisis(crisis, version, contract, today)) ?? crisis;
  });
}
