import { fitted, linesOf, printable, shortened, spokenText, widthOf } from './lines';
import { documentTypefaces } from './typefaces';

const style = { face: 'regular', size: 10 } as const;

describe('the letters of the documents', () => {
  const { regular, strong } = documentTypefaces();

  it.each([...'\u00A0\u202F’«»–—…≤≥≠−€œŒÀÉÇçùï→↑↓□✓●▲№µ³'])('draw %s in both weights', (char) => {
    const code = char.codePointAt(0) ?? 0;
    expect(regular.draws(code)).toBe(true);
    expect(strong.draws(code)).toBe(true);
  });

  it('have figures of one width, so that columns of numbers align', () => {
    for (const face of [regular, strong]) expect(new Set([...'0123456789'].map((digit) => face.width(digit))).size).toBe(1);
  });

  it('are kerned', () => {
    expect(regular.width('AV')).toBeLessThan(regular.width('A') + regular.width('V'));
  });

  it('are cut down to what is used, keeping the numbers of glyphs', () => {
    const ids = [...'abcé'].map((char) => regular.glyph(char.codePointAt(0) ?? 0).id);
    const cut = regular.subset(ids);
    expect(cut.length).toBeLessThan(40_000);
    expect(cut.readUInt32BE(0)).toBe(0x00010000);
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
