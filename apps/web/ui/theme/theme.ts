import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { amber, blue, darkTokens, green, lightTokens, neutral, night, petrol, red, type Tokens } from './colors';

const family = "'Source Sans 3', system-ui, -apple-system, 'Segoe UI', sans-serif";

function toVariables({ status, ...plain }: Tokens): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(plain).map(([name, value]) => [`--mai-${name}`, value]),
    ...Object.entries(status).flatMap(([tone, colors]) => Object.entries(colors).map(([part, value]) => [`--mai-status-${tone}-${part}`, value])),
  ]);
}

function mantineVariables(tokens: Tokens): Record<string, string> {
  return {
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens['text-soft'],
    '--mantine-color-placeholder': tokens['text-soft'],
    '--mantine-color-anchor': tokens.link,
    '--mantine-color-error': tokens.status.late.text,
    '--mantine-color-default-border': tokens['border-field'],
  };
}

/** The colours of both themes as CSS variables: ours (`--mai-…`) and those of the component library that follow them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mai-radius': '10px', '--mai-touch': '44px' },
  light: { ...toVariables(lightTokens), ...mantineVariables(lightTokens) },
  dark: { ...toVariables(darkTokens), ...mantineVariables(darkTokens) },
});

/** Calm, legible, 44 px to the finger. */
export const theme = createTheme({
  colors: { petrol, amber, green, red, blue, gray: neutral, dark: night },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: family,
  headings: {
    fontFamily: family,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2', fontWeight: '700' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // By name, so that a page pays only for the components it shows.
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: 44, fontWeight: 600 } } },
    Anchor: { defaultProps: { underline: 'always' } },
    Paper: { defaultProps: { radius: 10 } },
    Alert: { defaultProps: { variant: 'light' } },
    Modal: {
      defaultProps: { centered: true, radius: 12, padding: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontSize: '1.1875rem', fontWeight: 600, lineHeight: 1.3 } },
    },
    Drawer: { styles: { title: { fontSize: '1.1875rem', fontWeight: 600 } } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true }, openDelay: 250, multiline: true, maw: 320 } },
    Skeleton: { defaultProps: { radius: 8 } },
  },
});
