import { screen } from '@testing-library/react';
import { renderPart } from '../testing/render';
import { EuroBar, euroSentence } from './euro-bar';

const euros = { maxCents: 900_000, earnedCents: 600_000, atStakeCents: 300_000, lostCents: 0 };
const widths = (box: HTMLElement): [string | null, string][] => [...box.querySelectorAll<HTMLElement>('[data-part][style]')].map((part) => [part.getAttribute('data-part'), part.style.width]);

describe('a bar of euros', () => {
  it('writes the three figures, each with its own sign, and draws what is not nothing', async () => {
    const { container } = await renderPart(<EuroBar label="Prévention" euros={euros} />);
    expect(screen.getByText('sur 9 000 €')).toBeInTheDocument();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['6\u202F000\u00A0€ acquis', '3\u202F000\u00A0€ en jeu', '0\u00A0€ perdu']);
    expect(widths(container)).toEqual([
      ['earned', '66.66666666666666%'],
      ['atStake', '33.33333333333333%'],
    ]);
  });

  it('keeps the scale of what it is compared with, and never runs out of its box', async () => {
    const { container } = await renderPart(<EuroBar label="Prévention" euros={euros} scaleCents={1_800_000} envelopeCents={3_600_000} bare />);
    expect(widths(container)[0]).toEqual(['earned', '16.666666666666664%']);
    expect(screen.getByRole('img', { name: /^Prévention\s: 6\s000\s€ acquis, 3\s000\s€ en jeu, 0\s€ perdu, sur 9\s000\s€$/ })).toBeInTheDocument();
  });

  it('says that nothing is computed', async () => {
    await renderPart(<EuroBar label="Prévention" euros={{ maxCents: 0, earnedCents: 0, atStakeCents: 0, lostCents: 0 }} />);
    expect(screen.getByText('Aucun montant calculé')).toBeInTheDocument();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    expect(euroSentence(euros)).toContain('acquis');
  });
});
