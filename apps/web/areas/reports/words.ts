import { today, type Day } from '@maillage/domain/kernel';

/** The day an instant falls on, in the zone of the community. */
export const localDay = (instant: string, timeZone: string): Day => today(new Date(instant), timeZone);

/** « 3f9a c2e1 7b04 »: enough of a fingerprint to compare by eye, as the documents print it. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).match(/.{4}/g) ?? []).join('\u00a0');
