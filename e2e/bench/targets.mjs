// What the product promises: floor and aim of each measure. A ratio is to the reference measured in the same run.

const x = (floor, aim, better = 'higher') => ({ unit: '×', floor, aim, better });

/** Floors and aims by code. */
export const targets = {
  'P1': { what: 'Tableau de bord, face au plafond', ...x(0.5, 0.7) },
  'P2': { what: 'Le même, rien n’ayant changé (requête conditionnelle), face au plafond', ...x(1.5, 3) },
  'P3': { what: 'Tableaux de bord par seconde, face à Directus (déduit du plafond)', ...x(10, 25) },
  'P4': { what: '95e centile à 32 connexions, face à celui du plafond', ...x(2, 1.4, 'lower') },
  'P5': { what: 'Médiane à 3 200 communautés, face à 100', ...x(1.2, 1.05, 'lower') },
  'P6': { what: 'Page ou liste, face à son SQL direct', ...x(5, 2, 'lower') },
  'P8': { what: 'Rapports, chaîne entière face au seul rendu', ...x(1.25, 1.1, 'lower') },
  'P9': { what: 'PDF balisé + XLSX + JSON, face à un PDF simple', ...x(2.5, 1.5, 'lower') },
  'P10': { what: 'Mémoire du service des tâches, au plus haut', unit: 'Mo', floor: 400, aim: 250, better: 'lower' },
  'P11': { what: 'Import d’un tableau de valeurs, face à COPY des mêmes lignes', ...x(1.6, 1.3, 'lower') },
  'P11 API': { what: '95e centile du tableau de bord pendant un import', ...x(2, 1.2, 'lower') },
  'P13 JS': { what: 'JavaScript de la page (gzip)', unit: 'ko', floor: 200, aim: 130, better: 'lower' },
  'P13 LCP': { what: 'Plus grand élément affiché, processeur ralenti 4 fois', unit: 's', floor: 2.5, aim: 1.2, better: 'lower' },
  'P13 INP': { what: 'Réponse à un clic, processeur ralenti 4 fois', unit: 'ms', floor: 200, aim: 100, better: 'lower' },
  'P13 CLS': { what: 'Décalages de la page', unit: '', floor: 0.1, aim: 0, better: 'lower' },
  'P14': { what: '95e centile du tableau de bord pendant 20 connexions de personnes par seconde', ...x(1.5, 1.1, 'lower') },
};

/** A measure of the table: the target's words and limits, `detail` in plain words, and what was measured. */
export const measured = (code, spread, detail = '', more = {}) => ({ code, ...targets[code], ...spread, detail, ...more });

/** A figure told for information. */
export const told = (what, unit, spread, detail = '') => ({ code: '', what, unit, ...spread, detail });
