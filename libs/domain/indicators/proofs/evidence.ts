import { DomainError, ensure, freeText, requireText, type Uuid } from '@maillage/domain/kernel';
import { isSettled, type Measure } from '../values/measure';

/** A value carries a handful of proofs; a name, a title and an address have their limits (characters). */
export const evidenceLimits = { perMeasure: 20, name: 200, url: 2_000 } as const;

/** What a proof is: a file, an address on the web, or something the product itself knows. */
export const evidenceKinds = ['file', 'link', 'record'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
/** Kinds of a proof, in French. */
export const evidenceKindLabels: Readonly<Record<EvidenceKind, string>> = { file: 'fichier', link: 'lien', record: 'élément de Maillage' };

/** Things of the product that can prove a value; registers of activity will be one more kind. */
export const evidenceRecordKinds = ['action-step', 'report'] as const;
export type EvidenceRecordKind = (typeof evidenceRecordKinds)[number];
/** Records of the product that prove, in French. */
export const evidenceRecordLabels: Readonly<Record<EvidenceRecordKind, string>> = { 'action-step': 'étape d’action', 'report': 'rapport envoyé' };

/** A proof of the community; it may serve several values. */
export interface Evidence {
  id: Uuid;
  kind: EvidenceKind;
  /** Name of the file, or title. */
  name: string;
  /** SHA-256 of the bytes of a file; else of the address or of what the record is. */
  hash: string;
  url: string | null;
  recordKind: EvidenceRecordKind | null;
  recordId: Uuid | null;
}

const office = 'application/vnd.openxmlformats-officedocument';
const heic = ['heic', 'heif'];

/** Kinds of file a proof can be, by the media type found in its content, with the endings its name may have. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': heic,
  'image/heif': heic,
  'image/heic-sequence': heic,
  'image/heif-sequence': heic,
  [`${office}.wordprocessingml.document`]: ['docx'],
  [`${office}.spreadsheetml.sheet`]: ['xlsx'],
  [`${office}.presentationml.presentation`]: ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
};

/** What the form says before a file is chosen. */
export const evidenceEndings: readonly string[] = [...new Set(Object.values(accepted).flat())];

/** What was found in the content of a file, whatever its name. */
export interface FoundContent {
  /** Media type read in the bytes; null when they say nothing. */
  mediaType: string | null;
  /** Something that could run: it is refused by its own name. */
  danger: 'program' | 'html' | 'svg' | 'macros' | null;
}

const dangers: Readonly<Record<NonNullable<FoundContent['danger']>, string>> = {
  program: 'c’est un programme, quel que soit son nom',
  html: 'c’est une page HTML, qui peut contenir du code. Enregistrez-la en PDF',
  svg: 'c’est un dessin SVG, qui peut contenir du code. Enregistrez-le en PNG ou en PDF',
  macros: 'ce document contient des macros. Enregistrez-le sans macros (docx, xlsx) ou en PDF',
};

/** « 20 Mo »: a limit as sentences say it. */
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} Mo`;

/** Refuses a file that is too heavy. */
export function refuseHeavy(maxBytes: number): never {
  throw new DomainError('evidence-refused', { rule: `le fichier dépasse ${inMegabytes(maxBytes)}` });
}

/** Signs that are not seen and make a name read otherwise than it is: « fdp.exe » for « exe.pdf ». */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** The name a file is kept under: no folder, no line break, nothing unseen. */
export const evidenceFileName = (name: string): string => requireText(name.replace(/^.*[\\/]/s, '').replace(unseen, (sign) => (/\s/.test(sign) ? ' ' : '')), 'Nom du fichier', evidenceLimits.name);

/**
 * The name and kind a proof is kept under. Refused (`evidence-refused`): an empty file, a program, a page, a drawing with code, a document
 * with macros, a kind that is not accepted, a name whose ending says something else than the content.
 */
export function checkEvidence(file: { name: string; size: number }, found: FoundContent): { name: string; mediaType: string } {
  const name = evidenceFileName(file.name);
  ensure(file.size > 0, 'evidence-refused', { rule: 'le fichier est vide' });
  if (found.danger) throw new DomainError('evidence-refused', { rule: dangers[found.danger] });
  const endings = found.mediaType === null ? undefined : accepted[found.mediaType];
  if (found.mediaType === null || endings === undefined) {
    const rule = 'joignez un PDF, une image (PNG, JPEG, WebP, HEIC) ou un document bureautique (docx, xlsx, pptx, odt, ods, odp)';
    throw new DomainError('evidence-refused', { rule });
  }
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  ensure(ending !== undefined && endings.includes(ending), 'evidence-refused', {
    rule: `le contenu est du type ${endings[0]}, ce que le nom « ${name} » ne dit pas`,
  });
  return { name, mediaType: found.mediaType };
}

/** An address that proves a value, and its title. Refused (`evidence-link-refused`): not HTTPS, with a password in it, of this machine. */
export function checkEvidenceLink(input: { url: string; title: string }): { url: string; name: string } {
  const name = freeText(requireText(input.title, 'Titre', evidenceLimits.name), 'Titre', evidenceLimits.name) ?? '';
  const given = input.url.trim();
  const refuse = (rule: string): never => {
    throw new DomainError('evidence-link-refused', { rule, field: 'url' });
  };
  if (given.length > evidenceLimits.url) refuse('elle est trop longue');
  const address = parsed(given) ?? refuse('ce n’est pas une adresse complète, comme https://exemple.fr/document');
  if (address.protocol !== 'https:') refuse('seules les adresses qui commencent par https:// sont acceptées');
  if (address.username !== '' || address.password !== '') refuse('elle contient un identifiant ou un mot de passe');
  if (!/\.[a-z][a-z0-9-]*$/i.test(address.hostname)) refuse('elle ne mène à aucun site public');
  return { url: address.href, name };
}

/** WHATWG addresses, which browsers and servers both have. */
declare const URL: new (address: string) => { protocol: string; username: string; password: string; hostname: string; href: string };

function parsed(address: string): InstanceType<typeof URL> | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** What a proof that is no file is known by: the same address, or the same record, is the same proof. */
export const evidenceKey = (proof: { url: string } | { recordKind: EvidenceRecordKind; recordId: Uuid }): string =>
  'url' in proof ? `link ${proof.url}` : `record ${proof.recordKind} ${proof.recordId}`;

/** True for an indicator whose values must be proved: it says what proof it expects, or it is something to deliver. */
export const expectsProof = ({ kind, evidenceExpected }: { kind: string; evidenceExpected: string | null }): boolean =>
  kind === 'deliverable' || evidenceExpected !== null;

/** True for a value given without the proof its indicator expects. */
export const isProofMissing = (indicator: { kind: string; evidenceExpected: string | null }, proofs: number): boolean => proofs === 0 && expectsProof(indicator);

/** Something to deliver is not validated on words alone. Refused: `measure-proof-missing`. */
export function requireProof({ kind, name }: { kind: string; name: string }, proofs: number): void {
  ensure(kind !== 'deliverable' || proofs > 0, 'measure-proof-missing', { name });
}

/** A report that left with a proof. */
export interface ReportWithProof {
  number: string;
  version: number;
}

/** A proof is taken away from a value that is not settled, and as long as no sent report carries it. */
export function checkEvidenceRemoval(measure: Pick<Measure, 'status'>, reports: readonly ReportWithProof[]): void {
  requireNotSent(reports);
  ensure(!isSettled(measure.status), 'evidence-locked');
}

/** What the copy of a closed dialogue names stays. Refused: `evidence-in-dialogue`, naming its contract year. */
export function requireNotFrozen([year]: readonly number[]): void {
  if (year !== undefined) throw new DomainError('evidence-in-dialogue', { year });
}

/** What a sent report carries stays. Refused: `evidence-in-report`, naming the first one. */
export function requireNotSent([report]: readonly ReportWithProof[]): void {
  if (report) throw new DomainError('evidence-in-report', { report: `${report.number}${report.version > 1 ? ` (version ${report.version})` : ''}` });
}
