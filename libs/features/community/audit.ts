/** The journal is written from the first area on; its pages are here. */
export { audit, type AuditRecord, type Author } from '@maillage/features/identity';
