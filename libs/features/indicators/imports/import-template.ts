import { requireRight, type Actor } from '@maillage/domain/identity';
import { dueDayOf, givablePeriods, hasParts, isAnswer, isEventDriven, isSettled, lockOver, periodsOfEach } from '@maillage/domain/indicators';
import { addYears, formatDay, formatPeriod, french, type Period } from '@maillage/domain/kernel';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { Workbook, type DataValidation, type Worksheet } from '@protobi/exceljs';
import type { StoredIndicator } from '../definition/indicator.store';
import { standingGround } from './import-ground';

/** A line to be filled in: of a period, or (null) of an event, whose day is to be written. */
interface AwaitedLine {
  indicator: StoredIndicator;
  period: Period | null;
}

const titles = ['Code', 'Indicateur', 'Période', 'Numérateur', 'Dénominateur', 'Valeur', 'Commentaire', 'Ce qui est attendu'] as const;
const widths = [14, 46, 22, 16, 16, 14, 40, 60];
const most = 5_000;
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes the workbook people fill in: a line per value awaited, one to be dated per indicator that follows events, with what each takes. Imported back, it is read as it is. */
@Injectable()
export class ImportTemplate {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async make(actor: Actor): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    requireRight(actor, 'measures.write');
    const { lines, today, dueDays } = await this.db.run(
      actor.communityId,
      async (tx) => {
        const ground = await standingGround(tx, actor.communityId, actor.personId, this.clock);
        const { today, calendar } = ground.facts;
        const periodsOf = periodsOfEach({ today, calendar, since: addYears(today, -1) }, givablePeriods);
        const mine = ground.indicators.filter(({ id, archivedAt, formula }) => archivedAt === null && formula === null && ground.mayGive(id));
        const events = mine.filter(isEventDriven).map((indicator): AwaitedLine => ({ indicator, period: null }));
        const lines = mine
          .flatMap((indicator) => periodsOf(indicator).map((period) => ({ indicator, period })))
          .filter(({ indicator, period }) => !isSettled(ground.present(indicator.id, period.key)?.status) && !lockOver(ground.locks, period));
        const awaited = lines.sort((a, b) => (a.period.end < b.period.end ? 1 : a.period.end > b.period.end ? -1 : 0)).slice(0, most);
        return { lines: [...awaited, ...events], today, dueDays: ground.facts.dueDays };
      },
      { readOnly: true },
    );
    return { name: `valeurs-a-saisir-${today}.xlsx`, mediaType, bytes: await workbook(lines, dueDays) };
  }
}

async function workbook(lines: readonly AwaitedLine[], dueDays: number): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Valeurs', { views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }] });
  sheet.addRow([...titles]).font = { bold: true };
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  // The code names the indicator whatever people do to the name beside it.
  sheet.getColumn(1).hidden = true;
  for (const line of lines) addLine(sheet, line, dueDays);
  if (lines.length === 0) sheet.addRow(['', french('Rien n\'est attendu : toutes les valeurs sont validées.')]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addLine(sheet: Worksheet, { indicator, period }: AwaitedLine, dueDays: number): void {
  const due = period ? french(`À donner au plus tard le ${formatDay(dueDayOf(indicator, period, dueDays))}. `) : '';
  const row = sheet.addRow([safe(indicator.code), safe(indicator.name), period && formatPeriod(period), null, null, null, null, safe(period ? `${due}${expectedOf(indicator)}` : french(`${eventHelp} ${expectedOf(indicator)}`))]);
  if (!period) row.getCell(3).dataValidation = { type: 'custom', formulae: ['TRUE'], allowBlank: true, showInputMessage: true, promptTitle: 'Jour de l’événement', prompt: eventHelp };
  const parts = hasParts(indicator.kind);
  for (const [column, used] of [[4, parts], [5, parts], [6, !parts]] as const) {
    const cell = row.getCell(column);
    if (used) cell.dataValidation = limitsOf(indicator, column);
    else cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE4E9EA' } };
  }
}

const eventHelp = 'Écrivez le jour de l’événement, par exemple 03/11/2026, et recopiez la ligne pour chaque événement. Sans événement, laissez-la vide.';

/** A text that a spreadsheet never takes for a formula. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function expectedOf({ kind, unit, decimals, numeratorLabel, denominatorLabel, bounded, definition }: StoredIndicator): string {
  const what = hasParts(kind)
    ? `« ${numeratorLabel ?? ''} » et « ${denominatorLabel ?? ''} »${bounded ? ', nombres entiers, le premier au plus égal au second' : ''}.`
    : isAnswer(kind)
      ? 'Oui ou non.'
      : `Un nombre${unit ? ` (${unit})` : ''}, ${decimals === 0 ? 'entier' : `${decimals} décimale(s) au plus`}${bounded ? ', de 0 à 100' : ''}.`;
  return french(`${what} ${definition}`).slice(0, 1_000);
}

function limitsOf(indicator: StoredIndicator, column: 4 | 5 | 6): DataValidation {
  const { kind, bounded, decimals, numeratorLabel, denominatorLabel } = indicator;
  const prompt = (column === 4 ? numeratorLabel : column === 5 ? denominatorLabel : null) ?? expectedOf(indicator);
  const shown = { allowBlank: true, showInputMessage: true, promptTitle: indicator.code.slice(0, 32), prompt: prompt.slice(0, 250), showErrorMessage: true, errorTitle: 'Valeur refusée' };
  if (isAnswer(kind)) return { ...shown, type: 'list', formulae: ['"oui,non"'], error: 'Répondez par oui ou par non.' };
  const whole = column === 6 ? decimals === 0 : bounded;
  const most = column === 6 && bounded ? 100 : 999_999_999_999;
  return { ...shown, type: whole ? 'whole' : 'decimal', operator: 'between', formulae: [column === 5 && whole ? 1 : 0, most], error: french(`Un nombre ${whole ? 'entier ' : ''}positif est attendu${most === 100 ? ', de 0 à 100' : ''}.`) };
}
