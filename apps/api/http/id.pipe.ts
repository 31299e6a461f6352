import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, isUuid } from '@maillage/domain/kernel';

/** An id of the address: what is not one names nothing, so it is not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new DomainError('not-found');
    return value.toLowerCase();
  }
}
