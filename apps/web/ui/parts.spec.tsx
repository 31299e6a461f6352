import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiError } from '../lib/api-error';
import { renderPart } from '../testing/render';
import { BulletBar } from './bullet-bar';
import { EmptyState } from './empty-state';
import { Facts } from './facts';
import { HistoryList } from './history-list';
import { JobProgressBar } from './job-progress-bar';
import { LinkTabs } from './link-tabs';
import { LoadError } from './load-error';
import { Page } from './page';
import { Section } from './section';
import { StatusBadge } from './status-badge';
import { statusTones } from './theme/colors';

const NB = '\u00A0';

describe('a page', () => {
  it('has one title, one primary action, its way back, and names the tab', async () => {
    await renderPart(
      <Page title="Saisir la valeur" action={{ label: 'Exporter', href: '/export?format=csv' }} breadcrumbs={[{ label: 'Indicateurs', href: '/indicateurs' }]}>
        <Section title="La valeur">Contenu</Section>
      </Page>,
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Saisir la valeur' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Exporter' })).toHaveAttribute('href', '/export?format=csv');
    expect(within(screen.getByRole('navigation', { name: 'Fil d’Ariane' })).getByRole('link', { name: 'Indicateurs' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'La valeur' })).toHaveTextContent('Contenu');
    expect(document.title).toBe('Saisir la valeur · CPTS du Val Clair · Maillage');
  });
});

describe('a status', () => {
  it('is always a word and a shape, never a colour alone', async () => {
    const { container } = await renderPart(statusTones.map((tone) => <StatusBadge key={tone} tone={tone} />));
    for (const word of ['atteint', 'en cours', 'à risque', 'en retard', 'sans objet']) expect(screen.getByText(word)).toBeInTheDocument();
    const shapes = [...container.querySelectorAll('svg')].map(({ innerHTML }) => innerHTML);
    expect(new Set(shapes).size).toBe(statusTones.length);
  });
});

describe('a value against its target', () => {
  it('is written, not only drawn', async () => {
    await renderPart(<BulletBar label="Accès aux soins" value={63} target={70} unit="%" tone="at-risk" />);
    expect(screen.getByText('Accès aux soins')).toBeInTheDocument();
    expect(screen.getByText('63 %').parentElement).toHaveTextContent('63 %, objectif 70 %');
  });

  it('says in its name what a bar alone shows, and a missing value is not zero', async () => {
    await renderPart(<BulletBar label="Prévention" value={null} target={50} unit="%" tone="none" bare />);
    expect(screen.getByRole('img')).toHaveAccessibleName(`Prévention${NB}: Pas encore de valeur, objectif 50${NB}%`);
  });
});

describe('what is empty or failed', () => {
  it('says what to do next', async () => {
    const user = userEvent.setup();
    const act = jest.fn();
    await renderPart(
      <EmptyState title="Aucun indicateur" action={{ label: 'Créer un indicateur', onClick: act }}>
        Commencez par un indicateur de votre contrat.
      </EmptyState>,
    );
    await user.click(screen.getByRole('button', { name: 'Créer un indicateur' }));
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('says what happened and tries again', async () => {
    const user = userEvent.setup();
    const retry = jest.fn();
    await renderPart(<LoadError error={new ApiError(503, 'unavailable', 'Le service est arrêté un instant.')} onRetry={retry} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Le service est arrêté un instant.');
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});

describe('a long job', () => {
  const run = { id: '1', job: 'prepare-report', subject: 's', progress: 42, label: 'Mise en page du PDF', error: null } as const;

  it('shows how far it is, and that one may leave', async () => {
    await renderPart(<JobProgressBar title="Préparation du rapport" run={{ ...run, state: 'running' }} />);
    expect(screen.getByRole('progressbar', { name: 'Préparation du rapport' })).toHaveAttribute('aria-valuenow', '42');
    expect(screen.getByRole('status')).toHaveTextContent('Mise en page du PDF');
    expect(screen.getByText(/Vous pouvez quitter cette page/)).toBeInTheDocument();
  });

  it('says why it failed', async () => {
    await renderPart(<JobProgressBar title="Envoi" run={{ ...run, state: 'failed', error: 'Le serveur de messagerie refuse.' }} />);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    expect(screen.getByText('Échec')).toBeInTheDocument();
    expect(screen.getByText('Le serveur de messagerie refuse.')).toBeInTheDocument();
  });
});

describe('lists of facts, of events, of parts', () => {
  it('leaves out what has no value', async () => {
    await renderPart(<Facts items={[{ label: 'Pilote', value: 'Claire Martin' }, { label: 'Public', value: null }]} />);
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['Pilote']);
  });

  it('says who did what, and when in the zone of the community', async () => {
    await renderPart(<HistoryList label="Historique" timeZone="Indian/Reunion" items={[{ id: '1', when: new Date('2026-11-20T22:30:00Z'), who: 'Claire Martin', what: 'a validé la valeur' }]} />);
    expect(screen.getByRole('listitem')).toHaveTextContent('Claire Martin a validé la valeur21/11/2026 02:30');
  });

  it('says which part is on screen', async () => {
    await renderPart(<LinkTabs label="Vues" tabs={[{ label: 'À saisir', href: '/?vue=a', current: true, count: '3' }, { label: 'Tous', href: '/?vue=b', current: false }]} />);
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('À saisir3');
  });
});
