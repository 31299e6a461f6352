import { type AgreementSource, agreementSeries, type AgreementVersion } from '@maillage/domain/contract';
import { type Actor, requireRight } from '@maillage/domain/identity';
import { TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** A version of the agreement as screens read it: sources as a list. */
export interface AgreementView extends Omit<AgreementVersion, 'sources' | 'format' | 'replaces'> {
  sources: (AgreementSource & { key: string })[];
}

/** The versions the product ships and those the operator added, oldest first, each with the end that a later one gives it. */
export async function loadAgreements(tx: Tx): Promise<AgreementVersion[]> {
  const rows: { content: AgreementVersion }[] = await tx.query('select content from agreement_version order by added_at, code');
  return agreementSeries(rows.map(({ content }) => content));
}

/** Reads of the agreement. */
@Injectable()
export class AgreementQueries {
  constructor(private readonly db: TenantDb) {}

  /** Every version known, oldest first. */
  async agreements(actor: Actor): Promise<{ agreements: AgreementView[] }> {
    requireRight(actor, 'contract.read');
    const series = await this.db.run(actor.communityId, loadAgreements, { readOnly: true });
    return { agreements: series.map(viewOf) };
  }
}

function viewOf({ sources, format: _format, replaces: _replaces, ...version }: AgreementVersion): AgreementView {
  return { ...version, sources: Object.entries(sources).map(([key, source]) => ({ key, ...source })) };
}
