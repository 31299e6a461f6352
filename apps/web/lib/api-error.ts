import { shellText } from '../messages/shell';

/** RFC 9457 problem details as our API writes them. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  /** With `edited-meanwhile`: who, when, and the state now kept by the server. */
  meta?: Record<string, unknown>;
  /** Names the request in the server's log. */
  requestId?: string;
}

/** What another person saved while this one was typing. */
export interface EditedMeanwhile<T = Record<string, unknown>> {
  who: string | null;
  when: string | null;
  /** The one to write over; 0 for an act that is not made over a revision. */
  revision: number;
  current: T;
}

/** A request that did not succeed, with a French sentence ready to show. `status` 0 means that no answer came. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly problem: Problem = {},
  ) {
    super(sentence);
    this.name = 'ApiError';
  }

  /** Sentences for fields of the form, by path. */
  get fieldErrors(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ path, message }) => [path, message]));
  }

  get isNetwork(): boolean {
    return this.status === 0;
  }

  /** Absent, or of another community. Not named `isNotFound`: the router takes any error so named for its own, and drops the frame. */
  get isAbsent(): boolean {
    return this.status === 404;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }

  /** The session has gone to another community, or another person, in another tab. */
  get isPageOutdated(): boolean {
    return this.code === 'page-outdated';
  }
}

/** The typed error behind an answer's body. */
export function errorFromAnswer(response: Response, body: unknown): ApiError {
  const problem: Problem = body && typeof body === 'object' ? body : {};
  const code = problem.code ?? `http-${response.status}`;
  const requestId = problem.requestId ?? response.headers.get('x-request-id') ?? undefined;
  const fallback = response.status === 429 ? shellText.errors.tooMany : shellText.errors.unexpected;
  return new ApiError(response.status, code, problem.detail ?? fallback, { ...problem, requestId });
}

/** When no answer came at all: cable, server stopped, request cut. */
export function networkError(): ApiError {
  return new ApiError(0, 'network', shellText.errors.networkWhat);
}

/** The other version when `error` says that somebody edited the same thing; otherwise null. */
export function editedMeanwhile<T = Record<string, unknown>>(error: unknown): EditedMeanwhile<T> | null {
  if (!(error instanceof ApiError) || error.status !== 409 || error.code !== 'edited-meanwhile') return null;
  const meta = error.problem.meta ?? (error.problem as Record<string, unknown>);
  const { who, when, revision, current } = meta as { who?: unknown; when?: unknown; revision?: unknown; current?: unknown };
  return {
    who: typeof who === 'string' ? who : null,
    when: typeof when === 'string' ? when : null,
    revision: typeof revision === 'number' ? revision : 0,
    current: (current ?? {}) as T,
  };
}

/** A sentence for any error, ours or not. */
export function errorSentence(error: unknown): string {
  return error instanceof ApiError ? error.message : shellText.errors.unexpected;
}
