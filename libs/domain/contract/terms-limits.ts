/** How much a contract year can hold; forms, doors and rules share them. */
export const termsLimits = {
  missions: 20,
  actionsPerMission: 60,
  indicatorsPerAction: 60,
  indicators: 300,
  tiers: 10,
  evidence: 20,
  code: 60,
  title: 240,
  label: 80,
  evidenceText: 240,
  clause: 4000,
  note: 4000,
  /** Largest threshold or initial value. */
  number: 1e12,
  decimals: 6,
} as const;

/** A code of the contract: lower-case letters, digits and hyphens. */
export const contractCodePattern = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
