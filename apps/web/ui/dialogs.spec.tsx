import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiError } from '../lib/api-error';
import { renderPart } from '../testing/render';
import { ConfirmDialog } from './confirm-dialog';
import { ConflictDialog } from './conflict-dialog';
import { StepperForm } from './stepper-form';

describe('the confirmation of an act that matters', () => {
  const dialog = (onConfirm: () => Promise<unknown>, onCancel: () => void) => (
    <ConfirmDialog opened title="Supprimer l’action ?" confirmLabel="Supprimer l’action" destructive onConfirm={onConfirm} onCancel={onCancel}>
      Ses étapes seront supprimées.
    </ConfirmDialog>
  );

  it('closes once the act is done', async () => {
    const user = userEvent.setup();
    const [done, closed] = [jest.fn(async () => undefined), jest.fn()];
    await renderPart(dialog(done, closed));
    const box = await screen.findByRole('dialog', { name: 'Supprimer l’action ?' });
    expect(box).toHaveTextContent('Ses étapes seront supprimées.');
    await user.click(within(box).getByRole('button', { name: 'Supprimer l’action' }));
    await waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('stays open and says why when the act is refused', async () => {
    const user = userEvent.setup();
    const closed = jest.fn();
    await renderPart(dialog(() => Promise.reject(new ApiError(409, 'action-has-measures', 'L’action porte 4 valeurs.')), closed));
    await user.click(await screen.findByRole('button', { name: 'Supprimer l’action' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('L’action porte 4 valeurs.');
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('two people who wrote the same thing', () => {
  const fields = [
    { label: 'Titre', mine: 'Prévention', theirs: 'Prévention' },
    { label: 'Phrase', mine: 'Local manquant', theirs: 'Local trouvé' },
  ];

  it('sees both versions side by side, with who and when', async () => {
    await renderPart(<ConflictDialog conflict={{ who: 'Jean Dupont', when: null }} fields={fields} onKeepMine={() => undefined} onTakeTheirs={() => undefined} onLater={() => undefined} />);
    const box = await screen.findByRole('dialog');
    expect(box).toHaveTextContent('Jean Dupont a enregistré une autre version');
    const row = within(box).getByRole('row', { name: /Phrase/ });
    expect(within(row).getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['Local manquant (différent)', 'Local trouvé (différent)']);
    expect(within(box).getByRole('row', { name: /Titre/ })).not.toHaveTextContent('différent');
  });

  it('chooses, and nothing wins silently', async () => {
    const user = userEvent.setup();
    const acts = { keep: jest.fn(), take: jest.fn(), later: jest.fn() };
    await renderPart(<ConflictDialog conflict={{ who: null, when: null }} fields={fields} onKeepMine={acts.keep} onTakeTheirs={acts.take} onLater={acts.later} />);
    await user.click(await screen.findByRole('button', { name: 'Enregistrer ma version' }));
    await user.click(screen.getByRole('button', { name: 'Reprendre la version enregistrée' }));
    await user.click(screen.getByRole('button', { name: 'Revenir à ma saisie' }));
    expect(Object.values(acts).map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });
});

describe('a long form in steps', () => {
  it('goes on only when the step is right, and back without losing anything', async () => {
    const user = userEvent.setup();
    let right = false;
    const submitted = jest.fn();
    await renderPart(
      <StepperForm
        submitLabel="Créer l’indicateur"
        onSubmit={submitted}
        steps={[
          { title: 'Définition', content: <label>Nom <input /></label>, check: () => right },
          { title: 'Résumé', content: <p>Tout est prêt.</p> },
        ]}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(screen.getByRole('heading', { name: 'Définition' })).toBeInTheDocument();
    right = true;
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(await screen.findByRole('heading', { name: 'Résumé' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /Définition/ }));
    expect(await screen.findByRole('heading', { name: 'Définition' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    await user.click(await screen.findByRole('button', { name: 'Créer l’indicateur' }));
    expect(submitted).toHaveBeenCalledTimes(1);
  });
});
