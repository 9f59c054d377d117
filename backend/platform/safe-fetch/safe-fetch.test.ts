import { afterEach, describe, expect, test } from "bun:test";
import { createServer, type Server } from "node:http";
import { AppError } from "@/backend/platform/errors";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";
import { SafeFetchError } from "./safe-fetch-error";

const servers: Server[] = [];
const anyPublic: SafeFetchOptions = { maxBytes: 1000, timeoutMs: 5000, allowedHosts: [], allowPublicHosts: "any" };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("our own network cannot be reached", () => {
  test.each([
    "127.0.0.1",
    "127.1",
    "127.0.0.1.",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "①②⑦.0.0.1",
    "0",
    "10.0.0.5",
    "100.64.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:8.8.8.8]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:db8::1]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[fe80::1]",
    "[ff02::1]",
  ])("by the literal address %s", async (host) => {
    expect(await failureOf(`https://${host}/a.jpg`, anyPublic)).toBe("blocked");
  });

  test.each(["localhost", "localhost.", "LOCALHOST"])("by a name of loopback: %s", async (host) => {
    expect(await failureOf(`https://${host}/a.jpg`, anyPublic)).toBe("blocked");
  });

  test("by a public name with one private address among its addresses", async () => {
    const resolveHost = async () => [
      { address: "93.184.215.14", family: 4 },
      { address: "10.0.0.5", family: 4 },
    ];
    expect(await failureOf("https://cdn.example/a.jpg", { ...anyPublic, resolveHost })).toBe("blocked");
  });

  test("by a redirect, and the server there hears nothing", async () => {
    const secret = await serve((_, respond) => respond.end("secret"));
    const open = await serve((_, respond) => respond.writeHead(302, { Location: `${secret.url}/admin` }).end());
    expect(await failureOf(open.url, allowing(open.host))).toBe("blocked");
    expect(secret.requests).toEqual([]);
  });

  test("by a name whose second answer differs, as it is asked only once", async () => {
    const answers = ["127.0.0.1", "10.0.0.5"];
    const server = await serve((_, respond) => respond.end("ok"));
    const resolveHost = async () => [{ address: answers.shift() ?? "", family: 4 }];
    const file = await safeFetch(`http://media.test:${server.port}/`, { ...allowing("media.test"), resolveHost });
    expect(new TextDecoder().decode(file.bytes)).toBe("ok");
    expect(answers).toHaveLength(1);
  });
});

describe("only the addresses that were meant", () => {
  test.each([
    "http://cdn.example/a.jpg",
    "https://cdn.example:8443/a.jpg",
    "https://user:secret@cdn.example/a.jpg",
    "ftp://cdn.example/a.jpg",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "//cdn.example/a.jpg",
    "not an address",
    "",
  ])("%j is refused without looking its name up", async (address) => {
    const resolveHost = () => Promise.reject(new Error("was looked up"));
    expect(await failureOf(address, { ...anyPublic, resolveHost })).toBe("blocked");
  });

  test("with a list of public hosts only those, and a star means subdomains", async () => {
    const asked: string[] = [];
    const resolveHost = async (hostname: string) => {
      asked.push(hostname);
      return [];
    };
    const options = { ...anyPublic, allowPublicHosts: ["cdn.example", "*.fonnte.com"], resolveHost };
    for (const host of ["evil.example", "xcdn.example", "fonnte.com", "evilfonnte.com", "93.184.215.14"]) {
      expect(await failureOf(`https://${host}/a.jpg`, options)).toBe("blocked");
    }
    expect(await failureOf("https://CDN.example./a.jpg", options)).toBe("network");
    expect(await failureOf("https://md.fonnte.com/a.jpg", options)).toBe("network");
    expect(asked).toEqual(["cdn.example", "md.fonnte.com"]);
  });

  test("an allowed host may be private and plain http, on its port or, without one, on any", async () => {
    const server = await serve((_, respond) => respond.setHeader("Content-Type", "Image/JPEG; q=1").end("picture"));
    for (const entry of [server.host, "127.0.0.1", " 127.1 "]) {
      const file = await safeFetch(`${server.url}/a.jpg?x=1`, allowing(entry));
      expect(file).toEqual({ bytes: new TextEncoder().encode("picture"), contentType: "image/jpeg" });
    }
    expect(server.requests).toEqual(["/a.jpg?x=1", "/a.jpg?x=1", "/a.jpg?x=1"]);
    for (const entry of ["127.0.0.1:1", "127.0.0.2", "localhost", "", ":"]) {
      expect(await failureOf(server.url, allowing(entry))).toBe("blocked");
    }
  });

  test("a redirect is followed twice and not for ever", async () => {
    const server = await serve((path, respond) => {
      const step = Number(path.slice(1));
      if (step === 0) respond.end("arrived");
      else respond.writeHead(302, { Location: `/${step - 1}` }).end();
    });
    expect((await safeFetch(`${server.url}/2`, allowing(server.host))).bytes.byteLength).toBe(7);
    expect(await failureOf(`${server.url}/3`, allowing(server.host))).toBe("blocked");
    const straight = { ...allowing(server.host), maxRedirects: 0 };
    expect(await errorOf(`${server.url}/1`, straight)).toMatchObject({ failure: "status", status: 302 });
  });
});

