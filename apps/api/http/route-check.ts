import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type Access } from './access';

/** A route declares nothing: the application must not start. */
export class UndeclaredRoutes extends Error {
  constructor(readonly routes: readonly string[]) {
    super(`Ces routes ne disent pas qui peut les appeler (@Right, @Authenticated ou @Public)\u00a0: ${routes.join(', ')}.`);
  }
}

/** Refuses to start when a route names neither a right, nor `@Authenticated`, nor `@Public`. */
export function requireDeclaredRoutes(app: NestFastifyApplication): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const undeclared: string[] = [];
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      if (typeof method !== 'function') continue;
      const verb: unknown = Reflect.getMetadata(METHOD_METADATA, method);
      if (verb === undefined) continue;
      const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [method, metatype]);
      if (!access) undeclared.push(`${RequestMethod[verb as RequestMethod]} ${metatype.name}.${name}`);
    }
  }
  if (undeclared.length > 0) throw new UndeclaredRoutes(undeclared);
}
