import 'reflect-metadata';
import { loadConfig, Log } from '@maillage/platform';
import { createApp } from './create-app';
import { startErrorText } from './http/start-error';

/** A launcher that dies takes its API with it. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

async function start(): Promise<void> {
  const config = loadConfig();
  const app = await createApp(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.PORT, config.HOST);
  app.get(Log).info('API listening', { host: config.HOST, port: config.PORT });
  process.send?.({ ready: true });
}

start().catch((error: unknown) => {
  process.stderr.write(`${startErrorText(error)}\n`);
  process.exit(1);
});
