import { useEffect, useState } from "react";
import { loadWorld } from "./api";
import { Stage } from "./stage";
import { useLive } from "./use-live";
import type { WorldView } from "./world-view";

export function Simulator() {
  const live = useLive();
  const [world, setWorld] = useState<WorldView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    loadWorld().then(setWorld, (error: Error) => setFailure(error.message));
  }, []);

  if (failure) return <Notice text={failure} />;
  if (!world) return <Notice text="Menyiapkan ponsel…" />;
  if (world.showrooms.length === 0) {
    return (
      <Notice text="Belum ada showroom yang memakai simulator. Isi data contoh dulu, lalu muat ulang halaman ini." />
    );
  }
  return <Stage world={world} tick={live.tick} isConnected={live.isConnected} />;
}

function Notice({ text }: { text: string }) {
  return (
    <p className="opening" role="status">
      {text}
    </p>
  );
}
