import { domainErrorCodes } from '@maillage/domain/kernel';
import { httpProblemCodes } from '../http/problem';
import type { Schema } from './schema';

/** RFC 9457 problem details, as every refusal is answered. */
export const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457 problem details: every refusal is answered so.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: [...httpProblemCodes, ...domainErrorCodes].sort() },
    detail: { type: 'string', description: 'What happened, in French.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule', 'message'],
        properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string', description: 'In French.' } },
      },
    },
    meta: { type: 'object', additionalProperties: true },
  },
};
