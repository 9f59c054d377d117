import {
  damaged,
  type ModelFault,
  type ModelFaults,
  noFaults,
  rawResponse,
  type TransportFault,
  type WireFault,
} from "./faults";
import { ruleBrain } from "./rule-brain";

/** What a model is asked, whatever the wire format. */
export type BrainRequest = {
  model: string;
  system: string;
  messages: { role: "customer" | "assistant"; text: string }[];
  temperature: number | null;
  maxOutputTokens: number | null;
};

/** Thinks of the answer. */
export type Brain = (request: BrainRequest) => string;

export type SeenRequest = { path: string; query: string; headers: Headers; body: unknown; at: Date };

export type FakeModel = {
  /** To be used as the provider's address. */
  url: string;
  apiKey: string;
  /** Every request, good or not. */
  requests: SeenRequest[];
  faults: ModelFaults;
  /** May be replaced at any time. */
  brain: Brain;
  stop(): Promise<void>;
};

export type FakeModelOptions = { apiKey?: string; brain?: Brain };

/** One provider's format: what it refuses, how it answers, how it says that something is wrong. */
export type Wire = {
  /** Added to the server's address. */
  basePath: string;
  read(request: SeenRequest, apiKey: string): BrainRequest | Response;
  /** `isCut`: the text reached the limit. */
  answer(text: string, request: BrainRequest, isCut: boolean): object;
  fault(fault: WireFault): Response;
};

const NONSENSE = "zxqv 9999 ∅∅ Tahoe $1 lorem {{price}} undefined NaN";
const TRANSPORT: readonly string[] = [
  "hang",
  "hang_in_body",
  "drop",
  "not_json",
  "truncated_json",
  "huge",
  "wrong_content_type",
] satisfies TransportFault[];

/** A provider on loopback, as strict with requests as the real one. */
export function startFakeModelServer(wire: Wire, options: FakeModelOptions): FakeModel {
  const { apiKey = "fake-key-4f9d2c7b", brain = ruleBrain } = options;
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    // Off, so that a request that is never answered stays open until its sender gives up.
    idleTimeout: 0,
    fetch: answer,
  });
  const fake: FakeModel = {
    url: `${server.url.origin}${wire.basePath}`,
    apiKey,
    requests: [],
    faults: noFaults(),
    brain,
    stop: () => server.stop(true),
  };
  return fake;

  async function answer(request: Request): Promise<Response> {
    const { pathname: path, search: query } = new URL(request.url);
    const seen = { path, query, headers: request.headers, body: readJson(await request.text()), at: new Date() };
    fake.requests.push(seen);
    const { faults } = fake;
    const fault = faults.next.shift() ?? faults.lasting;
    if (faults.delayMs > 0) await Bun.sleep(faults.delayMs);
    if (request.method !== "POST") return new Response("Method Not Allowed", { status: 405 });

    const asked = wire.read(seen, apiKey);
    if (asked instanceof Response) return asked;
    return fault ? faulty(fault, asked) : Response.json(goodAnswer(fake.brain(asked), asked));
  }

  function faulty(fault: ModelFault, asked: BrainRequest): Response | Promise<Response> {
    if (typeof fault === "object") return rawResponse(fault);
    if (fault === "nonsense") return Response.json(goodAnswer(NONSENSE, asked));
    if (!isTransport(fault)) return wire.fault(fault);
    return damaged(goodAnswer(fake.brain(asked), asked), fault) ?? new Promise<never>(() => {});
  }

  function goodAnswer(text: string, asked: BrainRequest): object {
    const limit = (asked.maxOutputTokens ?? 65_536) * CHARACTERS_PER_TOKEN;
    return wire.answer(text.slice(0, limit), asked, text.length > limit);
  }
}

const CHARACTERS_PER_TOKEN = 4;

export function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** Undefined when it is not JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTransport(fault: TransportFault | WireFault): fault is TransportFault {
  return TRANSPORT.includes(fault);
}
