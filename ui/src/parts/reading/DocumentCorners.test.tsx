import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DocumentCorners } from './DocumentCorners';
import type { Corners } from './types';

const PAGE = { width: 1600, height: 800 };
const CORNERS: Corners = [
  [100, 100],
  [900, 100],
  [900, 600],
  [100, 600],
];

function stand() {
  const last = { corners: CORNERS };
  function Held() {
    const [corners, setCorners] = useState(CORNERS);
    last.corners = corners;
    return <DocumentCorners corners={corners} page={PAGE} onChange={setCorners} />;
  }
  render(<Held />);
  return last;
}

describe('the corners of a document', () => {
  it('are moved by the arrows, with Shift in large steps', async () => {
    const last = stand();
    screen.getByTestId('corner-2').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}');
    expect(last.corners[2]).toEqual([904, 596]);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(last.corners[2]).toEqual([944, 596]);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    expect(last.corners[3]).toEqual([100, 604]);
  });

  it('are dragged', () => {
    const last = stand();
    const corner = screen.getByTestId('corner-0');
    corner.setPointerCapture = vi.fn();
    const ground = corner.parentElement as HTMLElement;
    ground.getBoundingClientRect = () => new DOMRect(10, 20, 800, 400);
    fireEvent.pointerDown(corner, { pointerId: 1 });
    fireEvent.pointerMove(corner, { clientX: 110, clientY: 45 });
    fireEvent.pointerUp(corner);
    expect(last.corners[0]).toEqual([200, 50]);
    fireEvent.pointerMove(corner, { clientX: 300, clientY: 300 });
    expect(last.corners[0]).toEqual([200, 50]);
  });

  it('leave the page nowhere and each other never', async () => {
    const last = stand();
    screen.getByTestId('corner-0').focus();
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
    expect(last.corners[0]).toEqual([100, 0]);
  });
});
