import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import { contractFileSchema } from '@maillage/domain/contract';
import type { Actor } from '@maillage/domain/identity';
import { ExportContract, ImportContract } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { ExportQueryDto, ImportPreviewDto, ImportQueryDto, ImportResultDto } from './import.dto';

/** The schema of a file, as the document takes it. */
const fileSchema = JSON.parse(JSON.stringify(contractFileSchema)) as Record<string, never>;

/** A contract that comes from a `contract/1` file, or goes to one. */
@Controller('contract')
export class ImportController {
  constructor(
    private readonly importContract: ImportContract,
    private readonly exportContract: ExportContract,
  ) {}

  /** What importing this file would change; nothing is written. Every fault of the file is told with its path. */
  @Post('imports/preview')
  @HttpCode(200)
  @Right('contract.write')
  @ApiBody({ schema: fileSchema })
  preview(@CurrentActor() actor: Actor, @Body() file: object): Promise<ImportPreviewDto> {
    return this.importContract.preview(actor, file);
  }

  /** Imports the file that was previewed, whole or not at all; the same file again changes nothing. 409 when the contract changed since. */
  @Post('imports')
  @HttpCode(200)
  @Right('contract.write')
  @ApiBody({ schema: fileSchema })
  import(@CurrentActor() actor: Actor, @Query() { basis }: ImportQueryDto, @Body() file: object): Promise<ImportResultDto> {
    return this.importContract.execute(actor, file, basis);
  }

  /** The contract as a `contract/1` object; importing it gives the same contract. */
  @Get('export')
  @Right('contract.read')
  @ApiOkResponse({ schema: fileSchema })
  async export(@CurrentActor() actor: Actor, @Query() { year }: ExportQueryDto): Promise<object> {
    return (await this.exportContract.execute(actor, year)).content;
  }
}
