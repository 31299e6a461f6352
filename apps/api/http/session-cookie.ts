import { Injectable } from '@nestjs/common';
import { Config } from '@maillage/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that carries the session's token: out of scripts' reach, never sent from another site, bound to this host when secure. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly secure: boolean;

  constructor(config: Config) {
    this.secure = config.COOKIE_SECURE;
    this.name = this.secure ? '__Host-maillage' : 'maillage';
  }

  /** The token of the request, if it has one that could be ours. */
  read(request: FastifyRequest): string | null {
    const token = request.cookies[this.name];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** Gives the browser a session's token. */
  write(reply: FastifyReply, token: string, expires: Date): void {
    reply.setCookie(this.name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure, expires });
  }

  /** Takes the token back. */
  clear(reply: FastifyReply): void {
    reply.clearCookie(this.name, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
