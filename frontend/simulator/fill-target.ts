import type { DeviceChat } from "./device-chats-view";
import type { FillTarget } from "./guide";
import { firstName } from "./people";
import type { PhoneSetup } from "./phone-setup";
import { findTarget } from "./phone-target";
import type { Drafts } from "./use-drafts";
import type { SceneState } from "./use-scene";
import type { WorldView } from "./world-view";

/** Who introduces themselves while nobody has the conversation yet. */
const SOMEBODY = "Budi";

/** How the guide writes on the phones: into the one that is meant, which comes to the page when it is not there. */
export function fillTarget(
  world: WorldView,
  scene: SceneState,
  drafts: Drafts,
  /** The customer conversation that is being followed, and its device. */
  followed: { device: string; chat: DeviceChat } | null,
): FillTarget {
  const chat = followed?.chat ?? null;
  const opened = (phone: PhoneSetup): PhoneSetup =>
    phone.kind === "showroom" && phone.device === followed?.device
      ? { ...phone, chatWith: followed.chat.phone }
      : phone;

  return (target, { text, photos }) => {
    const found = findTarget({ world, phones: scene.byRecency, chat }, target);
    if (!found) return;
    const phone = opened(found);
    if (scene.phones.some(({ id }) => id === phone.id)) scene.change(phone);
    else scene.add(phone);
    scene.hold(phone.id);
    drafts.fill(phone.id, { ...(photos && { photos }), ...(text !== undefined && { text: withNames(text, chat) }) });
  };
}

function withNames(text: string, chat: DeviceChat | null): string {
  const sales = chat?.holder.type === "person" ? firstName(chat.holder.name) : SOMEBODY;
  return text
    .replace("{sales}", sales)
    .replace("{customer}", chat?.phone ?? "")
    .trim();
}
