/** What only the connection and the body know. */
export type TransportFault =
  /** No answer at all. */
  | "hang"
  /** Half a body, then silence. */
  | "hang_in_body"
  /** Half a body, then the connection is gone. */
  | "drop"
  | "not_json"
  | "truncated_json"
  /** A good answer in front of megabytes. */
  | "huge"
  /** A good answer that calls itself a web page. */
  | "wrong_content_type";

/** What a provider says in its own format. */
export type WireFault =
  /** Too many this minute, come back in 2 s. */
  | "rate_limited"
  | "quota_exhausted"
  | "unavailable"
  | "server_error"
  /** Refused whatever key is sent. */
  | "bad_key"
  | "forbidden"
  | "model_gone"
  | "prompt_blocked"
  | "answer_blocked"
  | "cut_off"
  | "empty";

/** Anything else: a string goes out as it is, the rest as JSON. */
export type RawAnswer = { status?: number; headers?: Record<string, string>; body: unknown };

/** "nonsense": a well-formed answer with words nobody can use. */
export type ModelFault = TransportFault | WireFault | "nonsense" | RawAnswer;

/** Change at any time; it holds for the requests that arrive afterwards. */
export type ModelFaults = {
  /** One request each, in this order. */
  next: ModelFault[];
  /** Every request, while `next` is empty. */
  lasting: ModelFault | null;
  delayMs: number;
};

export function noFaults(): ModelFaults {
  return { next: [], lasting: null, delayMs: 0 };
}

/** The answer `good` damaged on its way; null when nothing answers any more. */
export function damaged(good: object, fault: TransportFault): Response | null {
  const json = JSON.stringify(good);
  switch (fault) {
    case "hang":
      return null;
    case "hang_in_body":
      return streamOf(json.slice(0, json.length / 2), () => undefined);
    case "drop":
      // Without a reason: nobody is to see it in the test's output.
      return streamOf(json.slice(0, json.length / 2), (stream) => stream.error());
    case "not_json":
      return new Response("<html><body>Bad gateway</body></html>", { headers: { "Content-Type": "text/html" } });
    case "truncated_json":
      return new Response(json.slice(0, json.length - 5), { headers: { "Content-Type": "application/json" } });
    case "huge":
      return new Response(`${" ".repeat(8_000_000)}${json}`, { headers: { "Content-Type": "application/json" } });
    case "wrong_content_type":
      return new Response(json, { headers: { "Content-Type": "text/html" } });
  }
}

export function rawResponse({ status = 200, headers, body }: RawAnswer): Response {
  return typeof body === "string" ? new Response(body, { status, headers }) : Response.json(body, { status, headers });
}

function streamOf(text: string, then: (stream: ReadableStreamDefaultController) => void): Response {
  const body = new ReadableStream({
    async start(stream) {
      stream.enqueue(new TextEncoder().encode(text));
      await Bun.sleep(5);
      then(stream);
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}
