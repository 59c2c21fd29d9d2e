/** The window as a whole: look, words, and the desk behind it. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { type Backend, BackendProvider, newQueryClient } from './backend';
import { Entrance } from './entrance';
import { THEME } from './theme';
import './base.css';

/** The whole window over a desk. */
export function App({ backend }: { backend: Backend }) {
  const [client] = useState(newQueryClient);
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
      <AntApp message={{ top: 54, maxCount: 2, duration: 2.5 }}>
        <BackendProvider value={backend}>
          <QueryClientProvider client={client}>
            <Entrance />
          </QueryClientProvider>
        </BackendProvider>
      </AntApp>
    </ConfigProvider>
  );
}
