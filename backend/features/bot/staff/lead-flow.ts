import { z } from "zod";
import { ask, type Flow, type FlowState, type StepResult, say } from "../flow";

const contextSchema = z.object({});
type Context = z.infer<typeof contextSchema>;

/** `lead Budi 0812…`: writes a buyer down. */
export const leadFlow: Flow<Context> = {
  name: "lead",
  version: 1,
  contextSchema,
  step(state, input) {
    if (input.type === "lead_created") {
      const done = input.isNew ? "tercatat sebagai lead baru" : "sudah ada sebagai lead, datanya kami perbarui";
      return say(null, `✅ ${input.name} (${input.phone}) ${done}.`);
    }
    return input.type === "refused" ? say(null, input.message) : say(state);
  },
};

export function startLead(name: string | undefined, phone: string | undefined): StepResult<Context> {
  if (!phone) return say(null, "Nomor HP-nya belum terbaca. Contoh: lead Budi 081234567890");
  const state: FlowState<Context> = { step: "creating", context: {} };
  return ask(state, { type: "create_lead", name: name ?? "", phone });
}
