import path from 'node:path';
import type { Face } from './page';
import { openTypeface, type Typeface } from './typeface';

let typefaces: Record<Face, Typeface> | undefined;

/** The two weights of Source Sans 3, opened once for the life of the process. */
export function documentTypefaces(): Record<Face, Typeface> {
  if (!typefaces) {
    const folder = path.join(__dirname, '..', 'fonts');
    typefaces = {
      regular: openTypeface('SourceSans3-Regular', 400, path.join(folder, 'SourceSans3-Regular.ttf.woff')),
      strong: openTypeface('SourceSans3-Semibold', 600, path.join(folder, 'SourceSans3-Semibold.ttf.woff')),
    };
  }
  return typefaces;
}
