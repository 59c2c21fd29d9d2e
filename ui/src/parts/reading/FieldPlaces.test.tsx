import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type FieldPlace, FieldPlaces, placeAt } from './FieldPlaces';

function place(path: string, left: number, right: number, open = false): FieldPlace {
  return {
    path,
    name: path,
    open,
    corners: [
      [left, 0.1],
      [right, 0.1],
      [right, 0.2],
      [left, 0.2],
    ],
  };
}

const PLACES = [place('company.name', 0.1, 0.6), place('company.code', 0.5, 0.9, true)];

describe('the places of fields on a paper', () => {
  it('are found by where one clicks, the open one before the others', () => {
    expect(placeAt(PLACES, [0.2, 0.15])?.path).toBe('company.name');
    expect(placeAt(PLACES, [0.55, 0.15])?.path).toBe('company.code');
    expect(placeAt(PLACES, [0.2, 0.5])).toBeUndefined();
  });

  it('are drawn, the one of the field one stands in set off', () => {
    render(<FieldPlaces places={PLACES} chosen="company.name" />);
    expect(screen.getByTestId('place-company.name')).toHaveAttribute('data-chosen', 'true');
    expect(screen.getByTestId('place-company.code')).toHaveAttribute('data-open', 'true');
    expect(screen.getByTestId('place-company.code')).toHaveAttribute('data-chosen', 'false');
  });
});
