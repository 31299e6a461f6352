import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart, testSession } from '../testing/render';
import { DraftNote } from '../ui/draft-note';
import { useDraft } from './draft';

function Form() {
  const draft = useDraft<{ comment: string }>('measure:1');
  return (
    <>
      <input aria-label="Commentaire" defaultValue={draft.restored?.values.comment ?? ''} onChange={(event) => draft.save({ comment: event.currentTarget.value })} />
      <DraftNote draft={draft} />
      <button type="button" onClick={draft.clear}>
        Envoyer
      </button>
    </>
  );
}

const field = () => screen.getByRole('textbox', { name: 'Commentaire' });

describe('a draft', () => {
  it('survives a reload, and says when it was kept', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(<Form />);
    await user.type(field(), 'Local trouvé');
    expect(await screen.findByText(/^Brouillon enregistré à \d{1,2}.h.\d{2}$/)).toBeInTheDocument();
    unmount();
    await renderPart(<Form />);
    expect(field()).toHaveValue('Local trouvé');
    expect(screen.getByRole('status')).toHaveTextContent(/^Votre saisie du .* a été retrouvée\.$/);
  });

  it('is kept at once when the page is left', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(<Form />);
    await user.type(field(), 'à l’instant');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    unmount();
    await renderPart(<Form />);
    expect(field()).toHaveValue('à l’instant');
  });

  it('is forgotten once sent', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(<Form />);
    await user.type(field(), 'envoyé');
    await user.click(screen.getByRole('button', { name: 'Envoyer' }));
    unmount();
    await renderPart(<Form />);
    expect(field()).toHaveValue('');
  });

  it('is not another person’s, nor another community’s', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(<Form />);
    await user.type(field(), 'privé');
    unmount();
    const other = testSession();
    other.person = { ...other.person, id: '01890000-0000-7000-8000-0000000000bb' };
    const second = await renderPart(<Form />, { session: other });
    expect(field()).toHaveValue('');
    second.unmount();
    const elsewhere = testSession();
    if (elsewhere.community) elsewhere.community = { ...elsewhere.community, id: '01890000-0000-7000-8000-000000000009' };
    await renderPart(<Form />, { session: elsewhere });
    expect(field()).toHaveValue('');
  });

  it('is no longer offered after a month', async () => {
    const name = 'maillage:draft:01890000-0000-7000-8000-0000000000aa:01890000-0000-7000-8000-000000000001:measure:1';
    localStorage.setItem(name, JSON.stringify({ savedAt: new Date(Date.now() - 31 * 24 * 3_600_000).toISOString(), values: { comment: 'vieux' } }));
    await renderPart(<Form />);
    expect(field()).toHaveValue('');
    expect(localStorage.getItem(name)).toBeNull();
  });
});
