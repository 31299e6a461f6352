/** Colours and letters of charts; shapes, dashes and decals carry the same meaning without colour. */
export interface ChartTheme {
  text: string;
  textSoft: string;
  axis: string;
  grid: string;
  surface: string;
  target: string;
  /** In the order of use; distinct for the usual colour blindnesses. */
  series: readonly [string, string, string, string, string, string];
  track: string;
  status: Record<'attained' | 'on-track' | 'at-risk' | 'late' | 'none', string>;
  fontFamily: string;
  fontSize: number;
}

const fontFamily = "'Source Sans 3', system-ui, sans-serif";

/** Light screen, dark screen, paper. */
export const chartThemes: Readonly<Record<'light' | 'dark' | 'print', ChartTheme>> = {
  light: {
    text: '#1a2a2e',
    textSoft: '#4d5d62',
    axis: '#8f9da1',
    grid: '#dfe5e6',
    surface: '#ffffff',
    target: '#984f08',
    series: ['#0f5c65', '#a65b0c', '#4a63b0', '#8d3f74', '#4f7a28', '#4d5d62'],
    track: '#dfe5e6',
    status: { attained: '#1f7c46', 'on-track': '#22639b', 'at-risk': '#b96612', late: '#b83226', none: '#6a7a7f' },
    fontFamily,
    fontSize: 13,
  },
  dark: {
    text: '#dbe4e5',
    textSoft: '#bac6c8',
    axis: '#78888c',
    grid: '#334043',
    surface: '#192224',
    target: '#f3b765',
    series: ['#5ba0a6', '#ea9d3d', '#8fa3e6', '#d48abf', '#9cc468', '#bac6c8'],
    track: '#334043',
    status: { attained: '#54ac77', 'on-track': '#5090c6', 'at-risk': '#ea9d3d', late: '#e05f51', none: '#98a7aa' },
    fontFamily,
    fontSize: 13,
  },
  print: {
    text: '#000000',
    textSoft: '#333333',
    axis: '#6a7a7f',
    grid: '#dfe5e6',
    surface: '#ffffff',
    target: '#7a3f08',
    series: ['#0f5c65', '#984f08', '#34488c', '#6f2d5a', '#3c5f1c', '#334145'],
    track: '#dfe5e6',
    status: { attained: '#14653a', 'on-track': '#1b5482', 'at-risk': '#984f08', late: '#a3231b', none: '#4d5d62' },
    fontFamily,
    fontSize: 12,
  },
};

/** The dash of each series, so that lines differ in black and white. */
export const dashes: readonly (string | number[])[] = ['solid', [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], [1, 4]];

/** The point of each series. */
export const symbols: readonly string[] = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
