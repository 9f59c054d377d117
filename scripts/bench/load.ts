import type { Socket } from "bun";

export type Target = { port: number; host: string; path: string; acceptEncoding?: string };
export type Load = { connections: number; seconds: number };
export type LoadResult = { requestsPerSecond: number; bodyBytes: number };

type Connection = { head: string; bodyLeft: number };

/**
 * Keeps `connections` keep-alive connections busy for `seconds`, one request at a time on each. Written on bare sockets
 * because a client that parses everything is slower than the servers measured with it; each answer still has to be 200
 * and complete. Throws when one is not.
 */
export async function measureLoad(target: Target, { connections, seconds }: Load): Promise<LoadResult> {
  const request = requestBytes(target);
  const done = Promise.withResolvers<void>();
  const state = { answers: 0, bodyBytes: 0, isOver: false };

  function send(socket: Socket<Connection>): void {
    if (socket.write(request) !== request.byteLength) done.reject(new Error("a request did not fit into the socket"));
  }

  function read(socket: Socket<Connection>, chunk: Buffer): void {
    const connection = socket.data;
    let bodyInChunk = chunk.byteLength;
    if (connection.bodyLeft === 0) {
      const text = connection.head + chunk.toString("latin1", 0, Math.min(chunk.byteLength, MAX_HEAD_BYTES));
      const headEnd = text.indexOf("\r\n\r\n");
      if (headEnd < 0) {
        connection.head = text;
        return;
      }
      connection.bodyLeft = bodyBytesOf(text.slice(0, headEnd + 2));
      state.bodyBytes = connection.bodyLeft;
      bodyInChunk -= headEnd + 4 - connection.head.length;
      connection.head = "";
    }
    connection.bodyLeft -= bodyInChunk;
    if (connection.bodyLeft < 0) throw new Error("more bytes than announced");
    if (connection.bodyLeft > 0) return;
    if (!state.isOver) state.answers += 1;
    if (!state.isOver) send(socket);
  }

  const sockets = await Promise.all(
    Array.from({ length: connections }, () =>
      Bun.connect<Connection>({
        hostname: "127.0.0.1",
        port: target.port,
        data: { head: "", bodyLeft: 0 },
        socket: {
          data(socket, chunk) {
            try {
              read(socket, chunk);
            } catch (error) {
              done.reject(error);
            }
          },
          close: () => done.reject(new Error("the server closed a connection")),
          error: (_, error) => done.reject(error),
        },
      }),
    ),
  );

  const startedAt = performance.now();
  for (const socket of sockets) send(socket);
  const timer = setTimeout(done.resolve, seconds * 1_000);
  try {
    await done.promise;
  } finally {
    clearTimeout(timer);
    state.isOver = true;
    for (const socket of sockets) socket.end();
  }
  const tookSeconds = (performance.now() - startedAt) / 1_000;
  return { requestsPerSecond: state.answers / tookSeconds, bodyBytes: state.bodyBytes };
}

const MAX_HEAD_BYTES = 4_096;

function requestBytes({ host, path, acceptEncoding }: Target): Uint8Array {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, "Connection: keep-alive", "User-Agent: autoleads-bench"];
  if (acceptEncoding) lines.push(`Accept-Encoding: ${acceptEncoding}`);
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`);
}

function bodyBytesOf(head: string): number {
  if (!head.startsWith("HTTP/1.1 200 ")) throw new Error(`answered ${head.slice(0, 40).split("\r\n")[0]}`);
  const [, length] = /\r\ncontent-length: (\d+)\r\n/i.exec(head) ?? [];
  if (length === undefined) throw new Error("an answer without Content-Length");
  return Number(length);
}
