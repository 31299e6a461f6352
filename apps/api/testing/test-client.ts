import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What the API answered. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A browser with its cookies; writes carry the header the page sends. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookies: Record<string, string> = {},
  ) {}

  get<T = unknown>(url: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('GET', url, undefined, headers);
  }

  post<T = unknown>(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('POST', url, body, headers);
  }

  put<T = unknown>(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('PUT', url, body, headers);
  }

  patch<T = unknown>(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.call<T>('PATCH', url, body, headers);
  }

  delete<T = unknown>(url: string, headers: Record<string, string> = {}, body?: object): Promise<Answer<T>> {
    return this.call<T>('DELETE', url, body, headers);
  }

  /** Sends one file, as a form does. */
  upload<T = unknown>(
    url: string,
    file: { name: string; type: string; bytes: Buffer },
    fields: Record<string, string> = {},
    method: Method = 'POST',
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const boundary = '----maillage-essai';
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const head = Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`);
    const payload = Buffer.concat([...parts, head, file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.call<T>(method, url, payload, { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers });
  }

  private async call<T>(method: Method, url: string, payload: object | Buffer | undefined, headers: Record<string, string>): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url,
      headers: { ...(method === 'GET' ? {} : { 'x-maillage': '1' }), ...headers },
      cookies: this.cookies,
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') delete this.cookies[name];
      else this.cookies[name] = value;
    }
    const type = String(response.headers['content-type'] ?? '');
    const body: unknown = /json/.test(type) && response.payload !== '' ? JSON.parse(response.payload) : response.payload;
    return { status: response.statusCode, body: body as T, text: response.payload, bytes: response.rawPayload, headers: response.headers };
  }
}
