import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { textLimits } from '@maillage/domain/kernel';
import { IsDay } from '../http/is-day';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** A kind of crisis of the national outline. */
export class CrisisKindDto {
  code!: string;
  label!: string;
}

/** A crisis recognised by the ARS. */
export class CrisisDto {
  id!: string;
  kind!: string;
  kindLabel!: string;
  recognisedOn!: string;
  reference!: string | null;
  endedOn!: string | null;
  /** Contract years it touches. */
  years!: number[];
  revision!: number;
}

/** Every crisis recorded. */
export class CrisesDto {
  crises!: CrisisDto[];
  crisisKinds!: CrisisKindDto[];
}

/** A crisis recognised by the ARS, as it is recorded. */
export class RecordCrisisDto {
  /** One of the agreement's kinds of crisis. */
  @Label('Nature de la crise')
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  kind!: string;

  @Label('Reconnue par l’ARS le')
  @IsDay()
  recognisedOn!: string;

  /** Order or letter of the ARS. */
  @Label('Référence')
  @OrNull()
  @IsString()
  @MaxLength(textLimits.sentence)
  reference!: string | null;

  /** null while it lasts. */
  @Label('Terminée le')
  @OrNull()
  @IsDay()
  endedOn!: string | null;
}

/** A crisis corrected, with the revision that was on screen. */
export class ChangeCrisisDto extends RecordCrisisDto {
  @Label('Révision')
  @IsInt()
  @Min(1)
  revision!: number;
}

/** A crisis to be removed, with the revision that was on screen. */
export class RemoveCrisisQueryDto {
  @Label('Révision')
  @Type(() => Number)
  @IsInt()
  @Min(1)
  revision!: number;
}
