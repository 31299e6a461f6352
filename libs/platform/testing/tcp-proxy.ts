import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server seen through a wire that a test can cut, leave dumb, and mend. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  private dumb = false;

  private constructor(private readonly target: { host: string; port: number }) {}

  /** A wire to the server of that URL. */
  static async to(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new TcpProxy({ host: hostname, port: Number(port) });
    await proxy.mend();
    return proxy;
  }

  /** The same URL, by way of the wire. */
  through(url: string): string {
    const rewired = new URL(url);
    rewired.hostname = '127.0.0.1';
    rewired.port = String(this.port);
    return rewired.toString();
  }

  /** As a server that was stopped: connections fall, new ones are refused. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** As a server that hangs: connections are taken, nothing is ever answered. */
  async silence(): Promise<void> {
    this.dumb = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** As a server that was started again. */
  async mend(): Promise<void> {
    if (this.dumb) {
      this.dumb = false;
      for (const socket of this.sockets) socket.destroy();
    }
    if (this.server) return;
    const server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private join(near: Socket): void {
    this.watch(near);
    if (this.dumb) return;
    const far = connect(this.target);
    this.watch(far);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (chunk) => this.dumb || far.write(chunk));
    far.on('data', (chunk) => this.dumb || near.write(chunk));
  }

  private watch(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}
