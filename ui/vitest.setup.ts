import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What comes, comes in milliseconds; on a busy machine a second is not always enough.
configure({ asyncUtilTimeout: 5000 });

afterEach(cleanup);
