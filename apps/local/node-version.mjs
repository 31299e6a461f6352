// Read before anything else, even by a Node.js far too old: nothing modern in this file.
import process from 'process';

/** True when this Node.js can run the project; otherwise says what to do. */
export function nodeIsRecentEnough(version) {
  const parts = String(version || process.versions.node).split('.');
  const major = Number(parts[0]);
  const minor = Number(parts[1]);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Says in French why the project cannot start here, or nothing. */
export function refusal(version, platform) {
  if (!nodeIsRecentEnough(version)) {
    return (
      'Maillage demande Node.js 20.19 ou plus récent\u202f; cette machine a la version ' + version + '.\n' +
      'Installez la version LTS depuis https://nodejs.org (ou «\u00a0nvm install --lts\u00a0»), puis relancez la même commande.'
    );
  }
  if (platform === 'win32') {
    return (
      'Sous Windows, Maillage se lance dans WSL\u00a0: ouvrez PowerShell, tapez «\u00a0wsl --install\u00a0», ' +
      'puis relancez la même commande dans la fenêtre Ubuntu.'
    );
  }
  return '';
}

/** Runs `main` (which returns a promise) when this machine can; a sentence and exit code 1 otherwise, and when it fails. */
export function onGoodNode(main) {
  const sentence = refusal(process.versions.node, process.platform);
  if (sentence) {
    console.error(sentence);
    process.exitCode = 1;
    return;
  }
  main().catch(function (error) {
    process.exitCode = 1;
    return import('./trouble.mjs').then(function (module) {
      console.error(module.sentenceOf(error));
    });
  });
}
