import { type APIRequestContext, type APIResponse, type BrowserContext, request } from '@playwright/test';
import { environment } from './environment';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The API as a signed-in person calls it: to set the scene, and to try what no page offers. */
export class Door {
  private constructor(private readonly http: APIRequestContext) {}

  /** A door nobody has signed in by. */
  static async open(): Promise<Door> {
    return new Door(await request.newContext({ baseURL: environment.baseUrl, extraHTTPHeaders: { 'x-maillage': '1' } }));
  }

  /** Signs in; someone of several communities has yet to choose one. */
  static async signIn(email: string, password: string): Promise<Door> {
    const door = await Door.open();
    await door.post('/api/session', { email, password });
    return door;
  }

  /** The answer, whatever it is. */
  ask(method: Method, path: string, data?: unknown): Promise<APIResponse> {
    return this.http.fetch(path, { method, ...(data === undefined ? {} : { data }), maxRedirects: 0 });
  }

  get<T>(path: string): Promise<T> {
    return this.done('GET', path);
  }

  post<T>(path: string, data: unknown = {}): Promise<T> {
    return this.done('POST', path, data);
  }

  put<T>(path: string, data: unknown): Promise<T> {
    return this.done('PUT', path, data);
  }

  /** Gives a browser this session: its pages are signed in. */
  async lend(context: BrowserContext): Promise<void> {
    const { cookies } = await this.http.storageState();
    await context.addCookies(cookies);
  }

  private async done<T>(method: Method, path: string, data?: unknown): Promise<T> {
    const answer = await this.ask(method, path, data);
    if (!answer.ok()) throw new Error(`${method} ${path} : ${answer.status()} ${await answer.text()}`);
    const body = await answer.text();
    return (body === '' ? undefined : JSON.parse(body)) as T;
  }
}
