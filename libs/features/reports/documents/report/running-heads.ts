import { french, NBSP } from '@maillage/domain/kernel';
import type { ReportSnapshot } from '@maillage/domain/reports';
import type { TaggedDocument } from '../pdf/document';
import { baselineIn, type LineStyle } from '../pdf/block';
import { fitted, widthOf } from '../pdf/lines';
import { type Page, pageSize } from '../pdf/page';
import { shortHash } from './facts';
import { colour, letters, margin } from './style';

/** Head and foot of every page, once their number is known. Screen readers skip them. */
export function drawRunningHeads(document: TaggedDocument, snapshot: ReportSnapshot, hash: string): void {
  const { report, community, contract, demo } = snapshot;
  const right = pageSize.width - margin;
  const width = right - margin;
  const period = `${report.kindLabel} · ${report.periodLabel}`;
  const year = contract ? french(`Contrat : ${contract.yearLabel}`) : 'Sans contrat signé';
  const number = `${french('Rapport n°')}${NBSP}${report.number} · version${NBSP}${report.version} · empreinte${NBSP}${shortHash(hash)}`;
  document.pages.forEach((page, index) => {
    page.decoration(() => {
      const top = margin - 12;
      const yearWidth = widthOf(year, letters.running);
      write(page, year, right - yearWidth, top, letters.running);
      const community3 = fitted(community.title, letters.runningStrong, (width - yearWidth) * 0.42);
      write(page, community3, margin, top, letters.runningStrong);
      const after = margin + widthOf(community3, letters.runningStrong) + 10;
      write(page, fitted(period, letters.running, right - yearWidth - 12 - after), after, top, letters.running);
      page.line(margin, margin + 2, right, margin + 2, { stroke: colour.rule, width: 0.5 });

      const bottom = pageSize.height - margin;
      page.line(margin, bottom - 2, right, bottom - 2, { stroke: colour.rule, width: 0.5 });
      const pages = `page${NBSP}${index + 1}${NBSP}/${NBSP}${document.pages.length}`;
      const mark = demo ? 'Données de démonstration' : '';
      const pagesWidth = widthOf(pages, letters.runningStrong);
      write(page, pages, right - pagesWidth, bottom + 2, letters.runningStrong);
      const markStyle = { ...letters.runningStrong, colour: colour.accent };
      const markWidth = demo ? widthOf(mark, markStyle) : 0;
      write(page, mark, right - pagesWidth - 16 - markWidth, bottom + 2, markStyle);
      write(page, fitted(number, letters.running, width - pagesWidth - markWidth - 32), margin, bottom + 2, letters.running);
    }, 'Pagination');
  });
}

function write(page: Page, text: string, x: number, y: number, style: LineStyle): void {
  page.text(x, y + baselineIn(style), text, style);
}
