import { expect, test } from "bun:test";
import { redactToken, redactWebhookBody } from "./redact-body";

test("credentials disappear at any depth, in JSON and in forms, and the rest stays as it was", () => {
  const body = {
    device: "628",
    Token: "s3cret",
    data: { apikey: "s3cret", list: [{ secret_key: "s3cret" }] },
    message: "halo",
  };
  expect(redact(JSON.stringify(body), "application/json")).toBe(
    '{"device":"628","Token":"[redacted]","data":{"apikey":"[redacted]","list":[{"secret_key":"[redacted]"}]},"message":"halo"}',
  );
  expect(redact("device=628&token=s3cret&secret_key=s3cret", "application/x-www-form-urlencoded")).toBe(
    '{"device":"628","token":"[redacted]","secret_key":"[redacted]"}',
  );
});

test("a body that cannot be parsed is not stored, as its secrets cannot be found", () => {
  expect(redact('{"token":"s3cret"', "application/json")).toBe("[unreadable body, 17 bytes]");
});

test("what is stored fits text and jsonb columns", () => {
  const stored = redact('{"a\\u0000":{"b\\ud800":"c\\u0000\\udfff"}}', "application/json");
  expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/);
});

test("a token is removed wherever somebody repeats it", () => {
  expect(redactToken("token abc invalid: abc", "abc")).toBe("token [redacted] invalid: [redacted]");
  expect(redactToken("nothing to hide", null)).toBe("nothing to hide");
});

function redact(body: string, contentType: string): string {
  return redactWebhookBody({ contentType, body: new TextEncoder().encode(body), headers: new Headers() });
}
