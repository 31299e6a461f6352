// The table people read, and the file machines read.
import { cpus, loadavg, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { say } from '../../apps/local/saying.mjs';
import { signs, verdictOf } from './figures.mjs';

const digits = { '×': 2, 'ko': 0, 'Mo': 0, 's': 2, 'ms': 1, '': 3 };

function number(value, unit) {
  if (value === undefined || Number.isNaN(value)) return '';
  const maximumFractionDigits = Math.abs(value) >= 100 ? 0 : (digits[unit] ?? 1);
  const text = value.toLocaleString('fr-FR', { maximumFractionDigits });
  return unit ? `${text}\u00a0${unit}` : text;
}

function line(row) {
  const compare = row.better === 'higher' ? '≥' : '≤';
  const limit = (value) => (value === undefined ? '' : `${compare}\u00a0${number(value, '')}`);
  const noise = row.rounds > 1 ? `${number(row.min, '')}–${number(row.max, '')}` : '';
  return [signs[verdictOf(row)], row.code, row.what, number(row.value, row.unit), noise, limit(row.floor), limit(row.aim), row.detail];
}

const heads = ['', 'Code', 'Mesure', 'Médiane', 'Min–max', 'Plancher', 'Visé', 'Détail'];
const width = (text) => [...text].length;
const pad = (text, size, right) => (right ? ' '.repeat(size - width(text)) + text : text + ' '.repeat(size - width(text)));

/** Prints the table of all the rows. */
export function printTable(rows) {
  const lines = [heads, ...rows.map(line)];
  const sizes = heads.map((_, column) => Math.max(...lines.map((cells) => width(cells[column]))));
  const text = lines.map((cells) => cells.map((cell, column) => pad(cell, column === 7 ? width(cell) : sizes[column], column >= 3 && column <= 6)).join('  ').trimEnd());
  const [head, ...rest] = text;
  say();
  say(head);
  say('─'.repeat(Math.min(150, width(head) + 40)));
  for (const one of rest) say(one);
  const count = (wanted) => rows.filter((row) => verdictOf(row) === wanted).length;
  say(`\n✔ visé atteint : ${count('reached')}   ▲ plancher tenu : ${count('enough')}   ✖ plancher manqué : ${count('missed')}`);
}

/** Writes what was measured, with what it was measured on. */
export function writeFigures(path, { options, rows, took }) {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memory: totalmem(), load: loadavg(), node: process.version, platform: `${process.platform} ${process.arch}` };
  const content = { at: new Date().toISOString(), took, machine, size: options.size, parts: options.parts, rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })) };
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  say(`\nMesures écrites dans ${path}`);
}
