/** The sections of a fiche action that are edited apart, by their name in the address. */
export const sectionNames = ['etat', 'etapes', 'moyens', 'notes', 'contenu'] as const;
/** One of those sections. */
export type SectionName = (typeof sectionNames)[number];
