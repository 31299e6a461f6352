import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '@maillage/domain/kernel';

/** A contract year of the address, counted from 1: what is not one names nothing, so it is not found. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d?$/.test(value)) throw new DomainError('not-found');
    return Number(value);
  }
}
