/**
 * Every job and what it is given. Features add theirs:
 * `declare module '@maillage/platform/jobs/job-payloads' { interface JobPayloads { 'prepare-report': { reportId: string } } }`
 */
export interface JobPayloads {
  /** Does nothing: shows that a job goes from the database to a worker and back (health, command line, tests). */
  'queue-check': Record<string, never>;
}
