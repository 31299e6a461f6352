import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { actorOf, type Actor, type Right as RightName, type SignedIn } from '@maillage/domain/identity';
import type { FastifyRequest } from 'fastify';

/** What a route asks of whoever calls it. */
export type Access = { kind: 'public' } | { kind: 'signed-in' } | { kind: 'right'; right: RightName };

/** Metadata key of a route's access. */
export const ACCESS = 'maillage:access';

/** A request that passed the access guard. */
export interface SignedRequest extends FastifyRequest {
  signedIn?: SignedIn;
}

/** The route asks for a right in the current community. */
export const Right = (right: RightName): MethodDecorator & ClassDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'right', right });

/** Anyone may call the route. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'public' });

/** Any signed-in person may call the route, whether or not a community is chosen. */
export const Authenticated = (): MethodDecorator & ClassDecorator => SetMetadata<string, Access>(ACCESS, { kind: 'signed-in' });

const signedInOf = (context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedRequest>();
  if (!signedIn) throw new Error('The route is public: it has nobody to give.');
  return signedIn;
};

/** The person and community acting, on a route with `@Right`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(signedInOf(context)));

/** The signed-in person, on a route with `@Authenticated`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => signedInOf(context));
