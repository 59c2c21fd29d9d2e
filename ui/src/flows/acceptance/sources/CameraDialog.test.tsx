import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraDialog } from './CameraDialog';
import { type Cameras, cameraFailure } from './useCamera';

const hands = userEvent.setup({ delay: null });

/** Two cameras whose streams tell when they are let go. */
function cameras(refusal?: string): Cameras & { stopped: () => number } {
  let stopped = 0;
  const stream = () => {
    const track = {
      stop: () => {
        stopped += 1;
      },
      addEventListener: () => undefined,
    };
    return { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  };
  return {
    stopped: () => stopped,
    getUserMedia: async () => {
      if (refusal) {
        throw new DOMException('', refusal);
      }
      return stream();
    },
    enumerateDevices: async () =>
      ['高拍仪', ''].map(
        (label, place) =>
          ({ kind: 'videoinput', deviceId: `cam${place}`, label }) as MediaDeviceInfo,
      ),
  };
}

function stand(found: Cameras) {
  const acts = { onTake: vi.fn(), onClose: vi.fn() };
  const { unmount } = render(
    <CameraDialog {...acts} cameras={found} photograph={async () => new Blob(['x'])} />,
  );
  return { ...acts, unmount };
}

beforeEach(() => {
  localStorage.clear();
  HTMLMediaElement.prototype.play = async () => undefined;
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    set: () => undefined,
  });
});

describe('the camera', () => {
  it('shoots, shows, and shoots again until a photograph is taken', async () => {
    const { onTake } = stand(cameras());
    await vi.waitFor(() => expect(screen.getByTestId('camera-shoot')).toBeEnabled());
    await hands.click(screen.getByTestId('camera-shoot'));
    await screen.findByTestId('camera-shot');
    await hands.click(screen.getByTestId('camera-retake'));
    expect(screen.queryByTestId('camera-shot')).toBeNull();
    await hands.click(screen.getByTestId('camera-shoot'));
    await hands.click(await screen.findByTestId('camera-take'));
    expect(onTake).toHaveBeenCalledOnce();
    expect(onTake.mock.calls[0]?.[0].name).toBe('拍照 1.jpg');
    expect(screen.getByText('已拍 1 张，都在资料里')).toBeInTheDocument();
  });

  it('is let go of when the dialog goes', async () => {
    const found = cameras();
    const { unmount } = stand(found);
    await vi.waitFor(() => expect(screen.getByTestId('camera-shoot')).toBeEnabled());
    unmount();
    expect(found.stopped()).toBe(1);
  });

  it('says what to do when it may not be used', async () => {
    stand(cameras('NotAllowedError'));
    expect(await screen.findByTestId('failure')).toHaveTextContent('隐私设置');
    expect(screen.getByTestId('camera-shoot')).toBeDisabled();
  });

  it('that the window cannot use sends to the other ways, and offers no retry', async () => {
    stand({} as Cameras);
    expect(await screen.findByTestId('failure')).toHaveTextContent(
      '请改用扫描、手机拍照，或拍好后用“选择文件”',
    );
    expect(screen.queryByText('正在打开摄像头…')).toBeNull();
    expect(screen.queryByText('重试')).toBeNull();
  });

  it('has a sentence for each refusal of the browser', () => {
    const code = (name: string) => cameraFailure(new DOMException('', name)).code;
    expect(['NotAllowedError', 'NotFoundError', 'NotReadableError'].map(code)).toEqual([
      'CameraDenied',
      'CameraAbsent',
      'CameraBusy',
    ]);
  });
});
