import { findShowroom } from "./people";
import type { PhoneSetup } from "./phone-setup";
import { STORIES, type StoryId } from "./stories";
import type { WorldView } from "./world-view";

/** What is on the page: the story being told, and its phones from left to right. */
export type Scene = { story: StoryId; phones: PhoneSetup[] };

const MEMORY = "autoleads-simulator-scene";

export function rememberScene(scene: Scene): void {
  localStorage.setItem(MEMORY, JSON.stringify(scene));
}

/** The scene of last time, without phones whose showroom is gone; null when nothing of it is left. */
export function rememberedScene(world: WorldView): Scene | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(MEMORY) ?? "null");
    if (!isRecord(saved) || !Array.isArray(saved.phones)) return null;
    const phones = saved.phones.filter(isSetup).filter((phone) => findShowroom(world, phone.device) !== null);
    const story = isStoryId(saved.story) ? saved.story : "car";
    return phones.length > 0 ? { story, phones } : null;
  } catch {
    return null;
  }
}

function isSetup(value: unknown): value is PhoneSetup {
  if (!isRecord(value)) return false;
  const isText = (field: string) => typeof value[field] === "string";
  if (!isText("id") || !isText("device")) return false;
  if (value.kind === "showroom") return value.chatWith === null || isText("chatWith");
  return value.kind === "person" && isText("number") && isText("name");
}

function isStoryId(value: unknown): value is StoryId {
  return STORIES.some(({ id }) => id === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
