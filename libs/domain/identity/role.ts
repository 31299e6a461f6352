/** Every role a person can hold in a community; `operator` hosts the product and sees no content. */
export const ROLES = ['coordinator', 'president', 'treasurer', 'board', 'lead', 'member', 'reader', 'operator'] as const;

/** A role of a person in a community. */
export type Role = (typeof ROLES)[number];

/** The roles a coordinator can give: operators are made by the host, never from inside a community. */
export const GRANTABLE_ROLES = ['coordinator', 'president', 'treasurer', 'board', 'lead', 'member', 'reader'] as const satisfies readonly Role[];

/** A role that can be given inside a community. */
export type GrantableRole = (typeof GRANTABLE_ROLES)[number];

/** The French name of each role, for screens and e-mails. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  coordinator: 'Coordination',
  president: 'Présidence',
  treasurer: 'Trésorerie',
  board: 'Bureau ou conseil d’administration',
  lead: 'Pilote d’action',
  member: 'Membre',
  reader: 'Destinataire des rapports',
  operator: 'Exploitation',
};

/** What each role can do, in one French sentence, shown where a role is chosen. */
export const ROLE_DESCRIPTIONS: Readonly<Record<GrantableRole, string>> = {
  coordinator: 'Gère tout l’espace de la communauté, y compris les accès.',
  president: 'Consulte tout, approuve les rapports, et valide les valeurs si la communauté le prévoit.',
  treasurer: 'Consulte tout, approuve ce qui touche au budget, et valide les valeurs si la communauté le prévoit.',
  board: 'Consulte tout, et valide les valeurs si la communauté le prévoit.',
  lead: 'Saisit les valeurs et les preuves des actions qui lui sont confiées.',
  member: 'Consulte ce qui est publié aux membres.',
  reader: 'Consulte seulement les rapports qui lui ont été envoyés.',
};

/** True when the role names an institution that reads reports, and must say which. */
export const isReader = (role: Role): boolean => role === 'reader';
