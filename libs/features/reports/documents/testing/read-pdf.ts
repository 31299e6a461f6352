import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** An element of the structure tree, as a reader's tool sees it. */
export interface ReadNode {
  role?: string;
  alt?: string;
  type?: string;
  children?: ReadNode[];
}

/** A line of text and where it stands, from the bottom left corner. */
export interface ReadLine {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What PDF.js finds in a document. */
export interface ReadPdf {
  info: Record<string, string | boolean>;
  metadata: { part: string; conformance: string; accessible: string };
  marked: boolean;
  outline: string[];
  attachments: Record<string, string>;
  pages: { size: [number, number, number, number]; lines: ReadLine[]; structure: ReadNode; links: number; marks: number }[];
}

/** Opens a PDF with PDF.js, in a process of its own. */
export function readPdf(bytes: Buffer): ReadPdf {
  const script = path.join(__dirname, 'pdf-reader.mjs');
  const output = execFileSync(process.execPath, [script], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] });
  return JSON.parse(output) as ReadPdf;
}

/** The text of a page, no-break spaces as plain ones. */
export function textOf(page: ReadPdf['pages'][number]): string {
  return page.lines.map(({ text }) => text).join(' ').replace(/[\u00A0\u202F]/g, ' ');
}

/** Every element of a tree with this role. */
export function withRole(node: ReadNode, role: string): ReadNode[] {
  return [...(node.role === role ? [node] : []), ...(node.children ?? []).flatMap((child) => withRole(child, role))];
}
