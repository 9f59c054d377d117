import { HintList } from "./guide-hints";
import { StoryList } from "./guide-stories";
import { SiteLinks } from "./site-links";
import type { StoryId, Target } from "./stories";
import type { Draft } from "./use-drafts";
import type { WorldView } from "./world-view";

/** Puts something into the message box of the phone that is meant. */
export type FillTarget = (target: Target, content: Partial<Draft>) => void;

type GuideProps = { world: WorldView; story: StoryId; onStory(story: StoryId): void; onFill: FillTarget };

/** What to try, and where to see what came of it. */
export function Guide({ world, story, onStory, onFill }: GuideProps) {
  return (
    <section className="guide" aria-label="Panduan">
      <h2>Pilih cerita</h2>
      <p className="text-muted">Klik langkahnya, lalu tekan kirim di ponselnya.</p>
      <StoryList showroomCount={world.showrooms.length} told={story} onTell={onStory} onFill={onFill} />
      <h2>Coba sendiri</h2>
      <HintList onFill={onFill} />
      <h2>Lihat hasilnya</h2>
      <SiteLinks world={world} />
    </section>
  );
}
