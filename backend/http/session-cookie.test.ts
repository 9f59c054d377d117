import { expect, test } from "bun:test";
import { Hono } from "hono";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "./session-cookie";

function appOn(protocol: string) {
  const deps = { origin: { protocol } };
  return new Hono()
    .get("/in", (c) => {
      writeSessionCookie(c, deps, "token");
      return c.text("");
    })
    .get("/out", (c) => {
      clearSessionCookie(c, deps);
      return c.text("");
    })
    .get("/who", (c) => c.text(readSessionCookie(c, deps) ?? "nobody"));
}

test("with https the cookie is Secure and bound to its host by name; without, a browser in development takes it", async () => {
  const cookieOf = async (protocol: string, path: string) =>
    (await appOn(protocol).request(path)).headers.get("set-cookie");
  expect(await cookieOf("https:", "/in")).toBe(
    "__Host-autoleads_session=token; Max-Age=86400; Path=/; HttpOnly; Secure; SameSite=Lax",
  );
  expect(await cookieOf("http:", "/in")).toBe("autoleads_session=token; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax");
  expect(await cookieOf("https:", "/out")).toMatch(/^__Host-autoleads_session=; Max-Age=0; Path=\/;.* Secure/);
});

test("with https a cookie without the prefix is not looked at: a sibling host could have set it", async () => {
  const who = async (cookie: string) => (await appOn("https:").request("/who", { headers: { cookie } })).text();
  expect(await who("autoleads_session=forged")).toBe("nobody");
  expect(await who("__Host-autoleads_session=token")).toBe("token");
});
