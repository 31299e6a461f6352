import { formatDay, formatNumber, formatPeriod, french, plural, type Day, type Period } from '@maillage/domain/kernel';

/** A value asked for, as the message says it. */
export interface AskedValue {
  indicatorId: string;
  name: string;
  evidenceExpected: string | null;
  period: Period;
  dueOn: Day;
}

/** What a reminder is written from. */
export interface ReminderFacts {
  /** « CPTS du Giennois-Berry ». */
  community: string;
  demo: boolean;
  today: Day;
  values: readonly AskedValue[];
  /** Who asked for it; null when it leaves by itself. */
  askedBy: string | null;
  /** Who answers questions. */
  contact: { name: string; email: string } | null;
  /** Where the product answers, without a final slash. */
  address: string;
}

const counted = (count: number): string => `${formatNumber(count)} ${plural(count, 'valeur')}`;

/** « 3 valeurs attendues » */
const awaited = (count: number): string => `${counted(count)} ${plural(count, 'attendue')}`;

/** Where the values of a period are given; at the line of the only one. */
function entryAddress(address: string, periodKey: string, values: readonly AskedValue[]): string {
  const [only] = values.length === 1 ? values : [];
  return `${address}/indicateurs/saisie?periode=${encodeURIComponent(periodKey)}${only ? `&indicateur=${only.indicatorId}` : ''}`;
}

/** The values of each period, the first due before. */
function byPeriod(values: readonly AskedValue[]): AskedValue[][] {
  const groups = new Map<string, AskedValue[]>();
  for (const value of values) groups.set(value.period.key, [...(groups.get(value.period.key) ?? []), value]);
  return [...groups.values()].sort(([a], [b]) => ((a?.dueOn ?? '') < (b?.dueOn ?? '') ? -1 : 1));
}

function paragraph(values: readonly AskedValue[], { today, address }: ReminderFacts): string[] {
  const [first] = values;
  if (!first) return [];
  const { period, dueOn } = first;
  const due = dueOn >= today ? `à donner avant le ${formatDay(dueOn)}` : `${plural(values.length, 'attendue')} depuis le ${formatDay(dueOn)}`;
  return [
    '',
    french(`${formatPeriod(period)}, ${due} :`),
    ...values.map(({ name, evidenceExpected }) => french(`- ${name}${evidenceExpected ? ` (preuve attendue : ${evidenceExpected})` : ''}`)),
    entryAddress(address, period.key, values),
  ];
}

/** The one message a person gets about what they owe: short, in plain text, saying who sends it and why, with where to answer. */
export function reminderMail(facts: ReminderFacts): { subject: string; text: string } {
  const { community, demo, values, askedBy, contact } = facts;
  const groups = byPeriod(values);
  const [only] = groups.length === 1 ? groups : [];
  const what = only?.[0] ? `${awaited(values.length)} pour ${formatPeriod(only[0].period).replace(/\s*\(.*\)$/, '')}` : awaited(values.length);
  const asks = askedBy ? `${askedBy}, pour ${community}, vous demande ${counted(values.length)}.` : `${community} attend de vous ${counted(values.length)}.`;
  const lines = [
    'Bonjour,',
    '',
    french(asks),
    ...groups.flatMap((group) => paragraph(group, facts)),
    '',
    french('Ouvrez l’adresse, connectez-vous : la page de saisie s’affiche. Une photo de la feuille d’émargement suffit comme preuve.'),
    french('S’il n’y a pas de valeur pour cette période, dites-le sur la même page avec la raison : les rappels s’arrêtent aussi.'),
    ...(contact ? ['', french(`Une question ? ${contact.name}, ${contact.email}. Vous pouvez répondre à ce message.`)] : []),
    ...(demo ? ['', french('Attention : données de démonstration, inventées.')] : []),
    '',
    french(`Vous recevez ce message${askedBy ? '' : ' automatique'} parce que ${community} vous a confié ces indicateurs dans Maillage.`),
    '— Maillage',
  ];
  return { subject: french(`${demo ? '[Démonstration] ' : ''}${what}, ${community}`), text: `${lines.join('\n')}\n` };
}
