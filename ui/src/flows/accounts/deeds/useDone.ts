/** What follows when a deed is done: a word, and the dialog goes. */
import { App } from 'antd';

/** Says `done` and closes. */
export function useDone(done: string, onClose: () => void): { onSuccess: () => void } {
  const { message } = App.useApp();
  return {
    onSuccess: () => {
      void message.success(done);
      onClose();
    },
  };
}
