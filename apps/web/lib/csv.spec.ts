import { toCsv } from './csv';

describe('the export for spreadsheets', () => {
  it('is what French spreadsheets read: mark, semicolons, decimal comma', () => {
    expect(toCsv(['Nom', 'Valeur'], [['Prévention', 12.5]])).toBe('\uFEFFNom;Valeur\r\nPrévention;12,5\r\n');
  });

  it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '＝1'])('never lets « %s » become a formula', (text) => {
    expect(toCsv(['a'], [[text]])).toContain(`'${text}`);
  });

  it('leaves real numbers alone, even negative ones', () => {
    expect(toCsv(['a'], [[-2]])).toBe('\uFEFFa\r\n-2\r\n');
  });

  it('quotes what would break the columns', () => {
    expect(toCsv(['a'], [['un "mot" ; et\nun autre'], [null]])).toBe('\uFEFFa\r\n"un ""mot"" ; et\nun autre"\r\n\r\n');
  });
});
