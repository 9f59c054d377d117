import { type PhoneSetup, roleAt } from "./phone-setup";
import type { WorldView } from "./world-view";

/** A customer's conversation with a device. */
export type FollowedChat = { device: string; number: string };

/** The conversation of the customer's phone, or in the showroom's phone, that was in hand last. */
export function followedChat(world: WorldView, byRecency: PhoneSetup[]): FollowedChat | null {
  for (const phone of byRecency) {
    if (phone.kind === "showroom" && phone.chatWith) return { device: phone.device, number: phone.chatWith };
    if (phone.kind === "person" && roleAt(world, phone) === "customer") {
      return { device: phone.device, number: phone.number };
    }
  }
  return null;
}
