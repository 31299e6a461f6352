import { fitted, linesOf, printable, shortened, spokenText, widthOf } from './lines';
import { documentTypefaces } from './typefaces';

const style = { face: 'regular', size: 10 } as const;

describe('the letters of the documents', () => {
  const faces = Object.values(documentTypefaces());

  it.each([...'\u00A0\u202F’«»–—…≤≥≠−€œŒÀÉÇçùï→↑↓□✓●▲№µ³'])('draw %s in both weights', (char) => {
    for (const face of faces) expect(face.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)).toBe(true);
  });

  it('have figures of one width, so that columns of numbers align', () => {
    for (const face of ['regular', 'strong'] as const) expect(new Set([...'0123456789'].map((digit) => widthOf(digit, { face, size: 10 }))).size).toBe(1);
  });

  it('are kerned', () => {
    expect(widthOf('AV', style)).toBeLessThan(widthOf('A', style) + widthOf('V', style));
  });

  it('read back as the plainest of the characters that look the same, whatever was written before', () => {
    for (const face of faces) {
      expect(face.layout('a\u00A0b').glyphs[1]?.codePoints).toEqual([0x20]);
      expect(face.layout('\u05D0').glyphs[0]?.codePoints).toEqual(['□'.codePointAt(0)]);
    }
  });
});

describe('lines', () => {
  it('break at spaces and never at no-break ones', () => {
    const lines = linesOf('Objectif de 70\u00A0% des patients du territoire', style, 60);
    expect(lines.every((line) => widthOf(line, style) <= 60)).toBe(true);
    expect(lines.some((line) => line.includes('70\u00A0%'))).toBe(true);
    expect(lines.join(' ')).toBe('Objectif de 70\u00A0% des patients du territoire');
  });

  it('break a word wider than the line, losing nothing', () => {
    const word = 'anticonstitutionnellement'.repeat(4);
    const lines = linesOf(word, style, 80);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => widthOf(line, style) <= 80)).toBe(true);
    expect(lines.join('')).toBe(word);
  });

  it('are cut with an ellipsis where only so many fit', () => {
    expect(widthOf(fitted('Un titre beaucoup trop long pour tenir', style, 90), style)).toBeLessThanOrEqual(90);
    expect(shortened('un deux trois quatre cinq six sept', style, 40, 2).split('\n')).toHaveLength(2);
    expect(shortened('un deux', style, 400, 2)).toBe('un deux');
  });

  it('drop what would turn the text round, and keep what was written for those who listen', () => {
    expect(printable('a\u202Eb\u0007c\td')).toBe('abc d');
    expect(printable('👩🏽‍⚕️ soins')).toBe('□ soins');
    expect(spokenText(['👩🏽‍⚕️ soins'])).toContain('👩');
    expect(spokenText(['≥ 65 ans', 'été'])).toBeUndefined();
  });
});
