import { french } from '@maillage/domain/kernel';
import type { ReportSnapshot } from '@maillage/domain/reports';
import { type Attachment, TaggedDocument } from '../pdf/document';
import { Flow } from '../pdf/flow';
import { drawActions } from './actions-section';
import { drawAnnex } from './annex';
import { snapshotHash } from './facts';
import { drawFirstPage } from './first-page';
import { drawMission } from './mission-section';
import { drawRunningHeads } from './running-heads';
import { frame } from './style';

/** The report as a tagged A4 PDF. The same snapshot gives the same bytes. */
export function renderPdf(snapshot: ReportSnapshot, attachments: readonly Attachment[] = []): Buffer {
  const { report, community, demo } = snapshot;
  const hash = snapshotHash(snapshot);
  const document = new TaggedDocument({
    title: `${report.kindLabel} ${report.periodLabel}, ${community.title}`,
    author: community.title,
    subject: french(`Rapport n° ${report.number}, version ${report.version}${demo ? ', données de démonstration' : ''}`),
    keywords: hash,
    createdAt: new Date(report.frozenAt),
  });
  const flow = new Flow(document, frame);
  const { root } = document;
  drawFirstPage(flow, root, snapshot);
  flow.breakPage();
  for (const mission of snapshot.missions) drawMission(flow, root, snapshot, mission);
  drawActions(flow, root, snapshot);
  drawAnnex(flow, root, snapshot, hash);
  drawRunningHeads(document, snapshot, hash);
  return document.finish(attachments);
}
