/**
 * `bun run register -- --name "Maju Motor" --subdomain maju-motor --owner "Pak Hadi" --email hadi@maju.id [--whatsapp 0812…]`
 * makes a showroom and prints the link with which its owner sets a password. `--link EMAIL --subdomain maju-motor` only
 * issues a new link: for an owner who is alone and has lost theirs.
 */
import { parseArgs } from "node:util";
import { createDeps } from "@/backend/deps";
import { issueOperatorLink, registerShowroom } from "@/backend/features/accounts";
import { migrate } from "@/backend/platform/database/migrate";
import { readEnv } from "@/backend/platform/env";
import { AppError } from "@/backend/platform/errors";

const { values } = parseArgs({
  options: {
    ...{
      name: { type: "string" },
      subdomain: { type: "string" },
      owner: { type: "string" },
      email: { type: "string" },
    },
    ...{ whatsapp: { type: "string" }, link: { type: "string" } },
  },
});

const env = readEnv();
if (!env.DATABASE_URL) fail("DATABASE_URL is needed: which installation is it for?");
await migrate(env.DATABASE_URL ?? "");
const deps = await createDeps(env, env.DATABASE_URL ?? "");
try {
  const link = values.link
    ? await issueOperatorLink(deps, { subdomain: values.subdomain ?? "", email: values.link })
    : (await registerShowroom(deps, inputOf(values))).link;
  process.stdout.write(`${link.url}\nWorks once, until ${link.expiresAt.toISOString()}.\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}${error.fields ? ` ${JSON.stringify(error.fields)}` : ""}\n`);
  process.exitCode = 1;
} finally {
  await deps.close();
}
// What only waits in the background (a listener, a pool's timer) is no reason to stay.
process.exit();

function inputOf({ name = "", subdomain = "", owner = "", email = "", whatsapp }: Record<string, string | undefined>) {
  return {
    ...{ name, subdomain, ownerName: owner, ownerEmail: email },
    ...(whatsapp && { ownerWhatsapp: whatsapp }),
  };
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
