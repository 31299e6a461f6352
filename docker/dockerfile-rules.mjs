// What we ask of a Dockerfile beyond its grammar (which dockerfile-utils checks).
import { validate } from 'dockerfile-utils';

/** The faults of a Dockerfile, in French, with their line; `exists(path)` says whether a path of the project exists. */
export function dockerfileFaults(text, exists) {
  const grammar = validate(text).map(({ message, range }) => `ligne ${range.start.line + 1} : ${message}`);
  return [...grammar, ...ruleFaults(instructions(text), exists)];
}

/** The instructions of a Dockerfile, continued lines joined. */
export function instructions(text) {
  const joined = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  return joined.split('\n').map((line) => /^\s*([A-Za-z]+)\s+(.*)$/.exec(line)).filter(Boolean).map(([, word, rest]) => ({ word: word.toUpperCase(), rest: rest.trim() }));
}

function ruleFaults(list, exists) {
  const faults = [];
  const stages = list.filter(({ word }) => word === 'FROM');
  const defaults = new Map(list.filter(({ word }) => word === 'ARG').map(({ rest }) => rest.split('=', 2)));
  for (const { rest } of stages) {
    const image = rest.split(/\s+/)[0].replace(/\$\{(\w+)\}/g, (whole, name) => defaults.get(name) ?? whole);
    if (!/:[\w.-]+$/.test(image) || image.endsWith(':latest')) faults.push(`image sans version : ${image}`);
  }
  const last = list.slice(list.lastIndexOf(stages.at(-1)));
  const user = last.filter(({ word }) => word === 'USER').at(-1)?.rest;
  if (!user || /^(root|0)(:|$)/.test(user)) faults.push('le programme tournerait en root : USER manque dans la dernière étape');
  if (!last.some(({ word }) => word === 'HEALTHCHECK')) faults.push('HEALTHCHECK manque dans la dernière étape');
  for (const { word, rest } of list) {
    if (word === 'ADD') faults.push(`ADD ${rest} : COPY suffit et ne surprend pas`);
    if (word === 'MAINTAINER') faults.push('MAINTAINER n’existe plus');
    if (word === 'RUN' && /\bsudo\b/.test(rest)) faults.push(`sudo dans une image : ${rest}`);
    if (word === 'RUN' && /apt-get install/.test(rest) && !/--no-install-recommends/.test(rest)) faults.push(`apt-get install sans --no-install-recommends : ${rest}`);
    if (word === 'RUN' && /\bnpm (i|install)\b/.test(rest)) faults.push(`npm install ne suit pas package-lock.json : ${rest}`);
    if (['CMD', 'ENTRYPOINT'].includes(word) && !rest.startsWith('[')) faults.push(`${word} hors de la forme JSON : les signaux n’arriveraient pas`);
    if (['ENV', 'ARG'].includes(word) && /(PASSWORD|SECRET|TOKEN)\w*=\S/.test(rest)) faults.push(`secret dans l’image : ${rest.split('=')[0]}`);
    if (word === 'COPY' && !rest.includes('--from=')) faults.push(...absent(rest, exists));
  }
  return faults;
}

function absent(rest, exists) {
  const sources = rest.split(/\s+/).filter((part) => !part.startsWith('--')).slice(0, -1);
  return sources.filter((source) => !exists(source)).map((source) => `COPY ${source} : ce chemin n’existe pas dans le projet`);
}
