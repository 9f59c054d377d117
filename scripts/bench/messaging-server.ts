/** Child process: the whole product with its simulator gateway, web and worker in one, that tells what was sent when. */
import { readEnv } from "@/backend/platform/env";
import { startServer } from "@/backend/server";
import { answerCommands, processUsage, sharedNowMs } from "./child-process";

/** Message id and moment of every gateway call since the last question. */
let sends: [id: string, atMs: number][] = [];

const { stop } = await startServer(readEnv(), async ({ gateways }) => {
  const simulator = gateways.get("simulator");
  if (!simulator) throw new Error("the simulator gateway is off");
  const { send } = simulator;
  simulator.send = (device, message, signal) => {
    sends.push([message.id, sharedNowMs()]);
    return send(device, message, signal);
  };
});
process.on("SIGTERM", () => void stop().then(() => process.exit(0)));

answerCommands({
  usage: processUsage,
  takeSends: () => {
    const taken = sends;
    sends = [];
    return taken;
  },
});
