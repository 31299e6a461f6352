import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { type PaymentKind, paymentLimits, type PaymentStatus } from '@maillage/domain/money';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** Below ten billion euros. */
const mostCents = 999_999_999_999;

/** What an amount received pays of one line. */
export class PaymentPartDto {
  @Label('Ligne payée')
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  lineKey!: string;

  @Label('Part de la ligne')
  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents!: number;
}

/** An amount received, and the lines it pays; what pays none stays to be set. */
export class PaymentContentDto {
  @Label('Reçu le')
  @IsDay()
  receivedOn!: string;

  @Label('Montant reçu')
  @IsInt()
  @Min(1)
  @Max(mostCents)
  cents!: number;

  @Label('Référence')
  @OrNull()
  @IsString()
  @MaxLength(paymentLimits.reference)
  reference!: string | null;

  @Label('Note')
  @OrNull()
  @IsString()
  @MaxLength(paymentLimits.note)
  note!: string | null;

  @Label('Lignes payées')
  @IsArray()
  @ArrayMaxSize(paymentLimits.parts)
  @ValidateNested({ each: true })
  @Type(() => PaymentPartDto)
  parts!: PaymentPartDto[];
}

/** An amount received from the caisse. */
export class RecordPaymentDto extends PaymentContentDto {
  /** Made by the screen: the same request sent twice records it once. */
  @Label('Identifiant')
  @IsUUID()
  id!: string;
}

/** What an amount received becomes, with the revision that was on screen. */
export class ChangePaymentDto extends PaymentContentDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** Why an amount is cancelled, with the revision that was on screen. */
export class CancelPaymentDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;

  @Label('Raison')
  @IsString()
  @MinLength(1)
  @MaxLength(paymentLimits.reason)
  reason!: string;
}

/** A payment the contract promises, beside what came in for it. Amounts in cents. */
export class PaymentLineDto {
  /** Stable: `CY2.prevention.fixed.advance`. */
  key!: string;
  year!: number;
  kind!: PaymentKind;
  missionCode!: string | null;
  /** In French. */
  label!: string;
  /** null: not known yet. */
  date!: string | null;
  /** In French. */
  when!: string;
  /** null: not computed, `missing` says why. */
  cents!: number | null;
  /** The most a variable part can pay before its review; never due. */
  atStakeCents!: number | null;
  /** « 17 500 € × 8/12 × 75 % = 8 750 € ». */
  formula!: string | null;
  missing!: string | null;
  receivedCents!: number;
  remainingCents!: number | null;
  overpaidCents!: number;
  status!: PaymentStatus;
  /** Days since its date once late; else 0. */
  lateDays!: number;
}

/** Sums of lines, in cents. */
export class PaymentTotalsDto {
  expectedCents!: number;
  receivedCents!: number;
  /** What the caisse should have paid by today and has not. */
  owedCents!: number;
  toComeCents!: number;
  overpaidCents!: number;
  atStakeCents!: number;
  /** Lines without an amount. */
  notComputed!: number;
}

/** The sums over the whole contract. */
export class ContractPaymentTotalsDto extends PaymentTotalsDto {
  /** Received, and paying no line the contract promises. */
  unallocatedCents!: number;
}

/** A contract year with what the caisse pays for it. */
export class PaymentYearDto {
  number!: number;
  start!: string;
  end!: string;
  /** False: the amounts of this year are not entered, it has no line. */
  hasTerms!: boolean;
  lines!: PaymentLineDto[];
  totals!: PaymentTotalsDto;
}

/** A part of an amount received, with the name of its line. */
export class NamedPaymentPartDto {
  lineKey!: string;
  cents!: number;
  label!: string;
  year!: number | null;
  /** False: the contract no longer promises that line. */
  expected!: boolean;
}

/** An amount received, as recorded. */
export class PaymentReceivedDto {
  id!: string;
  receivedOn!: string;
  cents!: number;
  reference!: string | null;
  note!: string | null;
  parts!: NamedPaymentPartDto[];
  unallocatedCents!: number;
  revision!: number;
  recordedAt!: Date;
  recordedBy!: string | null;
  cancelledAt!: Date | null;
  cancelledBy!: string | null;
  cancelReason!: string | null;
}

/** What the payments are counted from. */
export class PaymentContractDto {
  signedOn!: string;
  endsOn!: string;
  /** `days` or `months`. */
  prorataUnit!: string;
}

/** What is expected from the caisse and what came in. */
export class PaymentsPageDto {
  today!: string;
  contract!: PaymentContractDto | null;
  currentYear!: number | null;
  years!: PaymentYearDto[];
  totals!: ContractPaymentTotalsDto;
  /** The latest first; cancelled ones stay. */
  payments!: PaymentReceivedDto[];
}
