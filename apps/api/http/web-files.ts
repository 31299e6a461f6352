import { constants, brotliCompress, gzip } from 'node:zlib';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt']);

const gzipped = promisify(gzip);
const brotlied = promisify<Buffer, { params: Record<number, number> }, Buffer>(brotliCompress);

/** How a file may travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A file of the built web, kept in memory, compressed the first time each form is asked for. */
export class WebFile {
  readonly etag: string;
  readonly type: string;
  private readonly compressible: boolean;
  private readonly forms = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    const extension = path.extname(name);
    this.type = TYPES[extension] ?? 'application/octet-stream';
    this.compressible = COMPRESSIBLE.has(extension) && bytes.length > 1_024;
    this.etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  }

  /** True for a file whose name changes with its content. */
  get hashed(): boolean {
    return this.name.startsWith('assets/') && /-[\w-]{8,}\.\w+$/.test(this.name);
  }

  /** The best form the browser takes. */
  encodingFor(accepted: string): Encoding {
    if (!this.compressible) return 'identity';
    if (/\bbr\b/.test(accepted)) return 'br';
    return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
  }

  /** The bytes in that form. */
  async as(encoding: Encoding): Promise<Buffer> {
    const known = this.forms.get(encoding) ?? this.compress(encoding);
    this.forms.set(encoding, known);
    return known;
  }

  private async compress(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'gzip') return gzipped(this.bytes);
    if (encoding === 'br') return brotlied(this.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: this.bytes.length } });
    return this.bytes;
  }
}

/** The built web, read once; the page itself is apart, because each answer carries its own nonce. */
export class WebFiles {
  private constructor(
    private readonly files: ReadonlyMap<string, WebFile>,
    private readonly page: string | null,
  ) {}

  /** Reads the folder of the built web; an absent folder is an API without pages. */
  static async read(folder: string): Promise<WebFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = new Map<string, WebFile>();
    let page: string | null = null;
    for (const entry of entries.filter((each) => each.isFile())) {
      const full = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, full).split(path.sep).join('/');
      const bytes = await readFile(full);
      if (name === 'index.html') page = bytes.toString('utf8');
      else if (!name.endsWith('.map')) files.set(name, new WebFile(name, bytes));
    }
    return new WebFiles(files, page);
  }

  /** The file at this address, if there is one. */
  at(address: string): WebFile | null {
    return this.files.get(address.replace(/^\//, '')) ?? null;
  }

  /** The page with a nonce of its own, or null when the web is not built. */
  render(): { html: string; nonce: string } | null {
    if (this.page === null) return null;
    const nonce = randomBytes(16).toString('base64');
    return { html: this.page.replaceAll('__CSP_NONCE__', nonce), nonce };
  }
}
