import { useCallback, useEffect, useRef, useState } from "react";
import type { PhotoItem } from "../photo-item";
import { fetchPhotos, PhotosProblem, saveOrder } from "./photos-client";

const POLL_MS = 1_200;

export type Photos = {
  photos: readonly PhotoItem[];
  /** A sentence when the last change did not get through. */
  problem: string | null;
  /** Shown at once, then saved; taken back when saving fails. */
  moveTo(photoId: string, index: number): void;
  makeCover(photoId: string): void;
  refresh(): void;
};

/** A car's photos, asked for again as long as one is still being made. */
export function usePhotos(carId: string, initialPhotos: readonly PhotoItem[]): Photos {
  const [photos, setPhotos] = useState(initialPhotos);
  const [problem, setProblem] = useState<string | null>(null);
  const isWaiting = photos.some(({ status }) => status === "pending");

  /** An answer to an older question must not undo what was moved since. */
  const question = useRef(0);
  const ask = useCallback((answer: Promise<PhotoItem[]>, onFailure: (error: unknown) => void = () => undefined) => {
    question.current += 1;
    const mine = question.current;
    answer.then(
      (answered) => mine === question.current && setPhotos(answered),
      (error) => mine === question.current && onFailure(error),
    );
  }, []);
  const saves = useRef({ underWay: 0, isRefreshDue: false });
  const refresh = useCallback(() => {
    // What is asked while a save is under way may still show the order before it.
    saves.current.isRefreshDue = saves.current.underWay > 0;
    if (!saves.current.isRefreshDue) ask(fetchPhotos(carId));
  }, [ask, carId]);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(refresh, POLL_MS);
    return () => clearInterval(timer);
  }, [isWaiting, refresh]);

  const moveTo = (photoId: string, index: number) => {
    const before = photos;
    const moved = moveWithin(photos, photoId, index);
    setProblem(null);
    setPhotos(moved);
    const order = moved.map(({ id }) => id);
    saves.current.underWay += 1;
    const saved = saveOrder(carId, order).finally(() => {
      saves.current.underWay -= 1;
      if (saves.current.isRefreshDue) refresh();
    });
    ask(saved, (error) => {
      setPhotos(before);
      setProblem(error instanceof PhotosProblem ? error.message : "Urutan belum tersimpan. Coba lagi.");
      refresh();
    });
  };

  return { photos, problem, moveTo, makeCover: (photoId) => moveTo(photoId, 0), refresh };
}

/** The first photo is the cover. */
export function moveWithin(photos: readonly PhotoItem[], photoId: string, index: number): PhotoItem[] {
  const moving = photos.find(({ id }) => id === photoId);
  if (!moving) return [...photos];
  const others = photos.filter(({ id }) => id !== photoId);
  const place = Math.max(0, Math.min(index, others.length));
  const moved = [...others.slice(0, place), moving, ...others.slice(place)];
  return moved.map((photo, position) => ({ ...photo, position, isPrimary: position === 0 }));
}
