import { communitySizes } from '@maillage/domain/community';
import { isCents, isDay } from '@maillage/domain/kernel';
import type { AgreementVersion } from './agreement';

type Bag = Record<string, unknown>;

// Spelt here and not read from `agreement`, which reads its own files while it loads; the types keep both lists the same.
const figureStatuses: readonly string[] = ['published', 'derived', 'unconfirmed', 'draft'];
const kinds: readonly string[] = ['core', 'optional'];
const ofMission: readonly string[] = ['fixed', 'fixed-first-year', 'variable', 'variable-if-crisis', 'supplement'];
const ofNoMission: readonly string[] = ['operating', 'one-off', 'control'];

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCode = (value: unknown): boolean => typeof value === 'string' && value.length <= 60 && /^[a-z0-9]+(?:[-/.][a-z0-9]+)*$/.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Collects what is wrong, each fault after the path of what it is about. */
class Reading {
  readonly faults: string[] = [];

  expect(isRight: boolean, path: string, rule: string): void {
    if (!isRight) this.faults.push(`${path || 'fichier'}\u00A0: ${rule}`);
  }

  /** The list at a path; a fault and nothing when it is no list of objects. */
  list(value: unknown, path: string): [Bag, string][] {
    const items = Array.isArray(value) ? value : [];
    this.expect(Array.isArray(value), path, 'une liste est attendue');
    items.forEach((item, index) => this.expect(isBag(item), `${path}[${index}]`, 'un objet est attendu'));
    return items.flatMap((item, index): [Bag, string][] => (isBag(item) ? [[item, `${path}[${index}]`]] : []));
  }

  text(value: unknown, path: string): void {
    this.expect(isText(value), path, 'un texte est attendu');
  }

  /** Each code once. */
  once(codes: readonly unknown[], path: string): void {
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    this.expect(twice.length === 0, path, `« ${String(twice[0])} » y est deux fois`);
  }
}

