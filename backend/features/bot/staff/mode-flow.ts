import { z } from "zod";
import { ask, type Flow, type StepResult, say } from "../flow";

const contextSchema = z.object({});
type Context = z.infer<typeof contextSchema>;

export const modeFlow: Flow<Context> = {
  name: "mode",
  version: 1,
  contextSchema,
  step(state, input) {
    if (input.type !== "customer_mode_set") return input.type === "refused" ? say(null, input.message) : say(state);
    return input.customer
      ? say(
          null,
          'Mode pelanggan aktif: mulai sekarang Anda dijawab seperti pelanggan. Ini uji coba: tidak jadi lead dan tidak masuk laporan. Ketik "mode staf" untuk kembali.',
        )
      : say(null, 'Kembali ke mode staf. Ketik "help" untuk daftar perintah.');
  },
};

export function startModeSwitch(customer: boolean): StepResult<Context> {
  return ask({ step: "switching", context: {} }, { type: "set_customer_mode", customer });
}
