import { buildSnapshot } from '@maillage/domain/reports';
import { documentName, renderJson, renderPdf, reportPdf, snapshotHash } from '..';
import { demoIndicators } from '../testing/demo-indicators';
import { demoInput, demoSnapshot } from '../testing/demo-report';
import { hostileSnapshot, hostileTexts } from '../testing/hostile-report';
import { readPdf, textOf, type ReadPdf, withRole } from '../testing/read-pdf';
import { margin } from './style';

/** Text that stands outside the margins, or over another text of the page. */
function misplaced({ pages }: ReadPdf): string[] {
  return pages.flatMap(({ lines }, index) => {
    const inside = lines.filter(({ text }) => text.trim() !== '');
    const out = inside.filter(({ x, y, width }) => x < margin - 0.6 || x + width > 595.28 - margin + 1.2 || y < margin - 12 || y > 841.89 - margin + 14);
    const over = inside.filter((line, at) => inside.slice(at + 1).some((other) => Math.abs(line.y - other.y) < 4 && line.x + line.width > other.x + 1 && other.x + other.width > line.x + 1));
    return [...out.map(({ text }) => `page ${index + 1}, out: ${text}`), ...over.map(({ text }) => `page ${index + 1}, over: ${text}`)];
  });
}

describe('the report as a PDF', () => {
  const snapshot = demoSnapshot();
  const bytes = reportPdf(snapshot);
  const pdf = readPdf(bytes);
  const [first] = pdf.pages;

  it('is an A4 document in French, with its title and its author', () => {
    expect(pdf.info).toMatchObject({ Language: 'fr-FR', Author: 'CPTS Giennois-Berry', CreationDate: 'D:20261014073000Z' });
    expect(String(pdf.info['Title'])).toContain('Rapport trimestriel d’indicateurs');
    expect(pdf.pages.length).toBeGreaterThanOrEqual(9);
    expect(pdf.pages.length).toBeLessThanOrEqual(13);
    for (const { size } of pdf.pages) expect(size).toEqual([0, 0, 595.28, 841.89]);
  });

  it('says it all on the first page', () => {
    const text = textOf(first as ReadPdf['pages'][number]);
    expect(text).toContain('Sur 20 indicateurs, 7 atteignent leur objectif');
    expect(text).toContain('4 en bonne voie, 5 à risque, 2 en retard et 2 sans valeur publiable');
    expect(text).toContain('À surveiller');
    expect(text).toContain('La convention de télé-expertise attend la signature du centre hospitalier depuis juin.');
    expect(text).toContain('Ce qui a changé depuis T2 2026');
    expect(text).toContain('1 valeur non transmise : PR-03.');
    expect(text).toContain('2 valeurs en attente de validation : PA-03 et PR-04.');
    expect(text).toContain('1 valeur masquée (effectifs inférieurs à 6) : AS-05.');
    expect(text).toContain('58 214 habitants');
  });

  it('names the community, the document and the contract year at the head, the number, version, page and fingerprint at the foot of every page', () => {
    const hash = snapshotHash(snapshot);
    const short = `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`;
    pdf.pages.forEach((page, index) => {
      const text = textOf(page);
      expect(text).toContain('CPTS Giennois-Berry');
      expect(text).toContain('Rapport trimestriel d’indicateurs · T3 2026');
      expect(text).toContain('année 5 (15/04/2026–14/04/2027)');
      expect(text).toContain(`Rapport n° 2026-T3-01 · version 1 · empreinte ${short}`);
      expect(text).toContain(`page ${index + 1} / ${pdf.pages.length}`);
      expect(text).toContain('Données de démonstration');
    });
  });

  it('says where each mission is, and leads there', () => {
    const numbers = snapshot.missions.map(({ label }) => pdf.pages.findIndex(({ lines }) => lines.some(({ text: line, height }) => height > 13 && line === label)) + 1);
    const text = textOf(first as ReadPdf['pages'][number]);
    snapshot.missions.forEach(({ label }, index) => expect(text).toMatch(new RegExp(`${label.slice(-20)}[\\d ]+ ${numbers[index]} `)));
    expect(first?.links).toBe(6);
    expect(pdf.outline).toEqual([...snapshot.missions.map(({ label }) => label), 'Actions du projet de santé', 'Annexe']);
  });

  it('shows every indicator and every action, with its proof and its previous value', () => {
    const all = pdf.pages.map(textOf).join(' ');
    for (const { code } of snapshot.indicators) expect(all).toContain(code);
    for (const { title } of snapshot.actions) expect(all.replace(/\s+/g, ' ')).toContain(title.split(' ')[0]);
    expect(all).toContain('542 sur 860');
    expect(all).toContain('2 pièces');
    expect(all).toContain('effectif masqué');
    expect(all).toContain('non transmise');
  });

  it('has a structure: titles, tables with headers, figures that are told', () => {
    const trees = pdf.pages.map(({ structure }) => structure);
    const figures = trees.flatMap((tree) => withRole(tree, 'Figure'));
    expect(figures.length).toBeGreaterThan(15);
    expect(figures.every(({ alt }) => (alt ?? '').length > 40)).toBe(true);
    expect(figures.some(({ alt }) => alt?.includes('T4\u00A02025 sans valeur'))).toBe(true);
    expect(trees.flatMap((tree) => withRole(tree, 'H1'))).toHaveLength(1);
    expect(trees.flatMap((tree) => withRole(tree, 'TH')).length).toBeGreaterThan(60);
    expect(pdf.metadata).toEqual({ part: '3', conformance: 'A', accessible: '1' });
  });

  it('keeps every text inside the margins and apart from the others', () => expect(misplaced(pdf)).toEqual([]));

  it('leaves no title alone at the foot of a page', () => {
    const titles = new Set(['Indicateurs', 'Évolution sur huit périodes', 'Valeurs rapportées à leur objectif', 'Définitions et sources', ...snapshot.missions.map(({ label }) => label)]);
    for (const { lines } of pdf.pages.slice(1)) {
      const body = lines.filter(({ text, y }) => text.trim() !== '' && y > margin + 12);
      const lowest = body.reduce((low, line) => (line.y < low.y ? line : low));
      expect(titles.has(lowest.text)).toBe(false);
    }
  });

  it('carries the JSON of the same snapshot', () => {
    expect(pdf.attachments[`${documentName(snapshot)}.json`]).toBe(renderJson(snapshot).toString('utf8'));
  });

  it('gives the same bytes for the same snapshot, and others for another one', () => {
    expect(reportPdf(demoSnapshot()).equals(bytes)).toBe(true);
    const input = demoInput();
    expect(renderPdf(buildSnapshot({ ...input, report: { ...input.report, version: 2 } })).equals(renderPdf(snapshot))).toBe(false);
  });
});

