/** `bun scripts/build.ts`: what a server needs besides its sources (Prisma's client, styles, islands), for images. */
import { prepare } from "./prepare";

await prepare();
