import { AcceptInvitation } from './accept-invitation';
import { AuditEntryRow, AuditHeadRow, SealedStateRow, SealMarkRow } from './audit-entry.row';
import { ChangePassword } from './change-password';
import { EndSessions } from './end-sessions';
import { EnrolPerson } from './enrol-person';
import { IdentityQueries } from './identity.queries';
import { InviteFirstCoordinator } from './invite-first-coordinator';
import { InviteMember } from './invite-member';
import { LoginThrottleRow } from './login-throttle.row';
import { ManageInvitation } from './manage-invitation';
import { ManageMember } from './manage-member';
import { MembershipRow } from './membership.row';
import { OneTimeLinkRow } from './one-time-link.row';
import { Passwords } from './passwords';
import { PersonRow } from './person.row';
import { RequestPasswordReset } from './request-password-reset';
import { ResetPassword } from './reset-password';
import { SendLink } from './send-link';
import { SessionCache } from './session-cache';
import { SessionRow } from './session.row';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SwitchCommunity } from './switch-community';
import { Throttle } from './throttle';
import { UpdateProfile } from './update-profile';

/** The tables of this area. */
export const rows = [PersonRow, MembershipRow, SessionRow, OneTimeLinkRow, LoginThrottleRow, AuditEntryRow, AuditHeadRow, SealedStateRow, SealMarkRow];

/** What this area does. */
export const providers = [
  Passwords, Throttle, SessionCache, Sessions, SignIn, EndSessions, SwitchCommunity, ChangePassword, UpdateProfile, RequestPasswordReset, ResetPassword,
  AcceptInvitation, InviteMember, InviteFirstCoordinator, ManageInvitation, ManageMember, SendLink, EnrolPerson, IdentityQueries,
];

export * from './accept-invitation';
export * from './audit';
export * from './audit-entry.row';
export * from './audit-link';
export * from './sealed.store';
export { loadHead, loadLines, type AuditHead } from './audit.store';
export * from './change-password';
export * from './end-sessions';
export * from './enrol-person';
export * from './hash-chain';
export * from './identity.queries';
export * from './invite-first-coordinator';
export * from './invite-member';
export * from './manage-invitation';
export * from './manage-member';
export * from './membership.row';
export type { OpenCommunity } from './membership.store';
export * from './passwords';
export * from './person.row';
export * from './request-password-reset';
export * from './reset-password';
export * from './send-link';
export * from './session.row';
export * from './sessions';
export * from './sign-in';
export * from './switch-community';
export * from './tables';
export { Throttle } from './throttle';
export { hashToken, newToken } from './tokens';
export * from './update-profile';
