import { ROLE_LABELS, type GrantableRole, type LinkKind } from '@maillage/domain/identity';
import { formatInstant, french } from '@maillage/domain/kernel';

/** What the e-mail of a link says. */
export interface LinkMailFacts {
  readonly kind: LinkKind;
  readonly url: string;
  readonly expiresAt: Date;
  /** The zone its end is told in: the community's, or that of Paris. */
  readonly timeZone: string;
  /** « CPTS du Giennois-Berry »; null for a reset. */
  readonly community: string | null;
  readonly role: GrantableRole | null;
  readonly invitedBy: string | null;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Parts {
  subject: string;
  lines: string[];
  button: string;
  end: string[];
}

function parts({ kind, expiresAt, timeZone, community, role, invitedBy }: LinkMailFacts): Parts {
  const end = `Ce lien sert une seule fois, jusqu'au ${formatInstant(expiresAt, timeZone)}${community === null ? ' (heure de Paris)' : ''}.`;
  if (kind === 'password-reset') {
    return {
      subject: 'Choisir un nouveau mot de passe Maillage',
      lines: ['Bonjour,', 'Vous avez demandé à choisir un nouveau mot de passe pour Maillage, l\'outil de pilotage de votre CPTS.'],
      button: 'Choisir un nouveau mot de passe',
      end: [end, 'Vous n\'avez rien demandé ? Ignorez ce message : votre mot de passe ne change pas.'],
    };
  }
  return {
    subject: `Invitation à rejoindre ${community ?? 'une communauté'} sur Maillage`,
    lines: [
      'Bonjour,',
      `${invitedBy ?? 'L\'hébergeur de Maillage'} vous invite à rejoindre ${community ?? 'une communauté'} sur Maillage, l'outil de pilotage de son projet de santé.`,
      ...(role ? [`Votre rôle : ${ROLE_LABELS[role]}.`] : []),
    ],
    button: 'Accepter l\'invitation',
    end: [end, 'Vous ne vous attendiez pas à cette invitation ? Ignorez ce message.'],
  };
}

/** The e-mail of a link: short, French, whole in plain text, the same in simple HTML. */
export function linkMail(facts: LinkMailFacts): { subject: string; text: string; html: string } {
  const { subject, lines, button, end } = parts(facts);
  const text = [...lines.map(french), `${french(`${button} :`)}\n${facts.url}`, ...end.map(french), '— Maillage'].join('\n\n');
  const paragraph = (line: string): string => `<p style="margin:0 0 16px">${escaped(french(line))}</p>`;
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(french(subject))}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2933;background:#ffffff"><div style="max-width:560px">
${lines.map(paragraph).join('\n')}
<p style="margin:0 0 16px"><a href="${escaped(facts.url)}" style="display:inline-block;padding:12px 20px;background:#0f5c65;color:#ffffff;text-decoration:none;border-radius:6px">${escaped(french(button))}</a></p>
<p style="margin:0 0 16px;font-size:14px">${escaped(french('Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :'))}<br>${escaped(facts.url)}</p>
${end.map(paragraph).join('\n')}
<p style="margin:0">— Maillage</p>
</div></body></html>`;
  return { subject: french(subject), text, html };
}
