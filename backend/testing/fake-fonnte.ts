/** A message the fake has taken, as the real service would have queued it. */
export type AcceptedSend = {
  /** The id that its receipts name. */
  id: string;
  target: string;
  message: string;
  /** Attachment. */
  url: string | null;
  /** `inboxid` of the message it quotes. */
  quotedInboxId: string | null;
  at: Date;
};

export type FonnteRequest = { path: string; authorization: string | null; fields: Record<string, string>; at: Date };

/** What goes wrong; change at any time, it holds for the requests that arrive afterwards. */
export type FonnteFaults = {
  /** The phone is offline: refused. */
  disconnected: boolean;
  /** No messages left: refused. */
  quota: boolean;
  /** Messages with an attachment are refused. */
  urlUnreachable: boolean;
  /** HTTP 429 with Retry-After: 7; nothing is taken. */
  rateLimited: boolean;
  /** HTTP 500; nothing is taken. */
  http500: boolean;
  /** The message is taken, the answer never comes. */
  timeoutAfterAccept: boolean;
  /** The message is taken, the answer is a web page. */
  nonJson: boolean;
  /** The message is taken, the answer does not say whether it was. */
  withoutStatus: boolean;
  /** Every answer waits this long. */
  slowMs: number;
};

export type FakeFonnte = {
  /** Base address, to be used as a device's `apiUrl`. */
  url: string;
  sent: AcceptedSend[];
  /** Every request to the API, accepted or not. */
  requests: FonnteRequest[];
  faults: FonnteFaults;
  /** Serves an attachment as the service does for 30 minutes (here until `stop`); returns its address. */
  hostFile(bytes: Uint8Array, contentType: string): string;
  stop(): Promise<void>;
};

type FakeFonnteOptions = { token: string; deviceNumber?: string; firstId?: number };

/**
 * The HTTP side of Fonnte on loopback: POST /send, /device, /qr, /disconnect, and attachments under /files. As with the real one a
 * refusal is HTTP 200 with `status: false`, and success means queued.
 */
export function startFakeFonnte(options: FakeFonnteOptions): FakeFonnte {
  const { token, deviceNumber = "628123456789", firstId = 80_367_170 } = options;
  const sent: AcceptedSend[] = [];
  const requests: FonnteRequest[] = [];
  const faults = noFaults();
  const files = new Map<string, Response>();

  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    // Off, so that a request that is never answered stays open until its sender gives up.
    idleTimeout: 0,
    routes: {
      "/send": (request) => answer(request, send),
      "/device": (request) => answer(request, () => Response.json(deviceProfile(deviceNumber, faults))),
      "/qr": (request) => answer(request, () => Response.json(qrCode(faults))),
      "/disconnect": (request) => answer(request, disconnect),
      "/files/:name": (request) => files.get(request.params.name)?.clone() ?? new Response("expired", { status: 404 }),
    },
    fetch: () => new Response("Not Found", { status: 404 }),
  });

  return { url: server.url.origin, sent, requests, faults, hostFile, stop: () => server.stop(true) };

  async function answer(request: Request, handle: (fields: Record<string, string>) => Response | Promise<Response>) {
    if (request.method !== "POST") return new Response("Method Not Allowed", { status: 405 });
    const fields = await readFields(request);
    const authorization = request.headers.get("authorization");
    requests.push({ path: new URL(request.url).pathname, authorization, fields, at: new Date() });
    if (faults.slowMs > 0) await Bun.sleep(faults.slowMs);
    if (faults.rateLimited) return new Response("Too Many Requests", { status: 429, headers: { "Retry-After": "7" } });
    if (faults.http500) return new Response("Internal Server Error", { status: 500 });
    return authorization === token ? handle(fields) : refuse("token invalid");
  }

  function send(fields: Record<string, string>): Response | Promise<Response> {
    const target = withCountryCode(fields.target ?? "", fields.countryCode ?? "62");
    const refusal = whyRefused(fields, target, faults);
    if (refusal) return refuse(refusal);

    const id = String(firstId + sent.length);
    const { message = "", url = null, inboxid = null } = fields;
    sent.push({ id, target, message, url, quotedInboxId: inboxid, at: new Date() });
    if (faults.timeoutAfterAccept) return new Promise<never>(() => {});
    if (faults.nonJson) return new Response("<html>Bad gateway</html>", { headers: { "Content-Type": "text/html" } });
    if (faults.withoutStatus) return Response.json({ detail: "processed" });
    return Response.json({
      detail: "success! message in queue",
      id: [id],
      process: "pending",
      requestid: 2_937_124 + sent.length,
      status: true,
      target: [target],
    });
  }

  function disconnect(): Response {
    faults.disconnected = true;
    return Response.json({ detail: "device disconnected", status: true });
  }

  function hostFile(bytes: Uint8Array, contentType: string): string {
    const name = `file-${files.size + 1}`;
    files.set(name, new Response(new Blob([bytes.slice()]), { headers: { "Content-Type": contentType } }));
    return `${server.url.origin}/files/${name}`;
  }
}

function noFaults(): FonnteFaults {
  return {
    disconnected: false,
    quota: false,
    urlUnreachable: false,
    rateLimited: false,
    http500: false,
    timeoutAfterAccept: false,
    nonJson: false,
    withoutStatus: false,
    slowMs: 0,
  };
}

function whyRefused(fields: Record<string, string>, target: string, faults: FonnteFaults): string | null {
  if (faults.disconnected && fields.connectOnly !== "false") return "request invalid on disconnected device";
  if (faults.quota) return "insufficient quota";
  if (!fields.message && !fields.url) return "input invalid";
  if (!/^\d{8,15}$|@(g\.us|lid)$/.test(target)) return "target invalid";
  if (fields.url && !URL.canParse(fields.url)) return "url invalid";
  return fields.url && faults.urlUnreachable ? "url unreachable" : null;
}

function deviceProfile(device: string, faults: FonnteFaults) {
  return {
    device,
    device_status: faults.disconnected ? "disconnect" : "connect",
    expired: "18 November 2029",
    messages: 16_785,
    name: "Showroom",
    package: "Reguler",
    quota: faults.quota ? "0" : "78",
    status: true,
  };
}

/** The picture is base64 without a "data:" prefix; here a 1×1 PNG. */
function qrCode(faults: FonnteFaults) {
  if (!faults.disconnected) return { reason: "device already connect", status: false };
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";
  return { status: true, url: png };
}

function refuse(reason: string): Response {
  return Response.json({ reason, requestid: 331_477_110, status: false });
}

function withCountryCode(target: string, countryCode: string): string {
  return countryCode === "0" ? target : target.replace(/^0/, countryCode);
}

/** Clients send multipart, urlencoded or JSON; /device and /qr come without a body. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const contentType = request.headers.get("content-type") ?? "";
  if (contentType.includes("json")) return asTexts(Object.entries(Object(await request.json())));
  return contentType.includes("form") ? asTexts([...(await request.formData())]) : {};
}

function asTexts(pairs: [string, unknown][]): Record<string, string> {
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}
