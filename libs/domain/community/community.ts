import { DomainError, ensure, isTimeZone, requireText, type Uuid } from '@maillage/domain/kernel';

/** The tenant: one association of professionals on one territory. */
export interface Community {
  id: Uuid;
  name: string;
  /** What the structure is called today; « CPTS » unless the law renames it. */
  label: string;
  timeZone: string;
  logoFileId: Uuid | null;
  /** Counts of persons below this never leave the community. */
  maskBelow: number;
  revision: number;
}

/** What can be changed in the settings of a community. */
export type CommunitySettings = Pick<Community, 'name' | 'label' | 'timeZone' | 'maskBelow'>;

/** The settings a new community starts with. */
export const defaultCommunitySettings: Omit<CommunitySettings, 'name'> = {
  label: 'CPTS',
  timeZone: 'Europe/Paris',
  maskBelow: 6,
};

/** Below 5 the masking would not protect anybody; above 50 it would hide the report. */
export const maskBelowLimits = { min: 5, max: 50 } as const;

/** The zones of the French territories, for the choice in the settings. */
export const frenchTimeZones: readonly { zone: string; label: string }[] = [
  { zone: 'Europe/Paris', label: 'France hexagonale et Corse' },
  { zone: 'America/Guadeloupe', label: 'Guadeloupe' },
  { zone: 'America/Martinique', label: 'Martinique' },
  { zone: 'America/Cayenne', label: 'Guyane' },
  { zone: 'America/Miquelon', label: 'Saint-Pierre-et-Miquelon' },
  { zone: 'Indian/Reunion', label: 'La Réunion' },
  { zone: 'Indian/Mayotte', label: 'Mayotte' },
  { zone: 'Pacific/Noumea', label: 'Nouvelle-Calédonie' },
  { zone: 'Pacific/Tahiti', label: 'Polynésie française' },
  { zone: 'Pacific/Wallis', label: 'Wallis-et-Futuna' },
];

/** The settings, cleaned; throws on the first rule broken. Absent ones take the default. */
export function checkCommunitySettings(input: Partial<CommunitySettings>): CommunitySettings {
  const settings = { ...defaultCommunitySettings, ...input };
  const name = requireText(settings.name, 'Nom de la communauté', 160);
  const label = requireText(settings.label, 'Appellation', 60);
  if (!isTimeZone(settings.timeZone)) throw new DomainError('invalid-time-zone', { value: settings.timeZone });
  const { min, max } = maskBelowLimits;
  ensure(Number.isInteger(settings.maskBelow) && settings.maskBelow >= min && settings.maskBelow <= max, 'mask-below-invalid', { min, max });
  return { name, label, timeZone: settings.timeZone, maskBelow: settings.maskBelow };
}

/** « CPTS du Giennois-Berry »: the label in front unless the name already carries it. */
export function communityTitle(community: Pick<Community, 'name' | 'label'>): string {
  const name = community.name.trim();
  return name.toLowerCase().startsWith(community.label.toLowerCase()) ? name : `${community.label} ${name}`;
}
