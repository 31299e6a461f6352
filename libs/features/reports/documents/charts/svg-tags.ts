/** An element of a drawing with its attributes. */
export interface SvgTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly closing: boolean;
  readonly empty: boolean;
  /** The text right after the tag. */
  readonly text: string;
}

const tagPattern = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*(\/?)>([^<]*)/g;
const attributePattern = /([\w:-]+)\s*=\s*"([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** The tags of an SVG text, in order: all the reading the charting library's output needs. */
export function* svgTags(svg: string): Generator<SvgTag> {
  for (const match of svg.replace(/<style[\s\S]*?<\/style>/g, '').matchAll(tagPattern)) {
    const attributes: Record<string, string> = {};
    for (const [, name = '', value = ''] of (match[3] ?? '').matchAll(attributePattern)) attributes[name] = unescape(value);
    yield { name: match[2] ?? '', attributes, closing: match[1] === '/', empty: match[4] === '/', text: unescape(match[5] ?? '') };
  }
}

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name ?? ''] ?? whole;
  });
}
