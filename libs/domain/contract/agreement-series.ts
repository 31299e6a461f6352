import { addDays, formatDay, french } from '@maillage/domain/kernel';
import { agreements, type AgreementVersion } from './agreement';

/**
 * The versions as they stand together, oldest first: one that `replaces` another ends it on the eve of its own first day. The
 * versions given are not changed.
 */
export function agreementSeries(added: readonly AgreementVersion[], shipped: readonly AgreementVersion[] = agreements): AgreementVersion[] {
  const known = new Set(shipped.map(({ code }) => code));
  // A version the operator added and a later release brought too: what is shipped was reviewed.
  const all = [...shipped, ...added.filter(({ code }) => !known.has(code))];
  const endOf = new Map(all.flatMap(({ replaces, validFrom }) => (replaces ? [[replaces, addDays(validFrom, -1)] as const] : [])));
  return all
    .map((version) => ({ ...version, validTo: endOf.get(version.code) ?? version.validTo }))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** Why a version cannot join those that are there, in French; none when it can. */
export function seriesFaults(version: AgreementVersion, existing: readonly AgreementVersion[]): string[] {
  const { code, replaces, validFrom } = version;
  if (existing.some((other) => other.code === code)) return [french(`code : « ${code} » existe déjà avec un autre contenu. Une version ne change pas : donnez un autre code.`)];
  const replaced = existing.find((other) => other.code === replaces);
  if (replaces && !replaced) return [french(`replaces : la version « ${replaces} » n'existe pas.`)];
  if (replaced && replaced.validFrom >= validFrom) return [french(`replaces : « ${replaced.code} » commence le ${formatDay(replaced.validFrom)}, pas avant le ${formatDay(validFrom)}.`)];
  if (replaced?.validTo && replaced.validTo < addDays(validFrom, -1)) {
    return [french(`replaces : « ${replaced.code} » a pris fin le ${formatDay(replaced.validTo)}, avant la veille du ${formatDay(validFrom)}.`)];
  }
  const series = agreementSeries([version], existing);
  return series.slice(1).flatMap((later, index) => {
    const earlier = series[index];
    if (!earlier || (later.code !== code && earlier.code !== code)) return [];
    if (earlier.validTo === null || earlier.validTo >= later.validFrom) {
      return [french(`validFrom : « ${later.code} » commence le ${formatDay(later.validFrom)} alors que « ${earlier.code} » est en vigueur${earlier.validTo ? ` jusqu'au ${formatDay(earlier.validTo)}` : ''}. Pour y mettre fin, écrivez "replaces": "${earlier.code}".`)];
    }
    if (addDays(earlier.validTo, 1) !== later.validFrom) {
      return [french(`validFrom : aucun accord ne serait en vigueur du ${formatDay(addDays(earlier.validTo, 1))} au ${formatDay(addDays(later.validFrom, -1))}.`)];
    }
    return [];
  });
}
