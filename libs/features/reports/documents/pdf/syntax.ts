/** How PDF writes things: numbers, texts, names, dates. */

/** A number with at most two decimals (a 1/7200 inch): what a page needs, and no exponent ever. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}

/** A text for people (titles, alternatives): UTF-16 in hexadecimal. */
export function pdfText(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at += 1) hex += hex4(text.charCodeAt(at));
  return `<${hex}>`;
}

/** Four hexadecimal digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** A name such as /Title, with what PDF forbids escaped. */
export function pdfName(text: string): string {
  return `/${text.replace(/[^A-Za-z0-9_.-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** A moment as PDF writes it, always in UTC. */
export function pdfDate(instant: Date): string {
  return `(D:${instant.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
}

/** A text inside XML. */
export function xmlText(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
