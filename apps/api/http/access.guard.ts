import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@maillage/domain/kernel';
import { actorOf, PAGE_HEADER, pageStamp, requireRight } from '@maillage/domain/identity';
import { Sessions } from '@maillage/features/identity';
import { addLogFields } from '@maillage/platform';
import { ACCESS, type Access, type SignedRequest } from './access';
import { HttpProblem } from './problem';
import { SessionCookie } from './session-cookie';

/** Turns the session cookie into a person; refuses who lacks the right the route names, and a page that shows another person or community. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access.`);
    if (access.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<SignedRequest>();
    const token = this.cookie.read(request);
    const signedIn = token === null ? null : await this.sessions.open(token);
    if (signedIn === null) throw new DomainError('signed-out');
    request.signedIn = signedIn;
    if (signedIn.communityId !== null) addLogFields({ communityId: signedIn.communityId });
    const shown = request.headers[PAGE_HEADER];
    if (shown !== undefined && shown !== pageStamp(signedIn)) throw new HttpProblem('page-outdated');
    if (access.kind === 'right') requireRight(actorOf(signedIn), access.right);
    return true;
  }
}
