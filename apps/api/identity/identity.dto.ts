import { GRANTABLE_ROLES, PASSWORD_MAX, type GrantableRole, type LinkKind, type Right, type Role } from '@maillage/domain/identity';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Label } from '../http/validation-messages';

const TOKEN = /^[\w-]{43}$/;

/** Sign-in. */
export class SignInDto {
  @Label('Adresse électronique')
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Label('Mot de passe')
  @IsString()
  @Length(1, PASSWORD_MAX)
  password!: string;
}

/** The community to work in. */
export class ChooseCommunityDto {
  @Label('Communauté')
  @IsUUID()
  communityId!: string;
}

/** A change of one's own password. */
export class ChangePasswordDto {
  @Label('Mot de passe actuel')
  @IsString()
  @Length(1, PASSWORD_MAX)
  current!: string;

  @Label('Nouveau mot de passe')
  @IsString()
  @Length(1, PASSWORD_MAX)
  next!: string;
}

/** A change of one's own name. */
export class ProfileDto {
  @Label('Prénom')
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/\S/, { message: 'ce champ est obligatoire.' })
  givenName!: string;

  @Label('Nom')
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  @Matches(/\S/, { message: 'ce champ est obligatoire.' })
  familyName!: string;
}

/** A forgotten password. */
export class RequestPasswordResetDto {
  @Label('Adresse électronique')
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** A new password, with the link received. */
export class ResetPasswordDto {
  @Label('Lien')
  @Matches(TOKEN, { message: 'le lien n’est pas complet.' })
  token!: string;

  @Label('Nouveau mot de passe')
  @IsString()
  @Length(1, PASSWORD_MAX)
  password!: string;
}

/** A link to look at. */
export class InspectLinkDto {
  @Label('Lien')
  @Matches(TOKEN, { message: 'le lien n’est pas complet.' })
  token!: string;
}

/** The answer to an invitation; someone who has an account gives the link alone. */
export class AcceptInvitationDto {
  @Label('Lien')
  @Matches(TOKEN, { message: 'le lien n’est pas complet.' })
  token!: string;

  @Label('Prénom')
  @IsOptional()
  @IsString()
  @MaxLength(80)
  givenName?: string;

  @Label('Nom')
  @IsOptional()
  @IsString()
  @MaxLength(80)
  familyName?: string;

  @Label('Mot de passe')
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  password?: string;
}

/** Whom to invite. */
export class InviteDto {
  @Label('Adresse électronique')
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @Label('Rôle')
  @IsIn(GRANTABLE_ROLES)
  role!: GrantableRole;

  /** For a reader: the institution it reads for. */
  @Label('Organisme')
  @IsOptional()
  @IsString()
  @MaxLength(160)
  organisation?: string | null;
}

/** What a member becomes, with the revision that was seen. */
export class ChangeMemberDto {
  @Label('Rôle')
  @IsIn(GRANTABLE_ROLES)
  role!: GrantableRole;

  @Label('Organisme')
  @IsOptional()
  @IsString()
  @MaxLength(160)
  organisation?: string | null;

  @Label('Version')
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  revision!: number;
}

/** A person signed in. */
export class SignedPersonDto {
  id!: string;
  email!: string;
  givenName!: string;
  familyName!: string;
}

/** A community one may enter. */
export class CommunityChoiceDto {
  id!: string;
  name!: string;
  label!: string;
  timeZone!: string;
  /** Its figures are invented, and every screen says so. */
  demo!: boolean;
  role!: GrantableRole;
  organisation!: string | null;
}

/** Who is signed in, where, and what they may do there. */
export class SessionDto {
  person!: SignedPersonDto;
  /** Null until a community is chosen. */
  community!: CommunityChoiceDto | null;
  role!: Role | null;
  rights!: Right[];
  communities!: CommunityChoiceDto[];
}

/** One of one's own sessions. */
export class MySessionDto {
  id!: string;
  current!: boolean;
  createdAt!: Date;
  lastSeenAt!: Date;
  expiresAt!: Date;
  userAgent!: string | null;
  address!: string | null;
}

/** A community as a link names it. */
export class LinkCommunityDto {
  name!: string;
  label!: string;
}

/** What a link opens. */
export class LinkDto {
  kind!: LinkKind;
  email!: string;
  community!: LinkCommunityDto | null;
  role!: GrantableRole | null;
  organisation!: string | null;
  invitedByName!: string | null;
  accountExists!: boolean;
}

/** What became of an invitation: a new person is signed in, one who existed signs in as usual. */
export class AcceptedDto {
  signedIn!: boolean;
}

/** Someone who may enter the community. */
export class MemberDto {
  personId!: string;
  name!: string;
  email!: string;
  role!: GrantableRole;
  organisation!: string | null;
  joinedAt!: Date;
  lastUsedAt!: Date | null;
  revision!: number;
}

/** Someone invited who has not answered. */
export class InvitationDto {
  id!: string;
  email!: string;
  role!: GrantableRole;
  organisation!: string | null;
  invitedByName!: string | null;
  createdAt!: Date;
  expiresAt!: Date;
  expired!: boolean;
  /** Where the e-mail is. */
  mail!: 'waiting' | 'sent' | 'failed';
  mailError!: string | null;
}

/** Who may enter the community, and who was invited. */
export class AccessDto {
  members!: MemberDto[];
  invitations!: InvitationDto[];
}

/** A person of the community, for lists of names. */
export class PersonDto {
  id!: string;
  name!: string;
  role!: GrantableRole;
}

/** The id of what was made. */
export class MadeDto {
  id!: string;
}
