import { ensure, requireText } from '@maillage/domain/kernel';

/** A proof heavier than this is refused (bytes); a value carries a handful of them. */
export const evidenceLimits = { bytes: 10_000_000, perMeasure: 20 } as const;

const office = 'application/vnd.openxmlformats-officedocument';

/** Kinds of file a proof can be, by the media type found in its content, with the endings its name may have. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  [`${office}.wordprocessingml.document`]: ['docx'],
  [`${office}.spreadsheetml.sheet`]: ['xlsx'],
  [`${office}.presentationml.presentation`]: ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
};

/** What the form says before a file is chosen. */
export const evidenceEndings: readonly string[] = Object.values(accepted).flat();

/**
 * The name and kind a proof is kept under. Refused (`evidence-refused`): an empty or too heavy file, a kind that is not accepted,
 * a name whose ending says something else than the content.
 */
export function checkEvidence(file: { name: string; bytes: { length: number } }, detected: string | null): { name: string; mediaType: string } {
  const name = requireText(file.name.replace(/^.*[\\/]/, ''), 'Nom du fichier', 200);
  ensure(file.bytes.length > 0, 'evidence-refused', { rule: 'le fichier est vide' });
  ensure(file.bytes.length <= evidenceLimits.bytes, 'evidence-refused', { rule: 'le fichier dépasse 10 Mo' });
  const endings = detected === null ? undefined : accepted[detected];
  if (detected === null || endings === undefined) {
    ensure(false, 'evidence-refused', { rule: 'joignez un PDF, une image (PNG, JPEG, WebP) ou un document bureautique (docx, xlsx, pptx, odt, ods, odp)' });
    return { name, mediaType: '' };
  }
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  ensure(ending !== undefined && endings.includes(ending), 'evidence-refused', {
    rule: `le contenu est du type ${endings[0]}, ce que le nom « ${name} » ne dit pas`,
  });
  return { name, mediaType: detected };
}
