/**
 * Lints texts as if they stood in the given files, without writing them.
 * Reads `[{ file, code }]` as JSON on standard input, prints the broken rules of each as `[[ruleId, …], …]`.
 */
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const eslint = new ESLint();
const broken = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push((result?.messages ?? []).map((message) => message.ruleId ?? message.message));
}
console.log(JSON.stringify(broken));
