import { lineAgainstTarget } from '@maillage/domain/charts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../testing/render';
import { ChartFigure } from './chart-figure';

const make = (theme: Parameters<typeof lineAgainstTarget>[1]) =>
  lineAgainstTarget({ periods: ['T1 2026', 'T2 2026', 'T3 2026'], series: [{ name: 'Patients orientés', values: [55, null, 63] }], targets: [60, 60, 70], unit: '%' }, theme);

const figure = <ChartFigure title="Patients orientés" sentence="63 % au T3 2026, objectif 70 %." chart={make} />;

describe('a chart', () => {
  it('has a title, the sentence that says what it shows, and a drawing with its labels', async () => {
    const { container } = await renderPart(figure);
    expect(screen.getByRole('figure', { name: 'Patients orientés' })).toBeInTheDocument();
    expect(screen.getByText('63 % au T3 2026, objectif 70 %.')).toBeInTheDocument();
    await waitFor(() => expect(container.querySelector('[data-chart="drawn"] svg')).toBeInTheDocument());
    await waitFor(() => expect(container.querySelector('svg')).toHaveTextContent('objectif 70 %'));
  });

  it('gives its figures as a table, the gap as a dash', async () => {
    const user = userEvent.setup();
    await renderPart(figure);
    await user.click(screen.getByRole('button', { name: /Voir le tableau/ }));
    const rows = within(screen.getByRole('table', { name: 'Patients orientés' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['PériodePatients orientésObjectif', 'T1 202655\u00A0%60\u00A0%', 'T2 2026—60\u00A0%', 'T3 202663\u00A0%70\u00A0%']);
    await user.click(screen.getByRole('button', { name: /Voir le graphique/ }));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('is drawn in black-and-white-safe colours on paper', async () => {
    const { container } = await renderPart(figure);
    await waitFor(() => expect(container.querySelector('[data-chart="drawn"] svg')).toBeInTheDocument());
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(container.querySelector('[data-chart="drawn"] svg')).toHaveAttribute('width', '640');
  });
});
