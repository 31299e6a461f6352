import path from 'node:path';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';

const root = path.resolve(__dirname, '../../..');
const api = path.join(root, 'apps/api');

type Collected = Record<string, [ts.CallExpression, Record<string, ts.Expression | Record<string, ts.Expression>>][]>;

const isNode = (value: object): value is ts.Expression => 'kind' in value;

function asExpression(value: ts.Expression | Record<string, ts.Expression>): ts.Expression {
  if (isNode(value)) return value;
  return ts.factory.createObjectLiteralExpression(
    Object.entries(value).map(([name, member]) => ts.factory.createPropertyAssignment(ts.factory.createStringLiteral(name), asExpression(member))),
  );
}

/** What the types of the controllers and input classes say, as the loader of @nestjs/swagger takes it. */
export function readTypes(): () => Promise<Record<string, unknown>> {
  const program = ReadonlyVisitor.createTsProgram(path.join(api, 'tsconfig.json'));
  const visitor = new ReadonlyVisitor({ pathToSource: api, introspectComments: true, classValidatorShim: false, skipDefaultValues: true });
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visitor.visit(program as never, file as never);

  const collected = visitor.collect() as unknown as Collected;
  refuseTwins(collected);

  const printer = ts.createPrinter();
  const source = ts.createSourceFile('metadata.ts', '', ts.ScriptTarget.Latest);
  const print = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, source);
  const parts = Object.entries(collected).map(([part, files]) => {
    const lines = files.map(([load, classes]) => `[${print(load)}, ${print(asExpression(classes as Record<string, ts.Expression>))}]`);
    return `${JSON.stringify(part)}: [${lines.join(',\n')}]`;
  });
  const imports = Object.entries(visitor.typeImports as Record<string, string>).map(([name, load]) => `[${JSON.stringify(name)}]: ${load}`);
  const code = `const t = {${imports.join(',\n')}};\nreturn { '@nestjs/swagger': {${parts.join(',\n')}} };`;
  return new Function('load', `return async () => {${ts.transpile(code.replaceAll('import(', 'load('), { target: ts.ScriptTarget.ES2022 })}};`)(
    (file: string) => import(path.resolve(api, file)) as Promise<unknown>,
  ) as () => Promise<Record<string, unknown>>;
}

/** Two classes of one name would be one schema: the second would silently win. */
function refuseTwins({ models = [] }: Collected): void {
  const names = models.flatMap(([, classes]) => Object.keys(classes));
  const twins = names.filter((name, index) => names.indexOf(name) !== index);
  if (twins.length > 0) throw new Error(`Two input or answer classes have the same name: ${twins.join(', ')}.`);
}
