/** The window as a whole: look, words, and the desk behind it. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { type Backend, BackendProvider, newQueryClient } from './backend';
import { THEME } from './theme';
import './base.css';

/** The whole window over a desk. */
export function App({ backend }: { backend: Backend }) {
  const [client] = useState(newQueryClient);
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
      <AntApp>
        <BackendProvider value={backend}>
          <QueryClientProvider client={client}>
            <h1>400受理台</h1>
          </QueryClientProvider>
        </BackendProvider>
      </AntApp>
    </ConfigProvider>
  );
}
