import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Error and progress lines of cargo stay readable above Vite's own.
  clearScreen: false,
  // The sentences of ../assets/wording are read from where they stand.
  server: { fs: { allow: ['..'] } },
  build: {
    // The oldest engines the window meets: WebKitGTK of Debian 12, and WebView2,
    // which renews itself.
    target: ['chrome111', 'safari16.4'],
    // Read from disk beside the program, never over a network.
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
  test: {
    css: false,
    restoreMocks: true,
    passWithNoTests: true,
    // Typing into a large form takes its time on a busy machine.
    testTimeout: 20_000,
    // Only what is drawn pays for a page to be drawn on.
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['src/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['./vitest.setup.ts'],
        },
      },
    ],
  },
});