describe('a report at its limits', () => {
  it('prints hostile texts as texts: nothing runs, nothing overflows', () => {
    const pdf = readPdf(renderPdf(hostileSnapshot()));
    const all = pdf.pages.map(textOf).join(' ');
    expect(all).toContain('<script>alert(1)</script>');
    expect(all).toContain('=cmd|\'/C calc\'!A0');
    expect(all).toContain('≥ 65 ans, ≤ 5 molécules');
    for (const sign of ['\u202E', '\u0007']) expect(all).not.toContain(sign);
    expect(hostileTexts.length).toBeGreaterThan(8);
    expect(misplaced(pdf)).toEqual([]);
  });

  it('stays readable without any value, mission date, action or contract', () => {
    const input = demoInput();
    const snapshot = buildSnapshot({ ...input, measures: [], proofs: [], actions: [], contract: null, definitionChanges: [], demo: false, territory: { departments: [], population: null }, indicators: input.indicators.filter(({ frequency }) => frequency === 'quarter').map((indicator) => ({ ...indicator, actionId: null })) });
    const pdf = readPdf(renderPdf(snapshot));
    const text = textOf(pdf.pages[0] as ReadPdf['pages'][number]);
    expect(text).toContain('aucun n’atteint son objectif');
    expect(text).toContain('non transmises');
    expect(text).not.toContain('démonstration');
    expect(pdf.pages.map(textOf).join(' ')).toContain('Le projet de santé ne compte encore aucune action.');
    expect(misplaced(pdf)).toEqual([]);
  });

  it('carries sixty indicators, and says how much is left where the first page is full', () => {
    const many = Array.from({ length: 60 }, (_, index) => {
      const model = demoIndicators[index % demoIndicators.length] as (typeof demoIndicators)[number];
      return { ...model, code: `I-${String(index + 1).padStart(2, '0')}` };
    });
    const pdf = readPdf(renderPdf(demoSnapshot(many)));
    expect(textOf(pdf.pages[0] as ReadPdf['pages'][number])).toMatch(/Et \d+ autres points/);
    const all = pdf.pages.map(textOf).join(' ');
    for (const { code } of many) expect(all).toContain(code);
    expect(pdf.pages.length).toBeLessThan(36);
    expect(misplaced(pdf)).toEqual([]);
  });
});
