import { execFileSync } from 'node:child_process';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server puts a fresh nonce in place of this word each time it sends the page. */
const NONCE = '__CSP_NONCE__';

const api = process.env.ROSTOK_API ?? 'http://127.0.0.1:3000';

const discover = () => execFileSync(process.execPath, ['scripts/discover.mjs'], { stdio: 'inherit' });

/** Pages and catalogues are found in the tree anew before each build and when a file comes or goes. */
const discovery: Plugin = {
  name: 'rostok-discovery',
  buildStart() {
    discover();
  },
  configureServer(server) {
    const again = (path: string) => {
      if (/(\.page|messages\.\w+)\.ts$/.test(path)) discover();
    };
    server.watcher.on('add', again);
    server.watcher.on('unlink', again);
  },
};

export default defineConfig({
  plugins: [discovery, react()],
  html: { cspNonce: NONCE },
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // inlined fonts and pictures would need `data:` in the policy
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
