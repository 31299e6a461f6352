import { formatBytes, formatNumber, french, plural } from '@maillage/domain/kernel';
import { differenceSummary, type ReportSnapshot, type SnapshotDifference } from '@maillage/domain/reports';
import type { MailMessage } from '@maillage/platform';
import type { CheckedDocument } from './sealed-documents';
import { formatLabels } from './rendered';

/** What the message to a recipient is made from. */
export interface ReportToMail {
  snapshot: ReportSnapshot;
  documents: readonly CheckedDocument[];
  /** What version 2 changes; null for a first version. */
  differences: readonly SnapshotDifference[] | null;
  /** Who answers questions: name and address. */
  contact: { name: string; email: string } | null;
  /** Hash of the link of the chain. */
  sealHash: string;
}

const mostDifferences = 20;

/** The message that carries a report: short, in plain text, saying who sends it and why; its three files with it. */
export function reportMail(report: ReportToMail, to: { name: string; email: string; messageId: string }): MailMessage {
  return {
    to: to.email,
    messageId: to.messageId,
    subject: subjectOf(report.snapshot),
    text: textOf(report, to.name),
    attachments: report.documents.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType, content: bytes })),
    ...(report.contact ? { replyTo: report.contact.email } : {}),
  };
}

function subjectOf({ report, community, demo }: ReportSnapshot): string {
  const version = report.version === 1 ? '' : `, version ${report.version}`;
  return french(`${demo ? '[Démonstration] ' : ''}${report.kindLabel} ${report.periodLabel}, ${community.title} (n° ${report.number}${version})`);
}

function textOf({ snapshot, documents, differences, contact, sealHash }: ReportToMail, recipient: string): string {
  const { report, community, summary, demo } = snapshot;
  const files = documents.map(({ format, name, size }) => `- ${formatLabels[format]} : ${name} (${formatBytes(size)})`);
  const lines = [
    'Bonjour,',
    '',
    `${community.title} adresse à ${recipient} son ${report.kindLabel.toLocaleLowerCase('fr')} : ${report.periodLabel}, n° ${report.number}, version ${report.version}.`,
    ...(demo ? ['', 'Attention : données de démonstration, inventées.'] : []),
    ...(report.version > 1 ? ['', ...correction(differences)] : []),
    '',
    `${counted(summary.missions, 'mission')}, ${counted(summary.actions, 'action')}, ${counted(summary.indicators, 'indicateur')}, dont ${counted(summary.valuesGiven, 'renseigné')} et ${counted(summary.valuesValidated, 'validé')}.`,
    '',
    'Pièces jointes, issues des mêmes données figées :',
    ...files,
    '',
    ...(contact ? [`Votre contact : ${contact.name}, ${contact.email}. Vous pouvez répondre à ce message.`, ''] : []),
    `Vous recevez ce message parce que ${community.title} vous a inscrit comme destinataire de ses rapports dans Maillage.`,
    `Empreinte du rapport : ${sealHash}`,
  ];
  return `${french(lines.join('\n'))}\n`;
}

const counted = (count: number, one: string): string => `${formatNumber(count)} ${plural(count, one)}`;

function correction(differences: ReportToMail['differences']): string[] {
  const listed = differences ?? [];
  const more = listed.length > mostDifferences ? [`- et ${listed.length - mostDifferences} autres, dans le rapport.`] : [];
  return ['Cette version corrige la précédente et la remplace.', differenceSummary(listed), ...listed.slice(0, mostDifferences).map(({ text }) => `- ${text}`), ...more];
}
