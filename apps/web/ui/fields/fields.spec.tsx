import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { numberFault } from '../../lib/number-rule';
import { renderPart } from '../../testing/render';
import { DayField } from './day-field';
import { FileField } from './file-field';
import { NumberField } from './number-field';
import { LongTextField } from './text-field';

const NB = '\u202F';

function Number({ onValue, start = null, ...rest }: { onValue?: (value: number | null) => void; start?: number | null; min?: number; decimals?: number; error?: string; unit?: string }) {
  const [value, setValue] = useState<number | null>(start);
  return (
    <>
      <NumberField
        label="Patients orientés"
        hint="Comptés dans le registre."
        required
        value={value}
        onChange={(next) => {
          setValue(next);
          onValue?.(next);
        }}
        {...rest}
      />
      <button type="button" onClick={() => setValue(2500)}>
        Reprendre
      </button>
    </>
  );
}

describe('a number in French', () => {
  it('is typed with a comma and shown with its thousands apart', async () => {
    const user = userEvent.setup();
    const onValue = jest.fn();
    await renderPart(<Number onValue={onValue} unit="patients" />);
    const field = screen.getByRole('textbox', { name: 'Patients orientés' });
    await user.type(field, '1234,5');
    await user.tab();
    expect(onValue).toHaveBeenLastCalledWith(1234.5);
    expect(field).toHaveValue(`1${NB}234,5`);
    expect(field).toHaveAccessibleDescription('Comptés dans le registre.');
    expect(screen.getByText('patients')).toBeInTheDocument();
  });

  it('says what is wrong when the field is left, not while it is typed', async () => {
    const user = userEvent.setup();
    const onValue = jest.fn();
    await renderPart(<Number onValue={onValue} decimals={0} min={0} />);
    const field = screen.getByRole('textbox', { name: 'Patients orientés' });
    await user.type(field, 'douze');
    expect(field).not.toBeInvalid();
    await user.tab();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(expect.stringContaining('Écrivez un nombre') as string);
    expect(onValue).toHaveBeenLastCalledWith(Number_NaN);
    await user.clear(field);
    await user.type(field, '3,5');
    await user.tab();
    expect(field).toHaveAccessibleDescription(expect.stringContaining('nombre entier') as string);
    await user.clear(field);
    await user.tab();
    expect(field).not.toBeInvalid();
    expect(onValue).toHaveBeenLastCalledWith(null);
  });

  it('follows a value that changes from outside', async () => {
    const user = userEvent.setup();
    await renderPart(<Number start={12} />);
    await user.click(screen.getByRole('button', { name: 'Reprendre' }));
    expect(screen.getByRole('textbox', { name: 'Patients orientés' })).toHaveValue(`2${NB}500`);
  });

  it('shows the refusal of the server', async () => {
    await renderPart(<Number error="Le numérateur dépasse le dénominateur." />);
    expect(screen.getByRole('textbox', { name: 'Patients orientés' })).toHaveAccessibleDescription(expect.stringContaining('dépasse le dénominateur') as string);
  });

  it('has one rule for the form and the field', () => {
    expect(numberFault(null, { min: 0 })).toBeNull();
    expect(numberFault(-1, { min: 0 })).toBe('Au moins 0.');
    expect(numberFault(101, { max: 100 })).toBe('Au plus 100.');
    expect(numberFault(1.25, { decimals: 1 })).toBe('1 décimale au plus.');
  });
});

const Number_NaN = globalThis.Number.NaN;

function Day({ onValue, max }: { onValue: (value: string | null) => void; max?: string }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <DayField
      label="Constaté le"
      required
      max={max}
      value={value}
      onChange={(next) => {
        setValue(next);
        onValue(next);
      }}
    />
  );
}

describe('a day', () => {
  it('is typed as people write it', async () => {
    const user = userEvent.setup();
    const onValue = jest.fn();
    await renderPart(<Day onValue={onValue} />);
    const field = screen.getByRole('textbox', { name: 'Constaté le' });
    await user.type(field, '14/4/27');
    await user.tab();
    expect(onValue).toHaveBeenLastCalledWith('2027-04-14');
    expect(field).toHaveValue('14/04/2027');
  });

  it('says what is wrong', async () => {
    const user = userEvent.setup();
    await renderPart(<Day onValue={() => undefined} max="2026-11-21" />);
    const field = screen.getByRole('textbox', { name: 'Constaté le' });
    await user.type(field, '31/02/2026');
    await user.tab();
    expect(field).toHaveAccessibleDescription(expect.stringContaining('une date qui existe') as string);
    await user.clear(field);
    await user.type(field, '22/11/2026');
    await user.tab();
    expect(field).toHaveAccessibleDescription(expect.stringContaining('Au plus tard le 21\u00A0novembre\u00A02026') as string);
  });

  it('is picked in a calendar too', async () => {
    const user = userEvent.setup();
    const onValue = jest.fn();
    await renderPart(<Day onValue={onValue} />);
    await user.type(screen.getByRole('textbox', { name: 'Constaté le' }), '14/04/2027');
    await user.click(screen.getByRole('button', { name: 'Choisir dans le calendrier' }));
    await user.click(await screen.findByRole('button', { name: '20 avril 2027' }));
    expect(onValue).toHaveBeenLastCalledWith('2027-04-20');
  });
});

function OneFile({ onValue }: { onValue: (file: File | null) => void }) {
  const [value, setValue] = useState<File | null>(null);
  return (
    <FileField
      label="Pièce justificative"
      required
      value={value}
      accept={['.pdf', '.png']}
      acceptLabel="PDF ou PNG"
      maxBytes={1_000}
      onChange={(file) => {
        setValue(file);
        onValue(file);
      }}
    />
  );
}

describe('a file', () => {
  const fileOf = (name: string, size: number): File => new File([new Uint8Array(size)], name);

  it('says its limits before, takes a good file, and gives it back', async () => {
    const user = userEvent.setup({ applyAccept: false });
    const onValue = jest.fn();
    const { container } = await renderPart(<OneFile onValue={onValue} />);
    expect(screen.getByRole('group', { name: 'Pièce justificative' })).toHaveAccessibleDescription('PDF ou PNG, 1\u00A0Ko au plus.');
    const input = container.querySelector('input[type="file"]') as HTMLInputElement;
    await user.upload(input, fileOf('preuve.pdf', 500));
    expect(screen.getByText(/preuve\.pdf/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Retirer preuve.pdf' }));
    expect(onValue).toHaveBeenLastCalledWith(null);
  });

  it('refuses what is too big or of another type, and says why', async () => {
    const user = userEvent.setup({ applyAccept: false });
    const onValue = jest.fn();
    const { container } = await renderPart(<OneFile onValue={onValue} />);
    const input = container.querySelector('input[type="file"]') as HTMLInputElement;
    await user.upload(input, fileOf('gros.pdf', 2_000));
    expect(screen.getByRole('alert')).toHaveTextContent('2 Ko');
    await user.upload(input, fileOf('macro.docm', 10));
    expect(screen.getByRole('alert')).toHaveTextContent('pas d’un type accepté');
    expect(onValue).not.toHaveBeenCalled();
  });
});

describe('a long text', () => {
  it('says how much room is left only near the end', async () => {
    await renderPart(<LongTextField label="Commentaire" value={'x'.repeat(80)} maxLength={100} />);
    expect(screen.getByRole('textbox', { name: /Commentaire/ })).toHaveAccessibleDescription('80 caractères sur 100');
    expect(screen.getByText('(facultatif)')).toBeInTheDocument();
  });
});
