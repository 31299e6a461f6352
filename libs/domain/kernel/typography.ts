/** No-break space: before « : » and inside guillemets, before % and €. */
export const NBSP = '\u00A0';
/** Narrow no-break space: before ; ! ? and between thousands. */
export const NNBSP = '\u202F';

/**
 * French typography for a sentence written with plain spaces and straight apostrophes, so that sources stay readable.
 * Applying it twice changes nothing.
 */
export function french(text: string): string {
  return text
    .replace(/(\p{L})'/gu, '$1’')
    .replace(/ ([;!?])/g, `${NNBSP}$1`)
    .replace(/ :/g, `${NBSP}:`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(\d) (?=[%€‰](?!\p{L}))/gu, `$1${NBSP}`);
}

/** « 1 valeur », « 3 valeurs »: French counts 0 and 1 (and 1,5) as singular. */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return Math.abs(count) < 2 ? one : many;
}

/** Words that end like a plural and are none. */
const invariable = /^(fois|mois|avis|cas|temps|repas|accès|décès|succès|procès|relais|secours|parcours|colis|concours|recours|cours|corps|os|pas|bus|gaz)$/iu;
/** Where the group of the noun ends: « journées | de formation », « avis | par mois ». */
const complement = /^(de|du|des|à|au|aux|par|pour|en|sur|avec|sans|ou)$|^(d|l)['’]/iu;

/** A unit beside a count, units being written in the plural: « 1 exercice », « 1 bilan partagé », « 1 journée de formation », « 2 exercices ». */
export function unitOf(count: number, unit: string): string {
  if (Math.abs(count) >= 2) return unit;
  const words = unit.split(' ');
  const end = words.findIndex((word) => complement.test(word));
  return words.map((word, rank) => (end >= 0 && rank >= end ? word : singular(word))).join(' ');
}

function singular(word: string): string {
  if (invariable.test(word)) return word;
  return word.replace(/(\p{Ll}eau|\p{Ll}eu)x$/u, '$1').replace(/(\p{Ll}{2}[^s])s$/u, '$1').replace(/^(an)s$/u, '$1');
}

/** « a, b et c ». */
export function listInFrench(items: readonly string[], last: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;
}

/** First letter in upper case, the rest untouched. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
}

/** Lower case, without accents, ligatures or punctuation: what a search compares. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
