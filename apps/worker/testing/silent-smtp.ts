import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server that takes the message and never answers. */
export async function silentSmtp(): Promise<{ url: string; given: () => boolean; stop: () => void }> {
  const sockets = new Set<Socket>();
  let given = false;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 silent\r\n');
    let content = false;
    let end = '';
    socket.on('data', (chunk: Buffer) => {
      if (content) {
        end = (end + chunk.toString('latin1')).slice(-5);
        given ||= end === '\r\n.\r\n';
        return;
      }
      content = /^DATA/i.test(chunk.toString());
      socket.write(content ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, given: () => given, stop };
}
