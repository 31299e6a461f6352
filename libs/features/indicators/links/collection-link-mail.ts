import { type Day, formatDay, french } from '@maillage/domain/kernel';

/** The address of a link: its secret is after « # », where no server and no log ever sees it. */
export const collectionAddress = (publicUrl: string, token: string): string => `${publicUrl}/collecte#${token}`;

/** What the e-mail of a collection link says. */
export interface CollectionLinkMailFacts {
  url: string;
  /** « CPTS du Giennois-Berry ». */
  community: string;
  /** Who asks; null when they left. */
  askedBy: string | null;
  recipient: string;
  /** Names of the indicators asked. */
  indicators: readonly string[];
  expiresOn: Day;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The e-mail of a collection link: short, French, whole in plain text, the same in simple HTML. */
export function collectionLinkMail({ url, community, askedBy, recipient, indicators, expiresOn }: CollectionLinkMailFacts): { subject: string; text: string; html: string } {
  const subject = french(`${community} : vos chiffres à transmettre`);
  const intro = [
    'Bonjour,',
    `${askedBy ? `${askedBy}, pour ${community},` : community} demande à ${recipient} ${indicators.length < 2 ? 'le chiffre suivant' : 'les chiffres suivants'} :`,
  ].map(french);
  const end = [
    'Aucun compte n\'est nécessaire, une minute suffit. N\'envoyez que des nombres et des feuilles de présence : aucune donnée de patient.',
    `Ce lien vous est personnel. Il fonctionne jusqu'au ${formatDay(expiresOn)} ; ne le transmettez pas hors de votre équipe.`,
    `Une question ? Adressez-vous à ${askedBy ? `${askedBy}, ` : ''}${community}.`,
  ].map(french);
  const text = [...intro, indicators.map((name) => `- ${name}`).join('\n'), `${french('Transmettre vos chiffres :')}\n${url}`, ...end, '— Maillage'].join('\n\n');
  const paragraph = (line: string): string => `<p style="margin:0 0 16px">${escaped(line)}</p>`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2933;background:#ffffff"><div style="max-width:560px">
${intro.map(paragraph).join('\n')}
<ul style="margin:0 0 16px">${indicators.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>
<p style="margin:0 0 16px"><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;background:#0f5c65;color:#ffffff;text-decoration:none;border-radius:6px">Transmettre vos chiffres</a></p>
<p style="margin:0 0 16px;font-size:14px">${escaped(french('Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :'))}<br>${escaped(url)}</p>
${end.map(paragraph).join('\n')}
<p style="margin:0">— Maillage</p>
</div></body></html>`;
  return { subject, text, html };
}
