/** Opens the window's page onto the real desk. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { tauriBackend } from './backend/tauri';
import { publishColours } from './theme';

publishColours(document.documentElement);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App backend={tauriBackend} />
    </StrictMode>,
  );
}