describe("an answer that is too much", () => {
  test("a declared size over the limit is refused before the body is read", async () => {
    const server = await serve((_, respond) => {
      respond.writeHead(200, { "Content-Length": "1001" });
      respond.flushHeaders();
    });
    expect(await failureOf(server.url, allowing(server.host))).toBe("too_large");
  });

  test("an endless body is cut off soon after the limit", async () => {
    let written = 0;
    const chunk = Buffer.alloc(64 * 1024);
    const server = await serve(async (_, respond) => {
      while (!respond.destroyed && written < 200_000_000) {
        written += chunk.length;
        if (!respond.write(chunk)) await Bun.sleep(1);
      }
    });
    expect(await failureOf(server.url, { ...allowing(server.host), maxBytes: 1_000_000 })).toBe("too_large");
    expect(written).toBeLessThan(50_000_000);
  });

  test("exactly the limit is fine", async () => {
    const server = await serve((_, respond) => respond.end(Buffer.alloc(1000, 7)));
    expect((await safeFetch(server.url, allowing(server.host))).bytes).toEqual(new Uint8Array(1000).fill(7));
  });

  test("a compressed body is refused, whatever it unpacks to", async () => {
    const bomb = Bun.gzipSync(new Uint8Array(1_000_000));
    const server = await serve((_, respond) => respond.setHeader("Content-Encoding", "gzip").end(bomb.slice(0, 900)));
    expect(await failureOf(server.url, allowing(server.host))).toBe("blocked");
  });
});

describe("an answer that does not come", () => {
  test.each([
    ["no headers", false],
    ["a body that stops", true],
  ])("%s ends with the timeout", async (_, withHeaders) => {
    const server = await serve((_, respond) => {
      if (withHeaders) respond.write("x");
    });
    expect(await failureOf(server.url, { ...allowing(server.host), timeoutMs: 100 })).toBe("timeout");
  });

  test("a name server that never answers ends with the timeout", async () => {
    const resolveHost = () => new Promise<never>(() => {});
    expect(await failureOf("https://cdn.example/", { ...anyPublic, timeoutMs: 50, resolveHost })).toBe("timeout");
  });

  test("a body cut off in the middle is not taken for the whole", async () => {
    const server = await serve((_, respond) => {
      respond.writeHead(200, { "Content-Length": "10" });
      respond.write("abc", () => respond.destroy());
    });
    expect(await failureOf(server.url, allowing(server.host))).toBe("network");
  });

  test("nobody listening is a network failure worth another try, a missing file is not", async () => {
    const error = await errorOf("http://127.0.0.1:1/", allowing("127.0.0.1:1"));
    expect(error).toMatchObject({ failure: "network", isTemporary: true, code: "unavailable" });

    const server = await serve((path, respond) => respond.writeHead(path === "/gone" ? 404 : 503).end("x"));
    const gone = await errorOf(`${server.url}/gone`, allowing(server.host));
    expect(gone).toMatchObject({ failure: "status", status: 404, isTemporary: false });
    expect(await errorOf(server.url, allowing(server.host))).toMatchObject({ status: 503, isTemporary: true });
  });
});

test("an error never repeats path or query, which may be credentials", async () => {
  const error = await errorOf("https://127.0.0.1/secret-path?token=abc", anyPublic);
  expect(error).toBeInstanceOf(AppError);
  expect(`${error.message} ${error.userMessage}`).not.toMatch(/secret-path|abc/);
});

function allowing(entry: string): SafeFetchOptions {
  return { maxBytes: 1000, timeoutMs: 5000, allowedHosts: [entry], allowPublicHosts: [] };
}

async function failureOf(address: string, options: SafeFetchOptions): Promise<string> {
  return (await errorOf(address, options)).failure;
}

async function errorOf(address: string, options: SafeFetchOptions): Promise<SafeFetchError> {
  try {
    await safeFetch(address, options);
  } catch (error) {
    if (error instanceof SafeFetchError) return error;
    throw error;
  }
  throw new Error(`${address} was fetched`);
}

type Respond = Parameters<Parameters<typeof createServer>[1] & object>[1];

async function serve(handle: (path: string, respond: Respond) => unknown) {
  const requests: string[] = [];
  const server = createServer((request, respond) => {
    requests.push(request.url ?? "");
    respond.on("error", () => {});
    handle(request.url ?? "", respond);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("server has no port");
  const { port } = address;
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, requests };
}
