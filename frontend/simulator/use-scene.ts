import { useEffect, useState } from "react";
import type { PhoneId, PhoneSetup } from "./phone-setup";
import { rememberedScene, rememberScene, type Scene } from "./scene-memory";
import { castOf, type StoryId } from "./stories";
import type { WorldView } from "./world-view";

/** In place of a phone's id: where only one thing fits on the screen, the guide is a choice like the phones. */
export const GUIDE: PhoneId = "guide";

export const MOST_PHONES = 8;

export type SceneState = Scene & {
  /** The phone in hand, or the guide. */
  current: PhoneId;
  /** The same phones, the one in hand last first. */
  byRecency: PhoneSetup[];
  hold(choice: PhoneId): void;
  change(phone: PhoneSetup): void;
  /** At the right end, and in hand. */
  add(phone: PhoneSetup): void;
  /** Gives its neighbour, which is then in hand. The last phone stays. */
  remove(id: PhoneId): PhoneId | null;
  tell(story: StoryId): void;
};

/** Which phones are on the page, and which one is in hand; kept for the next visit. */
export function useScene(world: WorldView): SceneState {
  const [scene, setScene] = useState<Scene>(() => rememberedScene(world) ?? newScene(world, "car"));
  const [current, setCurrent] = useState<PhoneId>(scene.phones[0]?.id ?? GUIDE);
  const [heldLately, setHeldLately] = useState<PhoneId[]>([]);
  const { phones } = scene;
  useEffect(() => rememberScene(scene), [scene]);

  const setPhones = (next: (phones: PhoneSetup[]) => PhoneSetup[]) =>
    setScene((last) => ({ ...last, phones: next(last.phones) }));
  const recency = ({ id }: PhoneSetup) => (heldLately.includes(id) ? heldLately.indexOf(id) : heldLately.length);

  function hold(choice: PhoneId): void {
    if (choice === current && heldLately[0] === choice) return;
    setCurrent(choice);
    if (choice !== GUIDE) setHeldLately((before) => [choice, ...before.filter((id) => id !== choice)]);
  }

  return {
    ...scene,
    current,
    byRecency: phones.toSorted((one, other) => recency(one) - recency(other)),
    hold,
    change: (changed) => setPhones((all) => all.map((phone) => (phone.id === changed.id ? changed : phone))),
    add(phone) {
      setPhones((all) => [...all, phone]);
      hold(phone.id);
    },
    remove(id) {
      const index = phones.findIndex((phone) => phone.id === id);
      const neighbour = phones[index + 1] ?? phones[index - 1];
      if (!neighbour) return null;
      setPhones((all) => all.filter((phone) => phone.id !== id));
      hold(neighbour.id);
      return neighbour.id;
    },
    tell(story) {
      setScene(newScene(world, story));
      setCurrent(GUIDE);
    },
  };
}

function newScene(world: WorldView, story: StoryId): Scene {
  return { story, phones: castOf(world, story) };
}
