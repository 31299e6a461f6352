import { chartThemes } from '@maillage/domain/charts';
import { darkTokens, lightTokens, petrol, red, statusTones, type Tokens } from './colors';
import { contrastRatio } from './contrast';

const themes: [string, Tokens][] = [
  ['light', lightTokens],
  ['dark', darkTokens],
];

describe.each(themes)('contrast of the %s theme', (_, tokens) => {
  const grounds = [tokens.page, tokens.surface, tokens['surface-soft']];

  it.each(['text', 'text-soft', 'link'] as const)('%s reads on every ground (4.5)', (name) => {
    for (const ground of grounds) expect(contrastRatio(tokens[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['border-field', 'focus-ring', 'target-mark'] as const)('%s is seen on every ground (3)', (name) => {
    for (const ground of grounds) expect(contrastRatio(tokens[name], ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(statusTones)('the status %s reads on its badge and on the page, and its bar is seen', (tone) => {
    const { text, background, line } = tokens.status[tone];
    for (const ground of [background, ...grounds]) expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(line, tokens.surface)).toBeGreaterThanOrEqual(3);
  });

  it('the navigation and the demonstration banner read', () => {
    expect(contrastRatio(tokens['nav-active-text'], tokens['nav-active'])).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(tokens['text-soft'], tokens['surface-nav'])).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(tokens['demo-text'], tokens['demo-background'])).toBeGreaterThanOrEqual(4.5);
  });

  it('the bar stands out from its track', () => {
    expect(contrastRatio(tokens['bar-fill'], tokens['bar-track'])).toBeGreaterThanOrEqual(3);
  });
});

describe('filled buttons', () => {
  it.each([petrol[7], petrol[6], red[6], red[7]])('white reads on %s', (color) => expect(contrastRatio('#ffffff', color)).toBeGreaterThanOrEqual(4.5));
});

describe.each(['light', 'dark', 'print'] as const)('charts of the %s theme', (name) => {
  const theme = chartThemes[name];

  it('lines, bars and target are seen on their ground (3)', () => {
    for (const color of [...theme.series, theme.target, ...Object.values(theme.status)]) expect(contrastRatio(color, theme.surface)).toBeGreaterThanOrEqual(3);
  });

  it('words read (4.5)', () => {
    for (const color of [theme.text, theme.textSoft, theme.target, ...theme.series]) expect(contrastRatio(color, theme.surface)).toBeGreaterThanOrEqual(4.5);
  });
});
