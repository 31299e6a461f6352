import { canonicalJson, formatDay, french, listInFrench, oncePer } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotAction, SnapshotIndicator } from './snapshot';

/** One difference between two versions of a report, in words. */
export interface SnapshotDifference {
  about: 'indicator' | 'action' | 'mission' | 'report';
  /** Code of the indicator, number of the action, code of the mission. */
  key: string;
  text: string;
}

/** The text a hash is computed from: same content, same text, whatever the order of keys. The hash itself is made outside. */
export const snapshotDigest = oncePer((snapshot: ReportSnapshot): string => canonicalJson(snapshot));

/** What a correction changed, readable by the person who received the first version. */
export function compareSnapshots(before: ReportSnapshot, after: ReportSnapshot): SnapshotDifference[] {
  return [
    ...pairs(before.indicators, after.indicators, ({ id }) => id).flatMap(([old, now]) => indicatorDifferences(old, now)),
    ...pairs(before.actions, after.actions, ({ id }) => id).flatMap(([old, now]) => actionDifferences(old, now)),
    ...pairs(before.missions, after.missions, ({ code }) => code).flatMap(([old, now]) => {
      const key = (now ?? old)?.code ?? '';
      const label = (now ?? old)?.label ?? '';
      if (!old) return say('mission', key, `Mission « ${label} » : ajoutée`);
      if (!now) return say('mission', key, `Mission « ${label} » : retirée`);
      return old.state === now.state ? [] : say('mission', key, `Mission « ${label} » : ${now.sentence}`);
    }),
    ...(before.maskBelow === after.maskBelow ? [] : say('report', 'maskBelow', `Seuil de masquage des petits effectifs : ${before.maskBelow} devient ${after.maskBelow}`)),
  ];
}

/** « Aucune différence », or « 3 différences ». */
export function differenceSummary(differences: readonly SnapshotDifference[]): string {
  if (differences.length === 0) return 'Aucune différence avec la version précédente.';
  return differences.length === 1 ? '1 différence avec la version précédente.' : `${differences.length} différences avec la version précédente.`;
}

function say(about: SnapshotDifference['about'], key: string, text: string): SnapshotDifference[] {
  return [{ about, key, text: french(text) }];
}

function pairs<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): [T | undefined, T | undefined][] {
  const old = new Map(before.map((item) => [key(item), item]));
  const now = new Map(after.map((item) => [key(item), item]));
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => [old.get(id), now.get(id)]);
}

function indicatorDifferences(old: SnapshotIndicator | undefined, now: SnapshotIndicator | undefined): SnapshotDifference[] {
  const name = `${(now ?? old)?.code} ${(now ?? old)?.name}`;
  const key = (now ?? old)?.code ?? '';
  if (!now) return say('indicator', key, `${name} : retiré du rapport`);
  if (!old) return say('indicator', key, `${name} : ajouté au rapport (${now.value.text})`);
  const texts: string[] = [];
  if (old.value.text !== now.value.text) texts.push(`valeur ${old.value.text} devient ${now.value.text}`);
  else if (old.numerator?.text !== now.numerator?.text || old.denominator?.text !== now.denominator?.text) {
    texts.push(`${old.numerator?.text ?? '…'} sur ${old.denominator?.text ?? '…'} devient ${now.numerator?.text ?? '…'} sur ${now.denominator?.text ?? '…'}`);
  }
  if (old.status !== now.status) texts.push({ validated: 'valeur désormais validée', draft: 'valeur redevenue à valider', missing: 'valeur retirée', none: 'aucun événement' }[now.status]);
  if (old.target?.text !== now.target?.text) texts.push(`objectif ${old.target?.text ?? 'absent'} devient ${now.target?.text ?? 'absent'}`);
  if (old.comment !== now.comment) texts.push(old.comment === null ? 'commentaire ajouté' : now.comment === null ? 'commentaire retiré' : 'commentaire modifié');
  if (old.definition !== now.definition || old.numeratorLabel !== now.numeratorLabel || old.denominatorLabel !== now.denominatorLabel) texts.push('définition modifiée');
  const added = now.proofs.filter(({ sha256 }) => !old.proofs.some((proof) => proof.sha256 === sha256));
  const removed = old.proofs.filter(({ sha256 }) => !now.proofs.some((proof) => proof.sha256 === sha256));
  if (added.length > 0) texts.push(`preuve ajoutée : ${listInFrench(added.map((proof) => proof.name))}`);
  if (removed.length > 0) texts.push(`preuve retirée : ${listInFrench(removed.map((proof) => proof.name))}`);
  const past = canonicalJson(old.series.slice(0, -1).map(({ periodKey, value, masked }) => [periodKey, value, masked]));
  if (past !== canonicalJson(now.series.slice(0, -1).map(({ periodKey, value, masked }) => [periodKey, value, masked]))) texts.push('valeurs de périodes antérieures modifiées');
  return texts.flatMap((text) => say('indicator', key, `${name} : ${text}`));
}

function actionDifferences(old: SnapshotAction | undefined, now: SnapshotAction | undefined): SnapshotDifference[] {
  const name = `Action ${(now ?? old)?.number} ${(now ?? old)?.title}`;
  const key = String((now ?? old)?.number ?? '');
  if (!now) return say('action', key, `${name} : retirée du rapport`);
  if (!old) return say('action', key, `${name} : ajoutée au rapport`);
  const texts: string[] = [];
  if (old.status !== now.status) texts.push(`état « ${old.statusLabel} » devient « ${now.statusLabel} »`);
  if (old.statusSentence !== now.statusSentence) texts.push(now.statusSentence === null ? 'phrase d\'état retirée' : `phrase d'état : « ${now.statusSentence} »`);
  if (old.title !== now.title) texts.push(`s'appelait « ${old.title} »`);
  if (old.axis !== now.axis) texts.push(`déplacée de l'axe « ${old.axis} » à l'axe « ${now.axis} »`);
  if (old.lead !== now.lead) texts.push(`pilote ${old.lead ?? 'non désigné'} remplacé par ${now.lead ?? 'personne'}`);
  if (old.stepsDone !== now.stepsDone || old.stepsTotal !== now.stepsTotal) texts.push(`étapes faites : ${old.stepsDone} sur ${old.stepsTotal} devient ${now.stepsDone} sur ${now.stepsTotal}`);
  return texts.flatMap((text) => say('action', key, `${name} : ${text}`));
}

/** Whether the period was locked when the report was frozen; null for a report made before locks were kept. */
export function lockSentence({ report: { lockedLabel } }: ReportSnapshot): string | null {
  if (lockedLabel === undefined) return null;
  return french(lockedLabel === null ? 'Période non verrouillée quand les données ont été arrêtées.' : `Période verrouillée le ${lockedLabel}.`);
}

/** The first page's sentence on when and by whom a report was frozen. */
export function frozenSentence(snapshot: ReportSnapshot): string {
  const frozen = french(`Données arrêtées le ${snapshot.report.frozenLabel}, période du ${formatDay(snapshot.report.periodStart)} au ${formatDay(snapshot.report.periodEnd)}.`);
  const locked = lockSentence(snapshot);
  return locked ? `${frozen} ${locked}` : frozen;
}
