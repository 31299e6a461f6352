import PDFDocument from 'pdfkit';

/** A one-page PDF that says it is invented: the proofs of the demonstration. */
export function demoProof(title: string, period: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title, CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.fontSize(20).text(title).moveDown(0.5).fontSize(12).text(period).moveDown(2);
  document.fontSize(14).text('Données de démonstration : cette pièce est inventée.');
  document.end();
  return done;
}
