import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiDocument, Schema } from '../openapi/schema';
import { foreign, type ForeignMaker } from './foreign';
import { sampleOf } from './sample';

/** A route of the API, as the document has it. */
export interface Route {
  /** `PATCH /api/access/members/{personId}`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly string[];
  /** `public`, `signed-in`, or the right it needs. */
  readonly access: string;
  /** A body it accepts, and how it is sent. */
  readonly body: object | undefined;
  readonly takesFile: boolean;
  /** Query parameters it cannot do without. */
  readonly query: Readonly<Record<string, string>>;
}

const bodies: Readonly<Record<string, object>> = Object.assign({}, ...foreign.map(({ bodies: each }) => each ?? {}));
const makers: Readonly<Record<string, ForeignMaker>> = Object.assign({}, ...foreign.map((each) => each.makers ?? {}));
const common = new Set(foreign.flatMap((each) => Object.keys(each.common ?? {})));

/** The maker of a path parameter; undefined for one that names nothing of a community; an error for one nobody declared. */
export function makerOf(parameter: string): ForeignMaker | undefined {
  if (common.has(parameter)) return undefined;
  const maker = makers[parameter];
  if (!maker) throw new Error(`Path parameter « ${parameter} » has no maker: declare it in apps/api/testing/foreign/.`);
  return maker;
}

/** The document of the API, as it is committed. */
export const committedDocument = (): ApiDocument =>
  JSON.parse(readFileSync(path.resolve(__dirname, '../../../libs/api-client/openapi.json'), 'utf8')) as ApiDocument;

/** Every route of the committed document. */
export function everyRoute(): Route[] {
  const document = committedDocument();
  return Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([verb, operation]): Route => {
      const method = verb.toUpperCase() as Route['method'];
      const name = `${method} ${address}`;
      const content = (operation['requestBody'] as { content?: Record<string, { schema: Schema }> } | undefined)?.content;
      const json = content?.['application/json']?.schema;
      const body = bodies[name] ?? (json ? (sampleOf(json, document.components.schemas) as object) : undefined);
      const parameters = operation.parameters ?? [];
      return {
        name,
        method,
        path: address,
        parameters: parameters.filter((each) => each.in === 'path').map((each) => each.name),
        access: String(operation['x-access']),
        body,
        takesFile: content?.['multipart/form-data'] !== undefined,
        query: Object.fromEntries(
          parameters
            .filter((each) => each.in === 'query' && each.required)
            .map((each) => [each.name, String(sampleOf(each.schema, document.components.schemas))]),
        ),
      };
    }),
  );
}
