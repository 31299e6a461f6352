// The pages of the mail catcher: plain HTML, readable by anyone, nothing executed.

const style = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.4rem; } a { color: light-dark(#0b5c6b, #7fd4e3); }
  .hint { opacity: .75; } ul.list { list-style: none; padding: 0; border-top: 1px solid var(--line); }
  ul.list li { border-bottom: 1px solid var(--line); padding: .75rem 0; }
  ul.list a { display: inline-block; min-height: 1.75rem; font-weight: 600; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; font: inherit; }
  iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }
`;

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value) => String(value ?? '').replace(/[&<>"']/g, (sign) => escapes[sign]);

function page(title, body) {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}

/** The list of messages. */
export function listPage(messages) {
  const hint = '<p class="hint">Aucun de ces messages n’a quitté cette machine. <a href="/">Actualiser la liste</a></p>';
  const list = messages.length
    ? `<ul class="list">${messages.map(line).join('')}</ul>`
    : '<p>Aucun message pour l’instant. Invitez quelqu’un, demandez un nouveau mot de passe ou envoyez un rapport : le message arrivera ici.</p>';
  return page('Messages interceptés', `<main><h1>Messages interceptés (${messages.length})</h1>${hint}${list}</main>`);
}

function line(message) {
  const count = message.attachments.length;
  const files = count ? ` · ${count} pièce${count > 1 ? 's' : ''} jointe${count > 1 ? 's' : ''}` : '';
  return `<li><a href="/messages/${text(message.id)}">${text(message.subject || '(sans objet)')}</a><br><span class="hint">${text(when(message.envelope.receivedAt))} · pour ${text(message.envelope.to.join(', '))}${files}</span></li>`;
}

/** One message. */
export function messagePage(message) {
  const rows = [
    ['De', message.from],
    ['Pour', message.envelope.to.join(', ')],
    ['Reçu le', when(message.envelope.receivedAt)],
  ];
  const files = message.attachments.map(
    (part) => `<li><a href="/messages/${text(message.id)}/attachments/${part.index}" download>${text(part.name)}</a> <span class="hint">(${size(part.bytes.length)})</span></li>`,
  );
  return page(
    message.subject,
    `<main><p><a href="/">← Tous les messages</a></p><h1>${text(message.subject || '(sans objet)')}</h1>
     <dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${text(value)}</dd>`).join('')}</dl>
     ${files.length ? `<h2>Pièces jointes</h2><ul>${files.join('')}</ul>` : ''}
     <h2>Texte</h2><pre>${links(text(message.text || '(vide)'))}</pre>
     ${message.html ? `<h2>Mise en forme</h2><iframe sandbox title="Message mis en forme" src="/messages/${text(message.id)}/html"></iframe>` : ''}
     <p><a href="/messages/${text(message.id)}.eml" download>Message complet (.eml)</a></p></main>`,
  );
}

export function notFoundPage() {
  return page('Introuvable', '<main><h1>Ce message n’existe pas ou plus</h1><p><a href="/">Tous les messages</a></p></main>');
}

function links(escaped) {
  return escaped.replace(/https?:\/\/[^\s<>]+[^\s<>.,;:)]/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`);
}

function when(iso) {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' });
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} octets` : `${(bytes / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 0 })} ko`;
}
