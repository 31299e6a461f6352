import { act, renderHook } from '@testing-library/react';
import { ApiError } from './api-error';
import { useSending } from './sending';

const refusal = (status: number, code: string, more: object = {}) => new ApiError(status, code, 'Refusé.', { code, ...more });

describe('Sending a form', () => {
  it('keeps what somebody else saved meanwhile, with the revision to write over, and no error', async () => {
    const { result } = renderHook(() => useSending<{ name: string }>());
    const refused = jest.fn();
    const meta = { who: 'Anne', when: 'le 3 mai', revision: 4, current: { name: 'Autre' } };
    await act(() => result.current.send(() => Promise.reject(refusal(409, 'edited-meanwhile', { meta })), refused));
    expect(result.current.conflict).toEqual(meta);
    expect(result.current.error).toBeNull();
    expect(refused).not.toHaveBeenCalled();
    act(() => result.current.later());
    expect(result.current.conflict).toBeNull();
  });

  it('says a refusal, hands its fields over, and forgets it at the next sending', async () => {
    const { result } = renderHook(() => useSending());
    const refused = jest.fn();
    await act(() => result.current.send(() => Promise.reject(refusal(422, 'invalid-input', { errors: [{ path: 'name', message: 'Trop court.' }] })), refused));
    expect(result.current.error).toBe('Refusé.');
    expect((refused.mock.calls[0] as [ApiError])[0].fieldErrors).toEqual({ name: 'Trop court.' });
    expect(result.current.busy).toBe(false);
    await act(() => result.current.send(() => Promise.resolve()));
    expect(result.current.error).toBeNull();
  });
});
