import 'reflect-metadata';
import { ConfigError, loadConfig, Log } from '@maillage/platform';
import { createApp } from './create-app';

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
  const sentence = error instanceof ConfigError ? error.message : `L’API n’a pas pu démarrer\u00a0: ${error instanceof Error ? error.message : String(error)}`;
  process.stderr.write(`${sentence}\n`);
  if (!(error instanceof ConfigError) && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(1);
});
