import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Label } from '../http/validation-messages';

/** What a value is written as: both parts of a ratio, or the value (1 or 0 for yes or no). Which of them, the rules of the indicator say. */
export abstract class FiguresDto {
  @Label('Numérateur')
  @IsOptional()
  @IsNumber()
  @Min(-1e12)
  @Max(1e12)
  numerator?: number | null;

  @Label('Dénominateur')
  @IsOptional()
  @IsNumber()
  @Min(-1e12)
  @Max(1e12)
  denominator?: number | null;

  @Label('Valeur')
  @IsOptional()
  @IsNumber()
  @Min(-1e12)
  @Max(1e12)
  value?: number | null;
}
