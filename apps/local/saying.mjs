// What the commands say as they go: one line a step, and a sign of life with the seconds elapsed while one lasts.
import process from 'node:process';

const signOfLifeEvery = 10_000;

// A terminal closed while we stop must not prevent the rest from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export function say(line = '') {
  process.stdout.write(`${typographic(line)}\n`);
}

export function warn(line) {
  process.stderr.write(`${typographic(line)}\n`);
}

/** French spaces that do not break, put where the sentences of the code have ordinary ones. */
export function typographic(text) {
  return text
    .replace(/ ([;!?])(?=\s|$)/g, '\u202f$1')
    .replace(/ (:)(?=\s|$)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/(\d) (s|Mo|Go)\b/g, '$1\u00a0$2');
}

export function seconds(since) {
  const elapsed = (Date.now() - since) / 1000;
  return `${elapsed.toLocaleString('fr-FR', { maximumFractionDigits: elapsed < 10 ? 1 : 0 })} s`;
}

/**
 * Runs a step under its name: « Construction… », a line every ten seconds while it lasts, then how long it took.
 * `work` receives `tell(detail)` to change what the sign of life adds.
 */
export async function step(name, work, { hint = '' } = {}) {
  const start = Date.now();
  let detail = '';
  say(`• ${name}…${hint ? ` ${hint}` : ''}`);
  const timer = setInterval(() => say(`    toujours en cours (${seconds(start)})${detail ? ` : ${detail}` : ''}`), signOfLifeEvery);
  timer.unref();
  try {
    const result = await work((text) => {
      detail = text;
    });
    say(`  ✓ ${name} (${seconds(start)})`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
