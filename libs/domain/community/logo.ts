import { DomainError } from '@maillage/domain/kernel';

/** The three kinds of picture a logo can be, recognised by their content. */
export type LogoType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

/** A logo heavier or larger than this is refused. */
export const logoLimits = { bytes: 1_000_000, pixels: 4_000 } as const;

const refuse = (rule: string): never => {
  throw new DomainError('logo-refused', { rule });
};

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const jpeg = [0xff, 0xd8, 0xff] as const;

/** Width and height of a JPEG, from its first frame header; undefined when it has none. */
function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) };
    const length = uint16(bytes, at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function checkSize(size: { width: number; height: number } | undefined): void {
  if (!size || size.width < 1 || size.height < 1) refuse('l’image est abîmée ou incomplète');
  else if (size.width > logoLimits.pixels || size.height > logoLimits.pixels)
    refuse(`l’image dépasse ${logoLimits.pixels} pixels de côté`);
}

/** What a drawing is made of; anything else (script, foreignObject, animation, external picture…) is refused. */
const svgElements = new Set([
  'svg',
  'g',
  'defs',
  'style',
  'title',
  'desc',
  'metadata',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'lineargradient',
  'radialgradient',
  'stop',
  'clippath',
  'mask',
  'pattern',
  'symbol',
  'use',
  'marker',
  'filter',
  'fegaussianblur',
  'feoffset',
  'feblend',
  'fecolormatrix',
  'fecomposite',
  'feflood',
  'femerge',
  'femergenode',
]);

// Each of these reads the text once: no crafted drawing makes them go back over it.
const svgTag = /<(\/?)([A-Za-z_][\w.:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const svgAttribute = /(?<![\w.:-])([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** True for `url(…)` of anything but a part of the drawing itself. */
const callsOutside = (value: string): boolean => /url\(['"]?[^#'")]/i.test(value.replace(/\s+/g, ''));

function checkStyle(style: string): void {
  if (/[\\@&]|expression|behaviou?r|-moz-binding/i.test(style)) refuse('le dessin contient un style interdit');
  if (callsOutside(style)) refuse('le dessin appelle une autre adresse');
}

function checkAttributes(text: string): void {
  const rest = text.replace(svgAttribute, (_, name: string, double?: string, single?: string) => {
    const attribute = name.toLowerCase();
    const value = (double ?? single ?? '').trim();
    if (attribute.startsWith('on')) refuse('le dessin contient du code qui s’exécute');
    if ((attribute === 'href' || attribute === 'xlink:href') && !value.startsWith('#'))
      refuse('le dessin appelle une autre adresse');
    if (attribute === 'style') checkStyle(value);
    if (callsOutside(value)) refuse('le dessin appelle une autre adresse');
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(value)) refuse('le dessin contient des caractères codés');
    if (/(?:javascript|vbscript|data):/i.test(value.replace(/\s+/g, ''))) refuse('le dessin contient du code qui s’exécute');
    return '';
  });
  if (/[^\s/]/.test(rest)) refuse('le fichier SVG est mal formé');
}

function withoutComments(source: string): string {
  const pieces = source.split('<!--');
  return pieces
    .map((piece, index) => {
      if (index === 0) return piece;
      const end = piece.indexOf('-->');
      return end < 0 ? refuse('le fichier SVG est mal formé') : piece.slice(end + 3);
    })
    .join('');
}

function checkSvg(source: string): void {
  const text = withoutComments(
    source
      .replace(/^\uFEFF/, '')
      .trimStart()
      .replace(/^<\?xml[^<>]*\?>/, ''),
  );
  if (/<[!?]/.test(text)) refuse('le fichier SVG contient une déclaration interdite (DOCTYPE, CDATA ou instruction)');
  for (const [, style] of text.matchAll(/<style[^<>]*>([^<]*)/gi)) checkStyle(style ?? '');
  let elements = 0;
  const rest = text.replace(svgTag, (_, closing: string, name: string, attributes: string) => {
    const element = name.toLowerCase();
    // Descriptions that drawing tools leave behind (sodipodi:namedview, rdf:RDF) are neither drawn nor run.
    if (!svgElements.has(element) && !/^(?:sodipodi|inkscape|rdf|cc|dc):/.test(element))
      refuse(`le dessin contient l’élément « ${name} », qui n’est pas admis`);
    if (elements === 0 && element !== 'svg') refuse('le fichier n’est pas une image SVG');
    elements += 1;
    if (!closing) checkAttributes(attributes);
    return '';
  });
  if (elements === 0 || /[<>]/.test(rest)) refuse('le fichier SVG est mal formé');
}

/** The kind of picture these bytes are; `logo-refused` when they are no picture we take, too heavy, or a drawing that could act. */
export function checkLogo(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): LogoType {
  if (bytes.length === 0) refuse('le fichier est vide');
  if (bytes.length > logoLimits.bytes) refuse('le fichier dépasse 1 Mo');
  if (startsWith(bytes, png)) {
    checkSize(bytes.length > 24 ? { width: uint32(bytes, 16), height: uint32(bytes, 20) } : undefined);
    return 'image/png';
  }
  if (startsWith(bytes, jpeg)) {
    checkSize(jpegSize(bytes));
    return 'image/jpeg';
  }
  const text = bytes.includes(0) ? '' : decode(bytes);
  if (!/<svg[\s>]/i.test(text.slice(0, 20_000))) refuse('seules les images PNG, JPEG et SVG sont acceptées');
  checkSvg(text);
  return 'image/svg+xml';
}
