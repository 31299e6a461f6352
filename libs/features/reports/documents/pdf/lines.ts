import type { TextStyle } from './page';
import { draws, widthOf } from './typefaces';

export { widthOf } from './typefaces';

type Measure = (text: string) => number;

// Controls, direction marks and overrides, joiners, variation selectors: nothing a printed line may obey.
const invisible = /(?!\n)\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu;
const picture = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*/gu;
const loneSurrogate = /\p{Cs}/gu;
const beyondLatin = /[^\n -\u024F\u2000-\u206F\u20AC\u2190-\u21FF\u2212\u2260-\u2265]/u;

/** The text without what cannot or must not be printed; lines are kept, and a picture made of several signs counts as one. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(picture, (whole) => (draws(whole.codePointAt(0) ?? 0) ? whole : '□')).replace(loneSurrogate, '\uFFFD').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(invisible, '');
}

/** The text as written when the font cannot draw all of it, for tools that read it aloud; undefined otherwise. */
export function spokenText(texts: readonly string[]): string | undefined {
  const all = texts.join('\n');
  if (!beyondLatin.test(all)) return undefined;
  const clean = all.normalize('NFC').replace(invisible, '');
  for (const char of clean) if (char !== '\n' && char !== '\t' && !draws(char.codePointAt(0) ?? 0)) return clean;
  return undefined;
}

/** How many of the characters fit together. */
function fitting(characters: readonly string[], fits: (start: string) => boolean): number {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text cut to a width with « … ». */
export function fitted(text: string, style: Pick<TextStyle, 'face' | 'size'>, width: number): string {
  const clean = printable(text).replace(/\n/g, ' ');
  if (widthOf(clean, style) <= width) return clean;
  const characters = [...clean];
  const count = fitting(characters, (start) => widthOf(`${start.trimEnd()}…`, style) <= width);
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}

/** The text cut with « … » to so many lines of a width. */
export function shortened(text: string, style: Pick<TextStyle, 'face' | 'size'>, width: number, count: number): string {
  const lines = linesOf(text, style, width);
  return lines.length <= count ? text : [...lines.slice(0, count - 1), fitted(`${lines[count - 1] ?? ''}…`, style, width)].join('\n');
}

/** The text in lines no wider than `width`: broken at spaces, then after hyphens and slashes, and inside a word only when it is wider than a line. */
export function linesOf(text: string, style: Pick<TextStyle, 'face' | 'size'>, width: number): string[] {
  const measure: Measure = (piece) => widthOf(piece, style);
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) breakParagraph(paragraph, measure, width + 0.001, lines);
  while (lines.length > 1 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

function breakParagraph(paragraph: string, measure: Measure, limit: number, lines: string[]): void {
  if (measure(paragraph) <= limit) {
    lines.push(paragraph.trim());
    return;
  }
  const space = measure(' ');
  let line = '';
  let used = 0;
  const flush = (): void => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of paragraph.split(' ')) {
    if (word === '') continue;
    const width = measure(word);
    if (line !== '' && used + space + width <= limit) {
      line += ` ${word}`;
      used += space + width;
      continue;
    }
    if (width <= limit) {
      flush();
      line = word;
      used = width;
      continue;
    }
    // Wider than a whole line: fill what is left of this one, piece by piece.
    let lead = line === '' ? '' : ' ';
    for (const piece of pieces(word, measure, limit)) {
      const wide = measure(lead + piece);
      if (used > 0 && used + wide > limit) {
        flush();
        lead = '';
      }
      line += lead + piece;
      used += measure(lead + piece);
      lead = '';
    }
  }
  flush();
}

/** A long word in pieces that each fit: after hyphens and slashes, else anywhere. */
function pieces(word: string, measure: Measure, limit: number): string[] {
  return word.split(/(?<=[-/–_.@])/).flatMap((part) => {
    if (measure(part) <= limit) return [part];
    const cut: string[] = [];
    for (let rest = [...part]; rest.length > 0; ) {
      const count = Math.max(1, fitting(rest, (start) => measure(start) <= limit));
      cut.push(rest.slice(0, count).join(''));
      rest = rest.slice(count);
    }
    return cut;
  });
}
