import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker, WorkerHealth } from './worker';

/** Health over HTTP for a supervisor: 200 when jobs are served, 503 when not. No content of any community. */
export class HealthDoor {
  private constructor(private readonly server: Server) {}

  static async open(worker: Worker, host: string, port: number): Promise<HealthDoor> {
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/health') return void response.writeHead(404).end();
      void worker.health().then((health: WorkerHealth) => {
        response.writeHead(health.ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify(health));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return new HealthDoor(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
