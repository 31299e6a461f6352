import { formatDay, formatNumber, formatPeriod, french, groupBy, plural, type Day, type Period } from '@maillage/domain/kernel';

/** A value asked for, as the message says it. */
export interface AskedValue {
  indicatorId: string;
  name: string;
  evidenceExpected: string | null;
  /** Why it was sent back; null for a value never given. */
  remark: string | null;
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

/** The values of each period, the first due before; those sent back apart, before the others. */
function byPeriod(values: readonly AskedValue[]): AskedValue[][] {
  const groups = groupBy(values, ({ period, dueOn, remark }) => `${period.key} ${remark === null ? dueOn : 'returned'}`);
  const rank = ([first]: AskedValue[]): string => `${first?.remark === null ? 1 : 0} ${first?.dueOn}`;
  return [...groups.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function said({ name, evidenceExpected, remark }: AskedValue): string[] {
  if (remark !== null) return [`- ${name}`, `  Remarque : ${remark}`].map(french);
  return [french(`- ${name}${evidenceExpected ? ` (preuve attendue : ${evidenceExpected})` : ''}`)];
}

function paragraph(values: readonly AskedValue[], { today, address }: ReminderFacts): string[] {
  const [first] = values;
  if (!first) return [];
  const { period, dueOn, remark } = first;
  const due = dueOn >= today ? `à donner au plus tard le ${formatDay(dueOn)}` : `${plural(values.length, 'attendue')} depuis le ${formatDay(dueOn)}`;
  return ['', french(`${formatPeriod(period)}, ${remark === null ? due : 'à corriger'} :`), ...values.flatMap(said), entryAddress(address, period.key, values)];
}

/** Who asks for what, in one sentence. */
function asking({ community, askedBy, values }: ReminderFacts, back: number): string {
  const who = askedBy ? `${askedBy}, pour ${community},` : community;
  if (back === values.length) return askedBy ? `${who} vous renvoie ${counted(back)} à corriger.` : `${who} attend de vous la correction de ${counted(back)}.`;
  const part = back > 0 ? `, dont ${formatNumber(back)} à corriger` : '';
  return `${who} ${askedBy ? 'vous demande' : 'attend de vous'} ${counted(values.length)}${part}.`;
}

/** The one message a person gets about what they owe: short, in plain text, saying who sends it and why, with where to answer. */
export function reminderMail(facts: ReminderFacts): { subject: string; text: string } {
  const { community, demo, values, askedBy, contact } = facts;
  const groups = byPeriod(values);
  const [only] = groups.length === 1 ? groups : [];
  const back = values.filter(({ remark }) => remark !== null).length;
  const asked = back === values.length ? `${counted(back)} à corriger` : `${awaited(values.length)}${back > 0 ? `, dont ${formatNumber(back)} à corriger` : ''}`;
  const what = only?.[0] ? `${asked} pour ${formatPeriod(only[0].period).replace(/\s*\(.*\)$/, '')}` : asked;
  const asks = asking(facts, back);
  const lines = [
    'Bonjour,',
    '',
    french(asks),
    ...groups.flatMap((group) => paragraph(group, facts)),
    '',
    french('Ouvrez l’adresse, connectez-vous : la page de saisie s’affiche. Une photo de la feuille d’émargement suffit comme preuve.'),
    back > 0
      ? french('Corrigez la valeur, ou ajoutez ce qui manque, puis envoyez-la : les rappels s’arrêtent.')
      : french('S’il n’y a pas de valeur pour cette période, dites-le sur la même page avec la raison : les rappels s’arrêtent aussi.'),
    ...(contact ? ['', french(`Une question ? ${contact.name}, ${contact.email}. Vous pouvez répondre à ce message.`)] : []),
    ...(demo ? ['', french('Attention : données de démonstration, inventées.')] : []),
    '',
    french(`Vous recevez ce message${askedBy ? '' : ' automatique'} parce que ${community} vous a confié ces indicateurs dans Maillage.`),
    '— Maillage',
  ];
  return { subject: french(`${demo ? '[Démonstration] ' : ''}${what}, ${community}`), text: `${lines.join('\n')}\n` };
}
