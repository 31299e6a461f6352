import { NBSP } from '@maillage/domain/kernel';

/** What the journal calls an action: « Action n° 3, Prévention ». */
export const actionLabel = ({ number, title }: { number: number; title: string }): string => `Action n°${NBSP}${number}, ${title}`;

/** What the journal calls a version: « Projet de santé, version 2 ». */
export const versionLabel = ({ number, title }: { number: number; title: string }): string => `${title}, version${NBSP}${number}`;
