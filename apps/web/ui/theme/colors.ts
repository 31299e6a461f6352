/** A step of ten shades, from the lightest to the darkest. */
export type Shades = [string, string, string, string, string, string, string, string, string, string];

/** The brand: a deep blue-green. */
export const petrol: Shades = ['#eff6f6', '#dcebec', '#b6d5d7', '#8abcc0', '#5ba0a6', '#37858c', '#1d6d75', '#0f5c65', '#0b4a52', '#07383e'];

/** The accent: what needs attention, and nothing else. */
export const amber: Shades = ['#fff6e9', '#fdeacd', '#f9d39b', '#f3b765', '#ea9d3d', '#d98324', '#b96612', '#984f08', '#7a3f08', '#5e310a'];

/** The one neutral scale, barely tinted towards the brand. */
export const neutral: Shades = ['#f5f8f8', '#ecf0f1', '#dfe5e6', '#cfd8d9', '#b3bfc2', '#8f9da1', '#6a7a7f', '#4d5d62', '#334145', '#1a2a2e'];

/** The same scale for the dark theme, from text to the deepest background. */
export const night: Shades = ['#dbe4e5', '#bac6c8', '#98a7aa', '#78888c', '#3f4d50', '#334043', '#242f32', '#192224', '#131b1d', '#0d1415'];

/** What is attained, from the lightest shade to the darkest. */
export const green: Shades = ['#eaf6ee', '#d3ecdb', '#a9d9ba', '#7dc397', '#54ac77', '#33945a', '#1f7c46', '#14653a', '#0f5030', '#0a3b23'];
/** What is late or destructive, from the lightest shade to the darkest. */
export const red: Shades = ['#fdeeec', '#fad9d4', '#f4b0a7', '#ec8579', '#e05f51', '#cf4335', '#b83226', '#a3231b', '#831c16', '#631511'];
/** What is on track, from the lightest shade to the darkest. */
export const blue: Shades = ['#ebf3fa', '#d5e6f4', '#a9cbe8', '#7badd8', '#5090c6', '#3176b1', '#22639b', '#1b5482', '#154368', '#0f324e'];

/** The five ways a thing can stand; always shown with an icon and a word too. */
export const statusTones = ['attained', 'on-track', 'at-risk', 'late', 'none'] as const;
/** One of the five tones. */
export type StatusTone = (typeof statusTones)[number];

/** Colours that depend on the theme; each becomes the CSS variable `--mai-<name>`. */
export interface Tokens {
  page: string;
  surface: string;
  'surface-soft': string;
  'surface-nav': string;
  border: string;
  'border-field': string;
  text: string;
  'text-soft': string;
  link: string;
  'focus-ring': string;
  'nav-active': string;
  'nav-active-text': string;
  'bar-track': string;
  'bar-fill': string;
  'target-mark': string;
  'demo-background': string;
  'demo-text': string;
  status: Record<StatusTone, { text: string; background: string; line: string }>;
}

/** Light theme. */
export const lightTokens: Tokens = {
  page: neutral[0],
  surface: '#ffffff',
  'surface-soft': neutral[0],
  'surface-nav': '#ffffff',
  border: neutral[2],
  'border-field': '#7d8c90',
  text: neutral[9],
  'text-soft': neutral[7],
  link: petrol[7],
  'focus-ring': petrol[6],
  'nav-active': petrol[1],
  'nav-active-text': petrol[8],
  'bar-track': neutral[2],
  'bar-fill': petrol[6],
  'target-mark': neutral[9],
  'demo-background': amber[1],
  'demo-text': amber[8],
  status: {
    attained: { text: green[7], background: green[1], line: green[6] },
    'on-track': { text: blue[7], background: blue[1], line: blue[6] },
    'at-risk': { text: amber[8], background: amber[1], line: amber[6] },
    late: { text: red[7], background: red[1], line: red[6] },
    none: { text: neutral[7], background: neutral[1], line: neutral[6] },
  },
};

/** Dark theme. */
export const darkTokens: Tokens = {
  page: night[8],
  surface: night[7],
  'surface-soft': night[6],
  'surface-nav': night[7],
  border: night[5],
  'border-field': night[3],
  text: night[0],
  'text-soft': night[1],
  link: petrol[2],
  'focus-ring': petrol[3],
  'nav-active': '#17393d',
  'nav-active-text': petrol[1],
  'bar-track': night[5],
  'bar-fill': petrol[4],
  'target-mark': '#ffffff',
  'demo-background': '#43300f',
  'demo-text': amber[2],
  status: {
    attained: { text: '#8fd6a9', background: '#15382a', line: green[3] },
    'on-track': { text: '#9ecbf0', background: '#17324a', line: blue[3] },
    'at-risk': { text: amber[2], background: '#43300f', line: amber[3] },
    late: { text: '#ffb0a5', background: '#48201c', line: red[3] },
    none: { text: night[1], background: night[6], line: night[2] },
  },
};