/** Every fault of an agreement file, in French, each with its path (`amounts[3].figures[1].status`); none when it can be used. */
export function agreementFaults(data: unknown): string[] {
  const reading = new Reading();
  if (!isBag(data)) return ['fichier\u00A0: un objet est attendu'];
  readHead(reading, data);
  const sources = isBag(data['sources']) ? data['sources'] : {};
  reading.expect(isBag(data['sources']), 'sources', 'un objet est attendu');
  for (const [key, source] of Object.entries(sources)) {
    reading.text(isBag(source) ? source['what'] : null, `sources.${key}.what`);
    const url = isBag(source) ? source['url'] : undefined;
    reading.expect(url === null || (isText(url) && /^https?:\/\//.test(url)), `sources.${key}.url`, 'une adresse http est attendue, ou null');
  }
  const known = (key: unknown): boolean => typeof key === 'string' && Object.hasOwn(sources, key);
  const sizes = readSizes(reading, data['sizes'], known);
  const missions = readMissions(reading, data['missions'], known);
  readAmounts(reading, data['amounts'], { sizes, missions, known });
  const crises = reading.list(data['crisisKinds'], 'crisisKinds');
  reading.once(crises.map(([crisis]) => crisis['code']), 'crisisKinds');
  for (const [crisis, path] of crises) {
    reading.expect(isCode(crisis['code']), `${path}.code`, 'un code en minuscules est attendu');
    reading.text(crisis['label'], `${path}.label`);
  }
  reading.expect(Array.isArray(data['notes']) && data['notes'].every(isText), 'notes', 'une liste de textes est attendue');
  return reading.faults;
}

function readHead(reading: Reading, data: Bag): void {
  const { structure, signedOn, validFrom, validTo, replaces, contractYears } = data;
  reading.expect(data['format'] === 'agreement/1', 'format', '« agreement/1 » est attendu');
  reading.expect(isCode(data['code']), 'code', 'un code en minuscules est attendu, par exemple « aci-cpts/avenant-3 »');
  reading.text(data['label'], 'label');
  reading.text(isBag(structure) ? structure['label'] : null, 'structure.label');
  reading.text(isBag(structure) ? structure['name'] : null, 'structure.name');
  for (const [name, day] of Object.entries({ signedOn, validFrom })) reading.expect(isDay(day), name, 'un jour AAAA-MM-JJ est attendu');
  reading.expect(validTo === null || isDay(validTo), 'validTo', 'un jour AAAA-MM-JJ est attendu, ou null');
  reading.expect(!isDay(validTo) || !isDay(validFrom) || validTo >= validFrom, 'validTo', 'il précède validFrom');
  reading.expect(replaces === undefined || replaces === null || isCode(replaces), 'replaces', 'le code d’une version est attendu');
  const years = Number(contractYears);
  reading.expect(Number.isInteger(contractYears) && years > 0 && years <= 10, 'contractYears', 'un nombre entier de 1 à 10 est attendu');
  reading.text(data['sizeNote'], 'sizeNote');
}

/** The sizes of the file, smallest first. */
function readSizes(reading: Reading, value: unknown, known: (key: unknown) => boolean): unknown[] {
  const sizes = reading.list(value, 'sizes');
  reading.once(sizes.map(([size]) => size['size']), 'sizes');
  reading.expect(sizes.length > 0, 'sizes', 'une taille au moins est attendue');
  sizes.forEach(([size, path], index) => {
    reading.expect(communitySizes.some((one) => one === size['size']), `${path}.size`, `une taille de ${communitySizes.join(', ')} est attendue`);
    const before = index === 0 ? 0 : sizes[index - 1]?.[0]['maxPopulationExclusive'];
    reading.expect(size['minPopulation'] === before, `${path}.minPopulation`, 'les populations ne se suivent pas');
    const max = size['maxPopulationExclusive'];
    const isLast = index === sizes.length - 1;
    reading.expect(isLast ? max === null : Number.isInteger(max) && Number(max) > Number(size['minPopulation']), `${path}.maxPopulationExclusive`,
      isLast ? 'la dernière taille n’a pas de borne haute (null)' : 'une borne haute au-dessus de la borne basse est attendue');
    reading.expect(figureStatuses.includes(String(size['status'])), `${path}.status`, `${figureStatuses.join(', ')} est attendu`);
    reading.expect(known(size['source']), `${path}.source`, `la source « ${String(size['source'])} » n’est pas dans sources`);
  });
  return sizes.map(([size]) => size['size']);
}

/** The codes of the missions of the file. */
function readMissions(reading: Reading, value: unknown, known: (key: unknown) => boolean): unknown[] {
  const missions = reading.list(value, 'missions');
  reading.once(missions.map(([mission]) => mission['code']), 'missions');
  reading.expect(missions.length > 0, 'missions', 'une mission au moins est attendue');
  for (const [mission, path] of missions) {
    reading.expect(isCode(mission['code']), `${path}.code`, 'un code en minuscules est attendu');
    for (const name of ['label', 'shortLabel', 'summary']) reading.text(mission[name], `${path}.${name}`);
    reading.expect(kinds.includes(String(mission['kind'])), `${path}.kind`, 'core ou optional est attendu');
    reading.expect(isDay(mission['introducedOn']), `${path}.introducedOn`, 'un jour AAAA-MM-JJ est attendu');
    for (const [part, at] of reading.list(mission['parts'], `${path}.parts`)) {
      reading.expect(isCode(part['code']), `${at}.code`, 'un code en minuscules est attendu');
      reading.text(part['label'], `${at}.label`);
    }
    for (const name of ['startWithinMonths', 'deployWithinMonths']) readMonths(reading, mission[name], `${path}.${name}`, known);
    const [start, deploy] = [mission['startWithinMonths'], mission['deployWithinMonths']];
    reading.expect((start === null) === (deploy === null), path, 'les deux délais vont ensemble, ou sont tous deux null');
    if (isBag(start) && isBag(deploy)) {
      reading.expect(Number(start['value']) <= Number(deploy['value']), `${path}.deployWithinMonths`, 'la mission serait déployée avant de démarrer');
    }
  }
  return missions.map(([mission]) => mission['code']);
}

function readMonths(reading: Reading, value: unknown, path: string, known: (key: unknown) => boolean): void {
  if (value === null) return;
  if (!isBag(value)) return reading.expect(false, path, 'un délai est attendu, ou null');
  reading.expect(Number.isInteger(value['value']) && Number(value['value']) > 0, `${path}.value`, 'un nombre entier de mois est attendu');
  reading.expect(figureStatuses.includes(String(value['status'])), `${path}.status`, `${figureStatuses.join(', ')} est attendu`);
  reading.expect(known(value['source']), `${path}.source`, `la source « ${String(value['source'])} » n’est pas dans sources`);
}

interface Names {
  sizes: readonly unknown[];
  missions: readonly unknown[];
  known: (key: unknown) => boolean;
}

function readAmounts(reading: Reading, value: unknown, { sizes, missions, known }: Names): void {
  const lines = reading.list(value, 'amounts');
  reading.once(lines.map(([line]) => line['code']), 'amounts');
  const paid = lines.filter(([{ part }]) => ofMission.includes(String(part)) || part === 'operating');
  reading.once(paid.filter(([{ part }]) => part !== 'supplement').map(([{ missionCode, part }]) => `${String(missionCode ?? '')} ${String(part)}`.trim()), 'amounts');
  for (const [line, path] of lines) {
    reading.expect(isCode(line['code']), `${path}.code`, 'un code en minuscules est attendu');
    reading.text(line['label'], `${path}.label`);
    const part = String(line['part']);
    reading.expect([...ofMission, ...ofNoMission].includes(part), `${path}.part`, `${[...ofMission, ...ofNoMission].join(', ')} est attendu`);
    if (ofMission.includes(part)) reading.expect(missions.includes(line['missionCode']), `${path}.missionCode`, `la mission « ${String(line['missionCode'])} » n’est pas dans missions`);
    else reading.expect(line['missionCode'] === null, `${path}.missionCode`, 'null est attendu');
    const figures = reading.list(line['figures'], `${path}.figures`);
    reading.once(figures.map(([figure]) => figure['size']), `${path}.figures`);
    const missing = sizes.filter((size) => !figures.some(([figure]) => figure['size'] === size));
    reading.expect(missing.length === 0, `${path}.figures`, `la taille ${missing.map(String).join(', ')} manque`);
    for (const [figure, at] of figures) {
      reading.expect(sizes.includes(figure['size']), `${at}.size`, `la taille « ${String(figure['size'])} » n’est pas dans sizes`);
      readFigure(reading, figure, at, known);
    }
  }
}

/** A rule has an amount and a source; a candidate is none; a gap has nothing. */
function readFigure(reading: Reading, { cents, candidateCents, status, sources, note }: Bag, path: string, known: (key: unknown) => boolean): void {
  const isRule = status === 'published' || status === 'derived';
  reading.expect(isRule || status === 'gap' || figureStatuses.includes(String(status)), `${path}.status`, `${figureStatuses.join(', ')} ou gap est attendu`);
  reading.expect(isRule ? isCents(cents) : cents === null, `${path}.cents`, isRule ? 'un montant en centimes est attendu' : `null est attendu pour « ${String(status)} »`);
  const isCandidate = status === 'unconfirmed' || status === 'draft';
  reading.expect(isCandidate ? isCents(candidateCents) : candidateCents === null, `${path}.candidateCents`,
    isCandidate ? 'un montant en centimes est attendu' : `null est attendu pour « ${String(status)} »`);
  reading.expect(Array.isArray(sources) && (!isRule || sources.length > 0), `${path}.sources`, isRule ? 'une source au moins est attendue' : 'une liste est attendue');
  for (const source of Array.isArray(sources) ? sources : []) reading.expect(known(source), `${path}.sources`, `la source « ${String(source)} » n’est pas dans sources`);
  reading.expect(note === null || isText(note), `${path}.note`, 'un texte est attendu, ou null');
}

/** The version a file holds; throws with all its faults. */
export function readAgreement(data: unknown): AgreementVersion {
  const faults = agreementFaults(data);
  if (faults.length > 0) throw new Error(`Agreement file refused: ${faults.join('; ')}`);
  return data as AgreementVersion;
}
