import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { ApiModule } from '../api.module';
import { ACCESS, type Access } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { constrain, constraintsOf } from './constraints';
import { problemSchema } from './problem-schema';
import { readTypes } from './read-types';
import { settled, type ApiDocument, type Operation, type Schema } from './schema';

const QUERY = 4;
const PARAM = 5;

interface RouteArgument {
  index: number;
  data?: unknown;
  pipes: unknown[];
}

const operationIdOf = (controller: string, method: string): string => {
  const area = controller.replace(/Controller$/, '');
  return `${area.charAt(0).toLowerCase()}${area.slice(1)}.${method}`;
};

/** The API as an OpenAPI 3.1 document: types from the classes, limits from class-validator, rights from the routes. */
export async function apiDocument(): Promise<ApiDocument> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, new FastifyAdapter(), { preview: true, abortOnError: false, logger: ['error'] });
  app.setGlobalPrefix('api');
  await SwaggerModule.loadPluginMetadata(readTypes());
  const info = new DocumentBuilder().setTitle('Maillage').setDescription('API de Maillage, le projet de santé d’une CPTS.').setVersion('1').build();
  const document = SwaggerModule.createDocument(app, info, { operationIdFactory: operationIdOf }) as unknown as ApiDocument;

  constrainSchemas(document);
  describeRoutes(app, document);
  document.components.schemas['ProblemDetails'] = problemSchema;
  const { paths, components } = document;
  return settled({ openapi: '3.1.0', info: document.info, paths, components }) as ApiDocument;
}

/** Adds the limits of the input classes to their schemas. */
function constrainSchemas(document: ApiDocument): void {
  const inputs = [...classesWithRules()];
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const input = inputs.find((each) => each.name === name);
    if (!input) continue;
    const properties = schema['properties'] as Record<string, Schema> | undefined;
    for (const [property, constraint] of constraintsOf(input)) {
      const known = properties?.[property];
      if (properties && known) properties[property] = constrain(known, constraint);
    }
  }
}

function classesWithRules(): Set<{ name: string }> {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, unknown> };
  return new Set([...storage.validationMetadatas.keys()].filter((target): target is { name: string } => typeof target === 'function'));
}

/** Adds to each route the right it needs, the limits of its parameters, and what its refusals look like. */
function describeRoutes(app: NestFastifyApplication, document: ApiDocument): void {
  const operations = new Map(Object.values(document.paths).flatMap((methods) => Object.values(methods)).map((each) => [each.operationId, each]));
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  for (const { metatype } of new DiscoveryService(app.get(ModulesContainer)).getControllers()) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name];
      const operation = operations.get(operationIdOf(metatype.name, name));
      if (typeof method !== 'function' || !operation) continue;
      const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [method, metatype]);
      operation['x-access'] = access?.kind === 'right' ? access.right : access?.kind;
      operation.responses['default'] = { description: 'Refus', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } } };
      const types = Reflect.getMetadata('design:paramtypes', prototype, name) as unknown[] | undefined;
      const routeArguments = Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, name) as Record<string, RouteArgument> | undefined;
      describeParameters(operation, types ?? [], routeArguments ?? {});
    }
  }
}

function describeParameters(operation: Operation, types: readonly unknown[], routeArguments: Record<string, RouteArgument>): void {
  for (const [key, argument] of Object.entries(routeArguments)) {
    const kind = Number(key.split(':')[0]);
    const type = types[argument.index];
    if (kind === QUERY && argument.data === undefined && typeof type === 'function') {
      const constraints = constraintsOf(type);
      for (const parameter of operation.parameters ?? []) parameter.schema = constrain(parameter.schema, constraints.get(parameter.name));
    }
    if (kind === PARAM && argument.pipes.includes(IdPipe)) {
      for (const parameter of operation.parameters ?? []) if (parameter.name === argument.data) parameter.schema = { type: 'string', format: 'uuid' };
    }
  }
}
