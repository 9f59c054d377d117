/** Child process: brings an empty database up to date. Prisma's engine works for one database per process. */
import { migrate } from "@/backend/platform/database/migrate";
import { readEnv } from "@/backend/platform/env";
import { answerCommands } from "./child-process";

const { DATABASE_URL: databaseUrl = "" } = readEnv();

answerCommands({ migrate: () => migrate(databaseUrl) });
