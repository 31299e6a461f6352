import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { contractDurationLimits } from '@maillage/domain/contract';
import { OrNull } from '../http/fields';
import { Label } from '../http/validation-messages';

/** Which indicator gives the value of a contract indicator. */
export class ContractLinkDto {
  /** null: none any more. */
  @Label('Indicateur')
  @OrNull()
  @IsUUID()
  indicatorId!: string | null;

  /** Of the link on screen; 0 where there was none. */
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;
}

/** A link as it is now. */
export class LinkRevisionDto {
  revision!: number;
}

/** Whose contract indicators are to be followed. */
export class CreateContractIndicatorsDto {
  @Label('Année du contrat')
  @IsInt()
  @Min(1)
  @Max(contractDurationLimits.max)
  year!: number;
}

/** What was created. */
export class CreatedIndicatorsDto {
  /** Indicators created and linked. */
  created!: number;
  /** Targets of the contract year set, on them and on those already linked that had none. */
  targets!: number;
}
