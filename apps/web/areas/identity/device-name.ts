import { identityText } from '../../messages/identity';

const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
];

const find = (list: readonly [RegExp, string][], text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1];

/** « Firefox sur Windows », from what a browser says of itself. */
export function deviceName(userAgent: string | null): string {
  const text = identityText.profile;
  if (!userAgent) return text.unknownDevice;
  const [browser, system] = [find(browsers, userAgent), find(systems, userAgent)];
  if (!browser && !system) return text.unknownDevice;
  return system ? text.browserOn(browser ?? text.browser, system) : (browser ?? text.unknownDevice);
}
