import type { ActionSheet, ActionSummary, Project, ProjectVersion, ServedMission } from '../api';

/** A version made up for tests. */
export const version = (change: Partial<ProjectVersion> = {}): ProjectVersion => ({
  id: '01890000-0000-7000-8000-0000000000f1', number: 1, title: 'Projet de santé', note: null, status: 'in-force', inForceOn: '2026-04-14', endedOn: null,
  createdAt: '2026-04-01T08:00:00.000Z', updatedAt: '2026-04-14T08:00:00.000Z', revision: 2, ...change,
});

/** The missions made up for tests. */
export const missions: ServedMission[] = [
  { code: 'access-to-care', label: 'Amélioration de l’accès aux soins', shortLabel: 'Accès aux soins', kind: 'core', chosen: true },
  { code: 'prevention', label: 'Actions territoriales de prévention', shortLabel: 'Prévention', kind: 'core', chosen: true },
  { code: 'care-quality', label: 'Qualité et pertinence des soins', shortLabel: 'Qualité', kind: 'optional', chosen: false },
];

/** An action of a tree made up for tests. */
export const action = (number: number, change: Partial<ActionSummary> = {}): ActionSummary => ({
  id: `01890000-0000-7000-8000-00000000000${number}`, number, title: `Action ${number}`, missionCodes: ['prevention'], status: 'on-track', statusSentence: null,
  statusSince: '2026-09-01', lead: null, steps: 0, stepsDone: 0, lateSteps: [], nextStep: null, budgetCents: null, startsOn: null, endsOn: null, ...change,
});

/** Two axes, three actions. */
export const project = (change: Partial<ProjectVersion> = {}): Project => ({
  version: version(change),
  axes: [
    {
      id: 'axis-a', title: 'Accès aux soins', why: 'Trop d’attente.', revision: 1,
      actions: [
        action(1, { title: 'Soins non programmés', missionCodes: ['access-to-care', 'prevention'], status: 'at-risk', statusSentence: 'Deux départs.', lead: { personId: 'p1', name: 'Julien Petit' }, budgetCents: 123450, steps: 3, stepsDone: 1, lateSteps: [{ id: 's1', title: 'Former', dueOn: '2026-11-01', lateDays: 20 }] }),
        action(4, { title: 'Télésanté', status: 'done', lead: { personId: null, name: 'Dr Moreau' } }),
      ],
    },
    { id: 'axis-b', title: 'Prévention', why: null, revision: 1, actions: [action(2, { title: 'Vaccination', status: 'not-started' })] },
  ],
  missions,
  today: '2026-11-21',
});

/** A fiche action made up for tests. */
export const sheet = (change: Partial<ActionSheet> = {}): ActionSheet => ({
  id: '01890000-0000-7000-8000-000000000001', number: 1, version: version(), axis: { id: 'axis-a', title: 'Accès aux soins', position: 0 },
  title: 'Soins non programmés', objective: 'Répondre en 48 heures.', why: null, audience: 'Toute la population', missionCodes: ['access-to-care'],
  status: 'on-track', statusSentence: null, statusSince: '2026-09-01', lead: { personId: 'p1', name: 'Julien Petit' }, leadPersonId: 'p1', leadName: null,
  partners: 'SAS', steps: [{ id: 's1', title: 'Former', dueOn: '2026-11-01', doneOn: null }, { id: 's2', title: 'Ouvrir', dueOn: null, doneOn: '2026-10-01' }],
  lateSteps: [{ id: 's1', title: 'Former', dueOn: '2026-11-01', lateDays: 20 }], suggestedStatus: null, budgetCents: 123450, startsOn: null, endsOn: null, text: null,
  contentRevision: 1, revision: 3, stepsRevision: 2, updatedAt: '2026-11-01T08:00:00.000Z', may: { editContent: false, track: true, changeLead: true },
  missions, today: '2026-11-21', ...change,
});
