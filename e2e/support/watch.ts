import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

/** An answer a journey expects to be refused: its status and a part of its address. */
export interface Refusal {
  status: number;
  path: string | RegExp;
}

/** Nobody is signed in yet: the pages open to anyone ask who is there. */
const always: readonly Refusal[] = [{ status: 401, path: '/api/session' }];

/** Listens to everything that goes wrong behind the pages of a context: a journey that seems to pass must not hide it. */
export class Watch {
  private readonly faults: string[] = [];
  private readonly expected: Refusal[] = [...always];
  private offline = false;

  constructor(context: BrowserContext) {
    context.on('console', (message) => this.onConsole(message));
    context.on('weberror', (error) => this.faults.push(`erreur dans la page : ${error.error().stack ?? String(error.error())}`));
    context.on('response', (response) => this.onResponse(response));
    context.on('requestfailed', (request) => this.onFailure(request));
  }

  /** From here on, these answers are part of the journey. */
  expect(...refusals: Refusal[]): void {
    this.expected.push(...refusals);
  }

  /** The network is cut on purpose, or back. */
  expectOffline(offline: boolean): void {
    this.offline = offline;
  }

  /** What went wrong so far. */
  get found(): readonly string[] {
    return this.faults;
  }

  private onConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // What the browser, then the page, writes down about an answer that is refused; the answer itself is judged below.
    if (/^(Failed to load resource|ApiError)/.test(message.text())) return;
    this.faults.push(`console (${message.type()}) : ${message.text()} (${message.location().url})`);
  }

  private onResponse(response: Response): void {
    const status = response.status();
    const path = new URL(response.url()).pathname;
    if (
      status < 400 ||
      this.expected.some(
        (one) => one.status === status && (typeof one.path === 'string' ? path === one.path : one.path.test(path)),
      )
    )
      return;
    this.faults.push(`${response.request().method()} ${path} a répondu ${status}`);
  }

  private onFailure(request: Request): void {
    const why = request.failure()?.errorText ?? '';
    // A page that is left gives up what it was asking.
    if (why === 'net::ERR_ABORTED' || this.offline) return;
    this.faults.push(`${request.method()} ${request.url()} : ${why}`);
  }
}
